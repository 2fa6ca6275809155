import type { Page } from '@playwright/test';
import type { WireKey } from './keys.ts';
import type { Ledger } from './soak-ledger.ts';
import type { Told } from './soak-told.ts';
import { look, type Seen, type SeenRow } from './soak-window.ts';

const UNREADABLE_NAME = 'unreadable row';
const ANSWER_MS = 3_000;

/** @throws where it takes longer than a window that answers. */
export async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, ANSWER_MS, new Error(`${what}: no answer in ${ANSWER_MS} ms`));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A row is true where the server once had that key, as far as the row tells. */
function isTrue({ id, name, text }: SeenRow, ever: ReadonlyMap<string, WireKey>): boolean {
  const fits = (key: WireKey) =>
    (name === UNREADABLE_NAME || name === key.name) &&
    (text.includes(key.last_four_digits) || text.includes('last four'));
  if (id === null) return [...ever.values()].some(fits);
  const key = ever.get(id);
  return key !== undefined && fits(key);
}

function wrongRows(rows: readonly SeenRow[], ledger: Ledger): readonly string[] {
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  return [
    ...rows.filter((row) => !isTrue(row, ledger.ever)).map((row) => `Never on the server: ${row.text}`),
    ...twice.map((id) => `Shown twice: ${id}`),
  ];
}

/** What is wrong in the window after a fault; nothing, as a rule. */
export async function complaints(page: Page, ledger: Ledger, told: Told): Promise<readonly string[]> {
  await inTime(
    'main',
    page.evaluate(() => window.keydesk.getSession()),
  );
  const seen: Seen = await inTime('the page', look(page));
  told.see(seen);
  return [...wrongRows(seen.rows, ledger), ...told.faults(seen, await ledger.now())];
}

/** What differs between the list on screen and the server's; null where nothing does, and the window is content. */
export function listProblem(
  rows: readonly SeenRow[],
  onServer: readonly WireKey[],
  { alerts }: Seen,
): string | null {
  const shown = new Set(rows.map(({ id, name }) => `${id} ${name}`));
  const kept = new Set(onServer.map(({ id, name }) => `${id} ${name}`));
  const wrong = [
    ...[...shown].filter((each) => !kept.has(each)).map((each) => `shown alone: ${each}`),
    ...[...kept].filter((each) => !shown.has(each)).map((each) => `on the server alone: ${each}`),
    ...alerts,
  ];
  return wrong.length === 0 ? null : `After one Retry: ${wrong.join('; ')}`;
}
