import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { Bridge, CopyLoaded, KeysEnded, KeysLoaded, LoadOutcome } from '../../shared/contract.ts';
import { quietly } from '../settled.ts';
import { type ListedRow, listRow } from './listed-row.ts';
import { isOffline } from './offline.ts';
import { retryPause } from './retry-pause.ts';
import type { RowList } from './visible-rows.ts';

export type LoadState =
  /**
   * `refreshing`: an older, whole list is shown meanwhile. `after`: what ended the try before; it stays in sight until
   * this one has brought something better.
   */
  | {
      readonly kind: 'loading';
      readonly loaded: number;
      readonly estimatedTotal: number | null;
      readonly refreshing: boolean;
      readonly after: AppError | null;
    }
  | { readonly kind: 'ready' }
  /** The server left open whether the list is whole; a whole one that was there before is still shown. */
  | { readonly kind: 'partial' }
  /** `retryAt`: when it is tried again by itself, in milliseconds since the epoch; null: it is not. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly retryAt: number | null };

export type KeysState = {
  readonly list: RowList;
  readonly load: LoadState;
  /** When the shown list was loaded, perhaps in an earlier run; null where its first loading has not ended well. */
  readonly loadedAt: number | null;
  /** Whether the shown list is known to be the whole one. */
  readonly isWhole: boolean;
};

export type KeysStore = {
  readonly state: StoreApi<KeysState>;
  /** Loads and listens; answers the function that stops it. */
  readonly start: () => () => void;
  /** Loads again behind the list that is shown. */
  readonly refresh: () => void;
  /** Loads again, from the beginning: a walk that is under way may have passed what has just changed. */
  readonly readAgain: () => void;
  readonly refreshIfStale: () => void;
  /** The computer is on a network again: what failed for want of one is tried at once, if it was not just now. */
  readonly networkIsBack: () => void;
  readonly cancel: () => void;
  /** Takes a deleted key out of the list. */
  readonly removeKey: (id: string) => void;
  /** Takes several of them out at once. */
  readonly removeKeys: (ids: readonly string[]) => void;
  /** Forgets the list and loads another one. */
  readonly startOver: () => void;
};

