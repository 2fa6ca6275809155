import { t } from '../../shared/language/words.ts';
import type { OptionalColumn } from '../../shared/optional-columns.ts';

export const COLUMN_LABELS: Readonly<Record<OptionalColumn, string>> = {
  owner: t('common.owner'),
  environment: t('common.environment'),
  createdBy: t('common.createdBy'),
};
