import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract.ts';
import { type Deletion, type DeletionStep, goneIds, type LeftKeys, withStep } from '../../shared/deletion.ts';
import type { Later } from '../later.ts';
import { quietly } from '../settled.ts';

export type DeletionStore = {
  /** The deletion that main holds; null where there is none. */
  readonly state: StoreApi<Deletion | null>;
  /** Asks and listens; answers the function that stops it. */
  readonly start: () => () => void;
  /** @param count the number that the person has typed. */
  readonly begin: (ids: readonly string[], count: number) => void;
  readonly resume: (which: LeftKeys) => void;
  readonly stop: () => void;
  /** Gives up the key that is under way too. */
  readonly stopWaiting: () => void;
  readonly dismiss: () => void;
};

type DeletionStoreParts = {
  readonly bridge: Bridge;
  /** Takes keys out of the list. */
  readonly removeKeys: (ids: readonly string[]) => void;
  readonly later: Later;
};

/** The rows of deleted keys go together, this often: to sort a long list anew for each would take longer than the calls. */
const BATCH_PAUSE = 400;

/** Follows what main deletes. A page that comes back asks for it. */
export function createDeletionStore({ bridge, removeKeys, later }: DeletionStoreParts): DeletionStore {
  const state = createStore<Deletion | null>(() => null);
  const gone = new Set<string>();
  let stopTimer: (() => void) | null = null;

  const flush = () => {
    stopTimer?.();
    stopTimer = null;
    if (gone.size > 0) removeKeys([...gone]);
    gone.clear();
  };

  const take = (deletion: Deletion | null) => {
    if (deletion) for (const id of goneIds(deletion)) gone.add(id);
    state.setState(deletion, true);
    flush();
  };

  const follow = (step: DeletionStep) => {
    const deletion = state.getState();
    if (deletion) state.setState(withStep(deletion, step), true);
    if (step.outcome.kind !== 'deleted' && step.outcome.kind !== 'gone') return;
    gone.add(step.id);
    stopTimer ??= later(flush, BATCH_PAUSE);
  };

  return {
    state,
    start: () => {
      // What an event has told is newer than the answer to a question that was asked before.
      let told = false;
      const stops = [
        bridge.on('deletionChanged', (deletion) => {
          told = true;
          take(deletion);
        }),
        bridge.on('deletionStep', follow),
      ];
      bridge.getDeletion().then(
        (deletion) => {
          if (!told) take(deletion);
        },
        () => undefined,
      );
      return () => {
        told = true;
        for (const stop of stops) stop();
        flush();
      };
    },
    begin: (ids, count) => quietly(bridge.deleteKeys({ ids, count })),
    resume: (which) => quietly(bridge.resumeDeletion({ which })),
    stop: () => quietly(bridge.cancel({ call: 'deleteKeys' })),
    stopWaiting: () => quietly(bridge.cancel({ call: 'deleteKey' })),
    dismiss: () => quietly(bridge.dismissDeletion()),
  };
}
