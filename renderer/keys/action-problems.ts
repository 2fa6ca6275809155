import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { LoadState } from './keys-state.ts';
import { isOfflineNow } from './offline.ts';

/** Why keys cannot be created or deleted now; null where they can. */
export type ActionProblems = { readonly create: string | null; readonly delete: string | null };

function inGeneral({ standing }: Connection, load: LoadState): string | null {
  if (standing === 'token-refused') return t('keys.signInFirst');
  if (isOfflineNow(load)) return t('keys.notOffline');
  return standing === 'unconfirmed' ? t('keys.notConnected') : null;
}

export function actionProblems(connection: Connection, load: LoadState): ActionProblems {
  const general = inGeneral(connection, load);
  const { refused } = connection;
  return {
    create: refused.create ? t('keys.mayNotCreate') : general,
    delete: refused.delete ? t('keys.mayNotDelete') : general,
  };
}

/** Why no key like this one can be created now; null where it can. */
export function duplicateProblemOf(row: KeyRow, problems: ActionProblems): string | null {
  return problems.create ?? (row.kind === 'unreadable' ? t('keys.couldNotBeRead') : null);
}

/** The same for a key that is gone: what the token may do comes first. */
export function withoutDelete(problems: ActionProblems): ActionProblems {
  return { ...problems, delete: problems.delete ?? t('keys.noLongerInList') };
}

/** The same for one row: without its id it cannot be deleted at all. */
export function deleteProblemOf(row: KeyRow, problems: ActionProblems): string | null {
  return problems.delete ?? (row.id === null ? t('keys.idNotRead') : null);
}
