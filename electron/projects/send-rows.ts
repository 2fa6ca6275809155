import { setImmediate } from 'node:timers/promises';
import type { ProjectNews } from '../../shared/all-projects.ts';
import type { KeyRow } from '../../shared/api-key.ts';

type RowsPart = Omit<Extract<ProjectNews, { kind: 'rows' }>, 'loadId' | 'connectionId'>;

/** Rows in one event: few enough that neither side stands still while they cross. */
const ROWS_AT_ONCE = 2_000;

/** Hands on a list in parts; whoever is cancelled hears nothing more. */
export async function sendRows(
  {
    rows,
    ...about
  }: { readonly rows: readonly KeyRow[]; readonly savedAt: number; readonly userId: string | null },
  signal: AbortSignal,
  send: (part: RowsPart) => void,
): Promise<void> {
  let sent = 0;
  do {
    if (signal.aborted) return;
    const part = rows.slice(sent, sent + ROWS_AT_ONCE);
    sent += ROWS_AT_ONCE;
    send({ kind: 'rows', rows: part, isLast: sent >= rows.length, ...about });
    await setImmediate();
  } while (sent < rows.length);
}
