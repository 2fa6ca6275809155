import type { LocalColumn } from '../../shared/local-columns.ts';

export const COLUMN_LABELS: Readonly<Record<LocalColumn, string>> = {
  owner: 'Owner',
  environment: 'Environment',
};
