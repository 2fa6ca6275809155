import type { KeyRow } from '../shared/api-key.ts';
import { t } from '../shared/language/words.ts';
import { oneLine } from './format.ts';

/**
 * Who created a key: "you", "unknown", or somebody else by the id.
 * @param userId who is signed in; null for an API key.
 * @param byId what is said of somebody else.
 */
export function creatorText(row: KeyRow, userId: string | null, byId = (id: string): string => id): string {
  const creatorId = row.kind === 'key' ? row.creatorId : null;
  if (creatorId === null) return t('common.unknown');
  return creatorId === userId ? t('common.you') : byId(oneLine(creatorId, 80));
}
