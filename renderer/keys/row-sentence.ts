import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { nameInLabel, relativeDate } from '../format.ts';

/** The name of a row in a label. */
export function rowLabel(row: KeyRow): string {
  return row.name === null ? t('keys.unreadableRowName') : nameInLabel(row.name);
}

/** A row as it is read out: what tells one key from another, and none of the buttons in it. */
export function rowSentence(row: KeyRow, now: number): string {
  const name = rowLabel(row);
  if (row.name === null) return t('keys.unreadableRow');
  if (row.kind === 'unreadable') return t('keys.rowUnreadable', { name });
  const access = row.restricted ? t('common.restricted') : t('common.unrestricted');
  return t('keys.rowSentence', {
    name,
    access: access.toLowerCase(),
    when: relativeDate(row.createdAt, now),
    lastFour: row.lastFour,
  });
}
