/** Runs tasks strictly one after another, in the order in which they came; a failed one holds up nobody. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The same, for what must be done before the program ends. */
export function createWatchedQueue() {
  const enqueue = createQueue();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    inTurn<T>(task: () => Promise<T>): Promise<T> {
      waiting += 1;
      const turn = enqueue(task).finally(() => {
        waiting -= 1;
      });
      last = turn.catch(() => undefined);
      return turn;
    },

    /** Ends with the last task; null where none waits or is under way. */
    underWay: (): Promise<unknown> | null => (waiting > 0 ? last : null),
  };
}
