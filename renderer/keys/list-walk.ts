import type { StoreApi } from 'zustand/vanilla';
import type { CopyLoaded, KeysLoaded } from '../../shared/contract.ts';
import { rowsOfText } from '../../shared/rows-text.ts';
import type { Later } from '../later.ts';
import type { KeysState, LoadState } from './keys-state.ts';
import { type ListedRow, listRow } from './listed-row.ts';

export type ListWalkParts = {
  readonly loadId: number;
  /** What was shown of the loading before. */
  readonly before: LoadState;
  /** A whole list is on screen: the rows wait until they can take its place. */
  readonly refreshing: boolean;
  readonly state: StoreApi<KeysState>;
  readonly later: Later;
};

export type ListWalk = ReturnType<typeof createListWalk>;

/** Rows are shown in batches: seldom enough that typing stays immediate, less often as the list grows. */
const batchPause = (shown: number) => Math.max(100, shown / 125);

/** One reading of the list: takes what main sends, each key once, and shows it in batches. */
export function createListWalk({ loadId, before, refreshing: begun, state, later }: ListWalkParts) {
  const after = before.kind === 'failed' ? before.error : null;
  const seen = new Set<string>();
  let refreshing = begun;
  let waiting: ListedRow[] = [];
  let loaded = 0;
  let estimatedTotal: number | null = null;
  let stopTimer: (() => void) | null = null;

  function stop(): void {
    stopTimer?.();
    stopTimer = null;
  }

  /** Shows what has come so far. */
  function show(): void {
    stop();
    const added = refreshing ? [] : waiting.splice(0);
    state.setState(({ list }) => ({
      load: { kind: 'loading', loaded, estimatedTotal, refreshing, after },
      ...(added.length > 0 ? { list: { ...list, rows: [...list.rows, ...added] } } : {}),
    }));
  }

  function showSoon(shown: number): void {
    stopTimer ??= later(show, batchPause(shown));
  }

  return {
    loadId,
    before,
    show,
    stop,
    isRefreshing: () => refreshing,
    /** What has come and is not shown yet. */
    rows: (): readonly ListedRow[] => waiting,

    receive(page: KeysLoaded): void {
      for (const item of rowsOfText(page.rows).map(listRow)) {
        if (seen.has(item.id)) continue;
        seen.add(item.id);
        waiting.push(item);
        loaded += 1;
      }
      estimatedTotal = page.estimatedTotal;
      showSoon(loaded);
    },

    /** The last whole list: on screen until the fresh one takes its place. Its first rows are there at once. */
    receiveCopy({ rows, savedAt, isLast }: CopyLoaded): void {
      const shown = state.getState().list.rows.length;
      for (const item of rowsOfText(rows).map(listRow)) if (!seen.has(item.id)) waiting.push(item);
      if (shown === 0 || isLast) show();
      else showSoon(shown + waiting.length);
      if (!isLast) return;
      refreshing = true;
      state.setState({ loadedAt: savedAt, isWhole: true });
      show();
    },

    /** These are deleted: a page that was read before does not bring them back. */
    leaveOut(ids: ReadonlySet<string>): void {
      for (const id of ids) seen.add(id);
      waiting = waiting.filter(({ id }) => !ids.has(id));
    },
  };
}