type KeysStoreParts = {
  readonly bridge: Bridge;
  readonly now: () => number;
  /** Calls back later; answers the function that calls it off. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
};

const STALE_AFTER = 5 * 60_000;

/** A network that comes and goes many times a minute brings one try each so many milliseconds. */
const LEAST_PAUSE = 2_000;

/** Rows are shown in batches: seldom enough that typing stays immediate, less often as the list grows. */
const batchPause = (shown: number) => Math.max(100, shown / 125);

type Walk = {
  readonly loadId: number;
  readonly before: LoadState;
  /** What ended the try before. */
  readonly after: AppError | null;
  refreshing: boolean;
  readonly seen: Set<string>;
  waiting: ListedRow[];
  loaded: number;
  estimatedTotal: number | null;
  stopTimer: (() => void) | null;
};

const EMPTY: KeysState = {
  list: { generation: 0, rows: [] },
  load: { kind: 'loading', loaded: 0, estimatedTotal: null, refreshing: false, after: null },
  loadedAt: null,
  isWhole: false,
};

export function createKeysStore({ bridge, now, later }: KeysStoreParts): KeysStore {
  const state = createStore<KeysState>(() => EMPTY);
  let walk: Walk | null = null;
  let lastLoadId = Math.floor(now());
  let lastBegun = Number.NEGATIVE_INFINITY;
  let started = false;
  let failures = 0;
  let stopRetry: (() => void) | null = null;

  const replaceRows = (rows: readonly ListedRow[]) => {
    state.setState(({ list }) => ({ list: { generation: list.generation + 1, rows } }));
  };

  const flush = (current: Walk) => {
    current.stopTimer?.();
    current.stopTimer = null;
    const { loaded, estimatedTotal, refreshing, after } = current;
    const added = refreshing ? [] : current.waiting.splice(0);
    state.setState(({ list }) => ({
      load: { kind: 'loading', loaded, estimatedTotal, refreshing, after },
      ...(added.length > 0 ? { list: { ...list, rows: [...list.rows, ...added] } } : {}),
    }));
  };

  const receive = ({ loadId, rows, estimatedTotal }: KeysLoaded) => {
    if (walk?.loadId !== loadId) return;
    const current = walk;
    for (const item of rows.map(listRow)) {
      if (current.seen.has(item.id)) continue;
      current.seen.add(item.id);
      current.waiting.push(item);
      current.loaded += 1;
    }
    current.estimatedTotal = estimatedTotal;
    const pause = batchPause(current.loaded);
    current.stopTimer ??= later(() => flush(current), pause);
  };

  /** The last whole list: on screen until the fresh one takes its place. Its first rows are there at once. */
  const receiveCopy = ({ loadId, rows, savedAt, isLast }: CopyLoaded) => {
    if (walk?.loadId !== loadId) return;
    const current = walk;
    const shown = state.getState().list.rows.length;
    for (const item of rows.map(listRow)) current.waiting.push(item);
    if (shown === 0 || isLast) flush(current);
    else current.stopTimer ??= later(() => flush(current), batchPause(shown + current.waiting.length));
    if (!isLast) return;
    current.refreshing = true;
    state.setState({ loadedAt: savedAt, isWhole: true });
    flush(current);
  };

  const failed = (error: AppError) => {
    failures += 1;
    const pause = retryPause(error, failures);
    if (pause !== null) stopRetry = later(refresh, pause);
    state.setState({ load: { kind: 'failed', error, retryAt: pause === null ? null : now() + pause } });
  };

  const succeeded = (current: Walk, { kind }: LoadOutcome) => {
    failures = 0;
    const { isWhole } = state.getState();
    const complete = kind === 'complete';
    // What may not be the whole list never takes the place of one that was.
    const isBetter = complete || !isWhole;
    if (current.refreshing && isBetter) replaceRows(current.waiting);
    state.setState({
      isWhole: isWhole || complete,
      load: { kind: complete ? 'ready' : 'partial' },
      ...(isBetter ? { loadedAt: now() } : {}),
    });
  };

  const finish = (current: Walk, result: Result<LoadOutcome>) => {
    flush(current);
    walk = null;
    if (result.ok) succeeded(current, result.value);
    else if (result.error.kind === 'cancelled' && current.before.kind !== 'loading') {
      const { before } = current;
      state.setState({ load: before.kind === 'failed' ? { ...before, retryAt: null } : before });
    } else failed(result.error);
  };

  const end = ({ loadId, result }: KeysEnded) => {
    if (walk?.loadId === loadId) finish(walk, result);
  };

  const abandon = () => {
    walk?.stopTimer?.();
    walk = null;
    stopRetry?.();
    stopRetry = null;
  };

  const load = () => {
    const { loadedAt, load: shown } = state.getState();
    const before = walk?.before ?? shown;
    abandon();
    const refreshing = loadedAt !== null;
    lastLoadId += 1;
    lastBegun = now();
    const current: Walk = {
      loadId: lastLoadId,
      before,
      after: before.kind === 'failed' ? before.error : null,
      refreshing,
      seen: new Set(),
      waiting: [],
      loaded: 0,
      estimatedTotal: null,
      stopTimer: null,
    };
    walk = current;
    // What came of a first load that failed belongs to no list: it comes again.
    if (!refreshing) replaceRows([]);
    flush(current);
    bridge
      .loadKeys({ loadId: current.loadId, wantsCopy: !refreshing })
      .catch(() => end({ loadId: current.loadId, result: { ok: false, error: { kind: 'unexpected' } } }));
  };

  function refresh(): void {
    if (started && !walk) load();
  }

  function removeKeys(ids: readonly string[]): void {
    const gone = new Set(ids);
    // Remembered as seen: a page that was read before the deletion does not bring it back.
    for (const id of ids) walk?.seen.add(id);
    if (walk) walk.waiting = walk.waiting.filter(({ id }) => !gone.has(id));
    replaceRows(state.getState().list.rows.filter(({ id }) => !gone.has(id)));
  }

  return {
    state,
    start: () => {
      const stops = [
        bridge.on('copyLoaded', receiveCopy),
        bridge.on('keysLoaded', receive),
        bridge.on('keysEnded', end),
      ];
      started = true;
      load();
      return () => {
        for (const stop of stops) stop();
        started = false;
        abandon();
      };
    },
    refresh,
    readAgain: () => {
      if (started) load();
    },
    refreshIfStale: () => {
      const { load: shown } = state.getState();
      const age = now() - lastBegun;
      // A clock that was set back must not make the list fresh until it has caught up.
      const isStale = age < 0 || age > STALE_AFTER;
      // What the server asked to wait for is not cut short.
      const waits = age >= 0 && shown.kind === 'failed' && shown.retryAt !== null && shown.retryAt > now();
      if (isStale && !waits) refresh();
    },
    networkIsBack: () => {
      const shown = state.getState().load;
      if (shown.kind !== 'failed' || !isOffline(shown.error)) return;
      const wait = lastBegun + LEAST_PAUSE - now();
      if (wait <= 0) return refresh();
      stopRetry?.();
      stopRetry = later(refresh, Math.min(wait, LEAST_PAUSE));
    },
    cancel: () => quietly(bridge.cancel({ call: 'loadKeys' })),
    removeKey: (id) => removeKeys([id]),
    removeKeys,
    startOver: () => {
      // A store that was left must not end the walk of its successor.
      if (!started) return;
      abandon();
      state.setState({ ...EMPTY, list: { generation: state.getState().list.generation + 1, rows: [] } });
      load();
    },
  };
}
