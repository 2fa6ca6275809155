/** A key as the pages show it, with what filtering and sorting need worked out beforehand: the same for each of them. */
export type BenchRow = {
  readonly id: string;
  readonly name: string;
  readonly lastFour: string;
  readonly createdAt: number;
  readonly restricted: boolean;
  readonly folded: string;
  readonly sortKey: string;
};

export type Column = 'name' | 'created' | 'permissions';
export type Order = { readonly column: Column; readonly descending: boolean };

/** Newest first: the order in which the rows come. */
export const USUAL: Order = { column: 'created', descending: true };

export const maskedKey = (row: BenchRow) => `••••${row.lastFour}`;
export const shortId = (row: BenchRow) => row.id.slice(0, 8);
export const access = (row: BenchRow) => (row.restricted ? 'Restricted' : 'Unrestricted');

const relative = new Intl.RelativeTimeFormat('en');
const now = Date.now();

export const created = (row: BenchRow) =>
  relative.format(Math.trunc((row.createdAt - now) / (30.4375 * 86_400_000)), 'month');

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const compareNames = (a: BenchRow, b: BenchRow) => byText(a.sortKey, b.sortKey);
export const compareCreated = (a: BenchRow, b: BenchRow) => a.createdAt - b.createdAt;
export const comparePermissions = (a: BenchRow, b: BenchRow) => Number(b.restricted) - Number(a.restricted);

export function comparison({ column, descending }: Order): (a: BenchRow, b: BenchRow) => number {
  const compare = { name: compareNames, created: compareCreated, permissions: comparePermissions }[column];
  return descending ? (a, b) => compare(b, a) : compare;
}

/** The order after a click on a header: names from A, the oldest and the unrestricted first. */
export function nextOrder(order: Order, column: Column): Order {
  if (order.column === column) return { column, descending: !order.descending };
  return { column, descending: column === 'permissions' };
}

export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The rows of this run, as the shell hands them out. */
export async function fetchRows(): Promise<readonly BenchRow[]> {
  const answer = await fetch('rows.json');
  return (await answer.json()) as readonly BenchRow[];
}
