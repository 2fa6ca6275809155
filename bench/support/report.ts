import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { markdownTable } from '../../scripts/markdown-table.mjs';
import type { Figure } from './figures.ts';
import { WAYS } from './ways.ts';

/** Everything that one run has found. */
export type Results = {
  readonly date: string;
  readonly runtime: string;
  readonly machine: string;
  readonly isQuick: boolean;
  readonly load: readonly (readonly number[])[];
  readonly sizes: readonly number[];
  readonly figures: Readonly<Record<string, Figure>>;
};

export const loadNow = (): readonly number[] => loadavg().map((each) => Math.round(each * 10) / 10);

const KINDS = [
  ['mount', 'mount'],
  ['keystroke', 'keystroke'],
  ['keystroke, worst', 'worst keystroke'],
  ['sort by name', 'sort by name'],
  ['sort by created', 'by date'],
  ['sort by permissions', 'by permissions'],
  ['frame p99', 'scroll frame p99'],
  ['tasks over 50 ms', 'tasks > 50 ms'],
  ['blank frames after a jump', 'blank frames'],
] as const;

function shown(figure: Figure | undefined): string {
  if (!figure) return '—';
  const round = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value)).toString();
  const range = figure.least === figure.most ? '' : ` (${round(figure.least)}–${round(figure.most)})`;
  return round(figure.median) + range;
}

function tablesOfKeys({ figures, sizes }: Results): string {
  return sizes
    .map((keys) => {
      const lines = WAYS.filter(({ id }) => figures[`mount ${keys} ${id}`]).map(({ id, label }) => [
        label,
        ...KINDS.map(([kind]) => shown(figures[`${kind} ${keys} ${id}`])),
      ]);
      const head = [`${keys.toLocaleString('en')} keys`, ...KINDS.map(([, label]) => label)];
      return lines.length === 0 ? '' : markdownTable(head, lines);
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

const OTHERS = [
  ['start → ready to show', 'ready'],
  ['start → rows of the offline copy painted', 'rows'],
  ['memory of all processes (PSS), MiB', 'memory'],
  ['code before the first paint, kB of JS', 'js'],
  ['styles before the first paint, kB', 'css'],
  ['list from main to page', 'crossing'],
  ['… longest that main could not answer', 'crossing, main blocked'],
  ['… longest that the page could not answer', 'crossing, page blocked'],
] as const;

function tableOfOthers({ figures, sizes }: Results): string {
  const lines = sizes.flatMap((keys) =>
    OTHERS.flatMap(([label, kind]) => {
      const own = figures[`${kind} ${keys} keydesk`];
      const other = figures[`${kind} ${keys} port`] ?? figures[`${kind} bare`];
      const ofBare = kind === 'rows' ? figures['ready bare'] : other;
      if (!own) return [];
      const ratio = ofBare ? `${(own.median / ofBare.median).toFixed(2)} ×` : '';
      return [[keys.toLocaleString('en'), label, shown(own), shown(ofBare), ratio]];
    }),
  );
  return markdownTable(['keys', 'figure', 'Keydesk', 'bare window, or a port in pieces', 'ratio'], lines);
}

/** The tables, with what has to be known to read them. */
export function tablesOf(results: Results): string {
  const [first = [], last = []] = [results.load.at(0), results.load.at(-1)];
  return [
    `${results.date}, ${results.runtime}, ${results.machine}, ${results.isQuick ? 'a quick run' : 'a full run'}.`,
    `Load of the machine ${first.join(' ')} at the beginning, ${last.join(' ')} at the end.`,
    'Milliseconds where nothing else is said: median (least–most).',
    '',
    tablesOfKeys(results),
    '',
    tableOfOthers(results),
  ].join('\n');
}

const BEGIN = '<!-- bench: made by npm run bench -->';
const END = '<!-- /bench -->';

/** Puts the tables between the marks of a file; a file without them stays as it is. */
export async function putInto(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const [head, rest] = [before.split(BEGIN)[0] ?? '', before.split(END)[1]];
  if (rest === undefined) return;
  await writeFile(file, `${head}${BEGIN}\n\n${text}\n\n${END}${rest}`);
}
