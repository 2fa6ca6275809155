/**
 * Work that is done a little at a time: between two steps, whoever runs it may do something else. The result is what it
 * returns.
 */
export type Steps<T> = Generator<null, T>;

/** So many keys are looked at in one step: a few milliseconds. */
const KEYS_A_STEP = 500;

/** Does something with each of them, a step at a time. */
export function* eachInSteps<T>(items: readonly T[], work: (item: T, index: number) => void): Steps<void> {
  for (const [index, item] of items.entries()) {
    if (index % KEYS_A_STEP === KEYS_A_STEP - 1) yield null;
    work(item, index);
  }
}

/** Runs all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
