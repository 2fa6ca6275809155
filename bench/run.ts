import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keyringLacks } from '../e2e/support/keyring.ts';
import { PROJECT_ROOT } from '../e2e/support/launch.ts';
import { crossingOfKeydesk, crossingOfPort } from './support/crossing.ts';
import { createSamples } from './support/figures.ts';
import { loadNow, putInto, type Results, tablesOf } from './support/report.ts';
import { benchRows, type KeyApi, rowsOf, startApi } from './support/rows.ts';
import { prepareProfile, start, startKeyring } from './support/start.ts';
import { measureTable, newestFirst } from './support/table.ts';
import { FLOOR, KEYDESK, WAYS, type Way } from './support/ways.ts';
import { type Open, openShell, openWay, withFolder } from './support/window.ts';

/*
 * Measures Keydesk beside what one would use instead, in turns, and writes what it found. A quick run takes each way
 * once; a median has only a full one.
 */

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,10000,100000' },
    ways: { type: 'string', default: '' },
  },
});
const isQuick = options.quick;
const SIZES = options.sizes.split(',').map(Number);
const samples = createSamples();
const load = [loadNow()];
let runtime = '';

const say = (words: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${words}`);

/** One thing that cannot be measured here is left out, and said; the others are measured all the same. */
async function attempt(what: string, work: () => Promise<void>, seconds = 120): Promise<void> {
  say(what);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It did not come to an end')), seconds * 1000);
  });
  try {
    await Promise.race([work(), late]);
  } catch (error) {
    say(`  left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  } finally {
    clearTimeout(timer);
  }
}

/** All ways at the largest size; what grows, the floor and the program, at the others too. */
function waysFor(keys: number): readonly Way[] {
  if (options.ways !== '') return WAYS.filter(({ id }) => options.ways.split(',').includes(id));
  return keys === SIZES.at(-1) ? WAYS : [FLOOR, KEYDESK];
}
const roundsFor = (keys: number): number => (isQuick ? 1 : keys === SIZES.at(-1) ? 3 : 2);

async function crossing(open: Open, keys: number, way: 'keydesk' | 'port'): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    const found = await (way === 'keydesk' ? crossingOfKeydesk(open) : crossingOfPort(open));
    samples.add(`crossing ${keys} ${way}`, found.time);
    samples.add(`crossing, main blocked ${keys} ${way}`, found.mainBlocked);
    samples.add(`crossing, page blocked ${keys} ${way}`, found.pageBlocked);
  }
}

async function measureWay(way: Way, api: KeyApi, keys: number, rowsFile: string, rows: Rows): Promise<void> {
  await withFolder(async (profile) => {
    const open = await openWay(way, { api, keys, rowsFile, profile });
    try {
      open.page.setDefaultTimeout(20_000);
      const add = (kind: string, ...values: readonly number[]) =>
        samples.add(`${kind} ${keys} ${way.id}`, ...values);
      await measureTable({ page: open.page, way, rows, add });
      if (way === KEYDESK) await crossing(open, keys, 'keydesk');
    } finally {
      await open.close();
    }
  });
}

async function measurePort(keys: number, rowsFile: string): Promise<void> {
  await withFolder(async (profile) => {
    const open = await openShell('bare', rowsFile, profile);
    runtime = await open.app.evaluate(() => `Electron ${process.versions['electron']}`);
    try {
      await crossing(open, keys, 'port');
    } finally {
      await open.close();
    }
  });
}

type Rows = Awaited<ReturnType<typeof rowsOf>>;

async function measureTables(api: KeyApi, keys: number): Promise<void> {
  await withFolder(async (folder) => {
    const rows = await rowsOf(api);
    const rowsFile = path.join(folder, 'rows.json');
    await writeFile(rowsFile, benchRows(newestFirst(rows)));
    for (let round = 1; round <= roundsFor(keys); round += 1) {
      for (const way of waysFor(keys)) {
        await attempt(`${keys} keys, round ${round}: ${way.label}`, () =>
          measureWay(way, api, keys, rowsFile, rows),
        );
      }
      await attempt(`${keys} keys, round ${round}: a port`, () => measurePort(keys, rowsFile), 40);
    }
  });
}

/** Starts of the bare window and of the program in turns, on a profile with an offline copy. */
async function measureStarts(api: KeyApi, keys: number): Promise<void> {
  await withFolder(async (folder) => {
    const keyring = await startKeyring();
    try {
      const [profile, bare] = [path.join(folder, 'profile'), path.join(folder, 'bare')];
      await Promise.all([profile, bare].map((each) => mkdir(each)));
      await prepareProfile(profile, api, keys, keyring);
      for (let time = 0; time < (isQuick ? 5 : 11); time += 1) {
        // It takes seconds until a program has come to rest.
        const rests = time < 2;
        const empty = await start('bare', bare, keyring, rests);
        samples.add('ready bare', empty.ready);
        if (empty.megabytes !== null) samples.add('memory bare', empty.megabytes);
        const own = await start('keydesk', profile, keyring, rests);
        samples.add(`ready ${keys} keydesk`, own.ready);
        if (own.megabytes !== null) samples.add(`memory ${keys} keydesk`, own.megabytes);
        if (own.rows !== null) samples.add(`rows ${keys} keydesk`, own.rows);
        // Chromium does not always tell when it first painted.
        if (own.loaded.js > 0) samples.add(`js ${keys} keydesk`, own.loaded.js);
        if (own.loaded.css > 0) samples.add(`css ${keys} keydesk`, own.loaded.css);
      }
    } finally {
      await keyring.stop();
    }
  });
}

async function writeResults(): Promise<void> {
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    runtime,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    isQuick,
    load: [...load, loadNow()],
    sizes: SIZES,
    figures: samples.figures(),
  };
  const folder = path.join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const name = new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-');
  await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(results, null, 2)}\n`);
  const text = tablesOf(results);
  await putInto(path.join(import.meta.dirname, 'README.md'), text);
  await putInto(path.join(PROJECT_ROOT, 'README.md'), text);
  console.log(`\n${text}`);
}

for (const keys of SIZES) {
  const api = await startApi(keys);
  try {
    const canStart = keyringLacks().length === 0 && (keys !== 10_000 || !isQuick) && options.ways === '';
    if (canStart) await attempt(`${keys} keys: starts`, () => measureStarts(api, keys), 900);
    await attempt(`${keys} keys: tables`, () => measureTables(api, keys), 3600);
  } finally {
    api.stop();
  }
}
if (options.ways === '') await writeResults();
else console.table(samples.figures());
process.exit();
