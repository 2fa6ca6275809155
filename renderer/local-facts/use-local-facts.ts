import { type LocalFactsState, NO_FACTS } from '../../shared/local-facts.ts';

/** What holds until main has told it. */
export const UNKNOWN_FACTS: LocalFactsState = { facts: NO_FACTS, kept: { kind: 'unknown' } };
