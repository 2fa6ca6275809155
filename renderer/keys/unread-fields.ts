import type { UnreadableKey } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';

/** By the words of main, which stand in exported files too and are the same in every language. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  'key id': t('keys.fieldId'),
  name: t('keys.fieldName'),
  'last four': t('keys.fieldLastFour'),
  creator: t('keys.fieldCreator'),
  restricted: t('keys.fieldRestricted'),
  permissions: t('keys.fieldPermissions'),
  row: t('keys.fieldRow'),
};

/** The fields of a row that are missing or wrong, as they are called on screen. */
export function unreadFields({ problems }: UnreadableKey): readonly string[] {
  return problems.map((problem) => FIELD_WORDS[problem] ?? problem);
}
