import { createStore } from 'zustand/vanilla';
import type { AppError, Result } from '../../shared/app-error.ts';
import type { Bridge, LoadOutcome } from '../../shared/contract.ts';
import type { Later } from '../later.ts';
import { quietly } from '../settled.ts';
import { EMPTY, type KeysState, type KeysStore, replaceRows } from './keys-state.ts';
import { createListWalk, type ListWalk } from './list-walk.ts';
import { isOffline } from './offline.ts';
import { retryPause } from './retry-pause.ts';

type KeysStoreParts = {
  readonly bridge: Bridge;
  readonly now: () => number;
  readonly later: Later;
};

const STALE_AFTER = 5 * 60_000;

/** A network that comes and goes many times a minute brings one try each so many milliseconds. */
const LEAST_PAUSE = 2_000;

/** The list of the open connection: read again by itself where that helps, and never worse than it was. */
export function createKeysStore({ bridge, now, later }: KeysStoreParts): KeysStore {
  const state = createStore<KeysState>(() => EMPTY);
  let walk: ListWalk | null = null;
  let lastLoadId = Math.floor(now());
  let lastBegun = Number.NEGATIVE_INFINITY;
  let started = false;
  let failures = 0;
  let stopRetry: (() => void) | null = null;

  function failed(error: AppError): void {
    failures += 1;
    const pause = retryPause(error, failures);
    if (pause !== null) stopRetry = later(refresh, pause);
    state.setState({ load: { kind: 'failed', error, retryAt: pause === null ? null : now() + pause } });
  }

  function succeeded(ended: ListWalk, { kind }: LoadOutcome): void {
    failures = 0;
    const { isWhole } = state.getState();
    const complete = kind === 'complete';
    // What may not be the whole list never takes the place of one that was.
    const isBetter = complete || !isWhole;
    if (ended.isRefreshing() && isBetter) replaceRows(state, ended.rows());
    state.setState({
      isWhole: isWhole || complete,
      load: { kind: complete ? 'ready' : 'partial' },
      ...(isBetter ? { loadedAt: now() } : {}),
    });
  }

  function end(loadId: number, result: Result<LoadOutcome>): void {
    if (walk?.loadId !== loadId) return;
    const ended = walk;
    walk = null;
    ended.show();
    const { before } = ended;
    if (result.ok) succeeded(ended, result.value);
    else if (result.error.kind === 'cancelled' && before.kind !== 'loading')
      state.setState({ load: before.kind === 'failed' ? { ...before, retryAt: null } : before });
    else failed(result.error);
  }

  function abandon(): void {
    walk?.stop();
    walk = null;
    stopRetry?.();
    stopRetry = null;
  }

  function load(): void {
    const { loadedAt, load: shown } = state.getState();
    const before = walk?.before ?? shown;
    abandon();
    const refreshing = loadedAt !== null;
    lastLoadId += 1;
    lastBegun = now();
    const loadId = lastLoadId;
    walk = createListWalk({ loadId, before, refreshing, state, later });
    // What came of a first load that failed belongs to no list: it comes again.
    if (!refreshing) replaceRows(state, []);
    walk.show();
    bridge
      .loadKeys({ loadId, wantsCopy: !refreshing })
      .catch(() => end(loadId, { ok: false, error: { kind: 'unexpected' } }));
  }

  function refresh(): void {
    if (started && !walk) load();
  }

  function removeKeys(ids: readonly string[]): void {
    const gone = new Set(ids);
    walk?.leaveOut(gone);
    replaceRows(
      state,
      state.getState().list.rows.filter(({ id }) => !gone.has(id)),
    );
  }

  const listen = (): readonly (() => void)[] => [
    bridge.on('copyLoaded', (copy) => {
      if (walk?.loadId === copy.loadId) walk.receiveCopy(copy);
    }),
    bridge.on('keysLoaded', (page) => {
      if (walk?.loadId === page.loadId) walk.receive(page);
    }),
    bridge.on('keysEnded', ({ loadId, result }) => end(loadId, result)),
  ];

  return {
    state,
    start: () => {
      const stops = listen();
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
      const { generation } = state.getState().list;
      state.setState({ ...EMPTY, list: { generation: generation + 1, rows: [] } });
      load();
    },
  };
}
