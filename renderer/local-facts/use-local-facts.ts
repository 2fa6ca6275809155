import type { Bridge } from '../../shared/contract.ts';
import { type LocalFactsState, NO_FACTS } from '../../shared/local-facts.ts';
import { useTold } from '../use-told.ts';

/** What holds until main has told it. */
export const UNKNOWN_FACTS: LocalFactsState = { facts: NO_FACTS, kept: { kind: 'unknown' } };

const ask = (bridge: Bridge) => bridge.getLocalFacts();

/** What this computer knows of the keys of the connection, as it changes. */
export function useLocalFacts(): LocalFactsState {
  return useTold('localFactsChanged', ask, UNKNOWN_FACTS);
}
