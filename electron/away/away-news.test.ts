import { expect, it } from 'vitest';
import type { Deletion, DeletionPhase, KeyOutcome } from '../../shared/deletion.ts';
import { createAwayNews, type SystemNote } from './away-news.ts';

const HOUR = 3_600_000;

function open() {
  const shown: SystemNote[] = [];
  const state = { isAway: true, isWanted: true, isLocked: false, due: ['a'], now: 0 };
  const news = createAwayNews({
    isAway: () => state.isAway,
    isWanted: () => state.isWanted,
    isLocked: () => state.isLocked,
    dueKeys: async () => state.due,
    show: (note) => shown.push(note),
    clock: () => state.now,
  });
  return { news, shown, state };
}

function deletion(
  phase: DeletionPhase['kind'] & ('running' | 'done'),
  ...kinds: KeyOutcome['kind'][]
): Deletion {
  const keys = kinds.map((kind, index) => ({
    id: `id-${index}`,
    name: 'Secret_Project',
    lastFour: 'abcd',
    outcome: (kind === 'failed' ? { kind, error: { kind: 'network' } } : { kind }) as KeyOutcome,
  }));
  return { keys, phase: { kind: phase } };
}

function endOne({ news }: ReturnType<typeof open>): void {
  news.deletion(deletion('running', 'deleting', 'waiting', 'waiting'));
  news.deletion(deletion('done', 'deleted', 'gone', 'failed'));
}

it('tells how a deletion ended while the window was away, without a name', () => {
  const opened = open();
  endOne(opened);
  expect(opened.shown).toEqual([
    { title: 'Deleting has ended', body: '2 keys were deleted. 1 key is still there.' },
  ]);
  expect(JSON.stringify(opened.shown)).not.toMatch(/Secret|abcd|id-/);
});

it.each([['isAway'], ['isWanted']] as const)('says nothing without %s', async (what) => {
  const opened = open();
  opened.state[what] = false;
  endOne(opened);
  opened.state.now = 2 * HOUR;
  await opened.news.look();
  expect(opened.shown).toEqual([]);
});

it('tells once of a deletion, and of none that had ended before', () => {
  const opened = open();
  opened.news.deletion(deletion('done', 'deleted'));
  endOne(opened);
  opened.news.deletion(deletion('done', 'deleted'));
  opened.news.deletion(null);
  expect(opened.shown).toHaveLength(1);
});

it('tells of a locked window only that there is something', async () => {
  const opened = open();
  opened.state.isLocked = true;
  endOne(opened);
  opened.state.now = HOUR;
  await opened.news.look();
  expect(opened.shown.map(({ body }) => body)).toEqual([
    'Unlock Keydesk to see more.',
    'Unlock Keydesk to see more.',
  ]);
});

it('tells of what came due since the window was left, once, and looks every hour', async () => {
  const { news, shown, state } = open();
  await news.left();
  state.due = ['a', 'b', 'c'];
  state.now = HOUR - 1;
  await news.look();
  expect(shown).toEqual([]);
  state.now = HOUR;
  await news.look();
  expect(shown).toEqual([{ title: 'Due', body: '2 keys have come due. The review tells which.' }]);
  state.now = 2 * HOUR;
  await news.look();
  expect(shown).toHaveLength(1);
});
