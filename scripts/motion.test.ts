import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SHEETS = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(join('renderer', name), 'utf8').replace(/\/\*.*?\*\//gs, '') }));

/** The selectors of the rules that a sheet has outside of its media queries, and within those for less motion. */
function movedIn(text: string): { readonly moves: readonly string[]; readonly still: string } {
  const still = [...text.matchAll(/@media \(prefers-reduced-motion: reduce\) \{(.*?)\n\}/gs)]
    .map(([, rules]) => rules)
    .join('\n');
  const usual = text.replace(/@media \(prefers-reduced-motion: reduce\) \{.*?\n\}/gs, '');
  const moves = [...usual.matchAll(/([^{}]+)\{[^{}]*\b(?:animation|transition):[^{}]*\}/g)].map(
    ([, selector = '']) => selector.trim(),
  );
  return { moves, still };
}

it('whatever moves has a form that does not, for whoever wants less motion', () => {
  const all = SHEETS.map(({ name, text }) => ({ name, ...movedIn(text) }));
  expect(all.flatMap(({ moves }) => moves).length).toBeGreaterThan(4);
  const moving = all.flatMap(({ name, moves, still }) =>
    moves.filter((selector) => !still.includes(`${selector} {`)).map((selector) => `${name}: ${selector}`),
  );
  expect(moving).toEqual([]);
});
