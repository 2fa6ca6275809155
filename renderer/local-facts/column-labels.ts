import { t } from '../../shared/language/words.ts';
import type { LocalColumn } from '../../shared/local-columns.ts';

export const COLUMN_LABELS: Readonly<Record<LocalColumn, string>> = {
  owner: t('common.owner'),
  environment: t('common.environment'),
};
