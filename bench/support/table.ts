import type { Page } from '@playwright/test';
import { fold, type ListedRow } from '../../renderer/keys/listed-row.ts';
import { type SortDirection, sortRows, USUAL_SORT } from '../../renderer/keys/visible-rows.ts';
import { quantile } from './figures.ts';
import type { MeasuredColumn, Way } from './ways.ts';

/** So many rows must be right before they count as painted. */
const LOOKED_AT = 8;

/** What is typed, a letter at a time: the first rows differ with nearly each of them. */
const TYPED = ['sync_eu', 'backup_1', 'crm_app_t', 'fleet_w', '_300'];

const FIRST: Readonly<Record<MeasuredColumn, SortDirection>> = {
  name: 'ascending',
  created: 'ascending',
  permissions: 'descending',
};
const OTHER = { ascending: 'descending', descending: 'ascending' } as const;
const COLUMNS: readonly MeasuredColumn[] = ['name', 'created', 'permissions'];

/** Other names are shown in ways of their own. */
const PLAIN = /^\w{1,60}$/;

const firstNames = (rows: readonly ListedRow[]): readonly string[] =>
  rows.slice(0, LOOKED_AT).map(({ row }) => (PLAIN.test(row.name ?? '') ? (row.name ?? '') : ''));

const isSame = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n');

export type TableRun = {
  readonly page: Page;
  readonly way: Way;
  /** In the order of the key API; the program sorts them itself, the others get them newest first. */
  readonly rows: readonly ListedRow[];
  /** Takes what was measured, by its kind. */
  readonly add: (kind: string, ...values: readonly number[]) => void;
};

/** Without the one key that has no date: each way would put it elsewhere. */
export const newestFirst = (rows: readonly ListedRow[]) =>
  sortRows(
    [],
    rows.filter(({ row }) => row.createdAt !== null),
    USUAL_SORT,
  );

/** Everything that is measured of a table, in the order in which a person would do it. */
export async function measureTable(parts: TableRun): Promise<void> {
  const run = { ...parts, rows: newestFirst(parts.rows) };
  await mount(run);
  await type(run);
  await sort(parts.way.page === null ? parts : run);
  await run.page.evaluate(() => window.probe.longTasks());
  await scroll(run);
  const tasks = await run.page.evaluate(() => window.probe.longTasks());
  run.add('tasks over 50 ms', tasks.length);
}

/** The table is shown anew over a list that is in the page already. */
async function mount({ page, way, rows, add }: TableRun): Promise<void> {
  const isKeydesk = way.page === null;
  const show = isKeydesk ? page.getByRole('tab').first() : page.locator('#toggle');
  for (let time = 0; time < 3; time += 1) {
    if (isKeydesk) await page.getByRole('tab', { name: 'Activity' }).click();
    else if (time > 0) await show.click();
    await page.locator(way.row).first().waitFor({ state: 'detached' });
    await page.evaluate((names) => window.probe.arm('click', names), firstNames(rows));
    await show.click();
    add('mount', await page.evaluate(() => window.probe.painted()));
  }
}

async function type({ page, way, rows, add }: TableRun): Promise<void> {
  const search = page.locator(way.search).first();
  await search.click();
  const times: number[] = [];
  for (const text of TYPED) {
    let shown = firstNames(rows);
    for (let length = 1; length <= text.length; length += 1) {
      const wanted = fold(text.slice(0, length));
      const names = firstNames(rows.filter(({ folded }) => folded.includes(wanted)));
      const counts = !isSame(names, shown) && names.length > 0;
      if (counts) await page.evaluate((each) => window.probe.arm('keydown', each), names);
      await search.press(text.charAt(length - 1));
      if (counts) times.push(await page.evaluate(() => window.probe.painted()));
      shown = names;
    }
    await search.fill('');
    await page.waitForFunction((first) => window.probe.names()[0] === first, rows[0]?.row.name ?? '');
  }
  add('keystroke', quantile(times, 0.5));
  add('keystroke, worst', Math.max(...times));
}

async function sort({ page, way, rows, add }: TableRun): Promise<void> {
  const press = async (column: MeasuredColumn, direction: SortDirection): Promise<number> => {
    const names = firstNames(sortRows([], rows, { column, direction }));
    await page.evaluate((each) => window.probe.arm('click', each), names);
    await page.locator(way.header[column]).first().click();
    return page.evaluate(() => window.probe.painted());
  };
  for (const column of COLUMNS) {
    const direction = FIRST[column];
    if (way.twice.includes(column)) await press(column, OTHER[direction]);
    add(`sort by ${column}`, await press(column, direction));
  }
}

/** The wheel for two seconds, then five jumps over a good part of the list. */
async function scroll({ page, way, add }: TableRun): Promise<void> {
  const box = await page.locator(way.scroller).first().boundingBox();
  if (!box) return;
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  await page.evaluate(() => window.probe.startFrames());
  for (let turn = 0; turn < 100; turn += 1) await page.mouse.wheel(0, 240);
  const wheel = await page.evaluate(() => window.probe.stopFrames());
  add('frame p99', quantile(wheel.frames, 0.99));
  await page.evaluate(() => window.probe.startFrames());
  for (const distance of [40_000, -20_000, 15_000, 90_000, -200_000]) {
    await page.mouse.wheel(0, distance);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
  const jumps = await page.evaluate(() => window.probe.stopFrames());
  add('blank frames after a jump', jumps.blank);
}
