import { expect, it } from 'vitest';
import { nextView, VIEW_IDS, viewCommand, viewOf } from './views.ts';

it('has a command for each view, and takes no other one for it', () => {
  expect(VIEW_IDS.map((id) => viewOf(viewCommand(id)))).toEqual(VIEW_IDS);
  for (const other of ['refresh', 'view:', 'view:nothing', 'keys']) expect(viewOf(other)).toBeNull();
});

it('goes round the views', () => {
  const round = VIEW_IDS.reduce((views) => [...views, nextView(views.at(-1) ?? 'keys')], [
    'keys' as const,
  ] as (typeof VIEW_IDS)[number][]);
  expect(new Set(round).size).toBe(VIEW_IDS.length);
  expect(round.at(-1)).toBe('keys');
});
