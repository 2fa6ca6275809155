import { useEffect, useMemo, useState } from 'react';
import type { ApiKey } from '../../shared/api-key.ts';
import type { LocalFacts } from '../../shared/local-facts.ts';
import { type RuleFindings, runRules } from '../../shared/review/review.ts';
import type { Finding } from '../../shared/review/rule.ts';
import type { ReviewSettings } from '../../shared/review/settings.ts';
import type { KeysState } from '../keys/keys-state.ts';
import { type ReviewedProject, runRulesOnAll } from './reviewed-project.ts';

/** So long may the rules run before the page is drawn again. */
const SLICE = 12;
const HOUR = 3_600_000;

const NOTHING: Found = new Map();

/** What each rule has found, by its id; a rule that has not run yet is not in it. */
export type Found = ReadonlyMap<string, readonly Finding[]>;

type ReviewParts = {
  readonly state: KeysState;
  readonly facts: LocalFacts;
  readonly settings: ReviewSettings;
  readonly now: number;
  readonly userId: string | null;
  readonly appeared: ReadonlySet<string>;
  readonly projects: readonly ReviewedProject[] | undefined;
};

/** Keys that are still coming are waited for: a rule that looks for pairs would have to begin anew with each batch. */
function isComing({ load }: KeysState): boolean {
  return load.kind === 'loading' && !load.refreshing;
}

/** Runs the rules a little at a time, and tells what they find; answers the function that stops them. */
function run(steps: Generator<RuleFindings | null>, tell: (found: Found) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const end = performance.now() + SLICE;
    const found = new Map<string, readonly Finding[]>();
    let isOver = false;
    while (!isOver && performance.now() < end) {
      const step = steps.next();
      isOver = step.done === true;
      if (step.value) found.set(step.value.rule.id, step.value.findings);
    }
    if (found.size > 0) tell(found);
    if (!isOver) timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}

/** What the rules have found in the whole list. What they found before stays until they have looked again. */
export function useReview(parts: ReviewParts): Found {
  const { state, facts, settings, now, userId, appeared, projects } = parts;
  const [found, setFound] = useState<Found>(NOTHING);
  const { rows } = state.list;
  const waits = isComing(state);
  // Ages are told in days: there is no need to look again with every tick of the clock.
  const hour = Math.floor(now / HOUR) * HOUR;
  const keys = useMemo(
    () => rows.map(({ row }) => row).filter((row): row is ApiKey => row.kind === 'key'),
    [rows],
  );
  useEffect(() => {
    if (waits) return;
    const add = (more: Found) => setFound((before) => new Map([...before, ...more]));
    const input = { keys, facts, settings, now: hour, userId, appeared };
    return run(projects ? runRulesOnAll(projects, input) : runRules(input), add);
  }, [waits, keys, facts, settings, hour, userId, appeared, projects]);
  return found;
}
