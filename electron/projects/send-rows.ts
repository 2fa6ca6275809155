import type { AboutList, ProjectNews } from '../../shared/all-projects.ts';
import type { KeyRow } from '../../shared/api-key.ts';
import { rowsText } from '../../shared/rows-text.ts';
import { inTurns, ownTurn } from '../key-api/turns.ts';

type RowsPart = Omit<Extract<ProjectNews, { kind: 'rows' }>, 'loadId' | 'connectionId'>;

export type ListToSend = AboutList & { readonly rows: readonly KeyRow[] };

/** Hands on a list in parts; whoever is cancelled hears nothing more. */
export async function sendRows(
  { rows, savedAt, userId }: ListToSend,
  signal: AbortSignal,
  send: (part: RowsPart) => void,
): Promise<void> {
  let sent = 0;
  // Many short lists that are all in memory would else be sent in one go.
  await ownTurn();
  for await (const part of inTurns(rows)) {
    if (signal.aborted) return;
    sent += part.length;
    send({ kind: 'rows', rows: rowsText(part), isLast: sent === rows.length, savedAt, userId });
  }
}
