/** Those that have something in common, in their order. */
export function lanesBy<T>(items: readonly T[], common: (item: T) => string): readonly (readonly T[])[] {
  const lanes = new Map<string, readonly T[]>();
  for (const item of items) lanes.set(common(item), [...(lanes.get(common(item)) ?? []), item]);
  return [...lanes.values()];
}

/**
 * Works through lanes: within each one thing after another, and in so many lanes at once.
 * @param work must not throw.
 */
export async function inLanes<T>(
  lanes: readonly (readonly T[])[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...lanes];
  const worker = async (): Promise<void> => {
    for (let lane = left.shift(); lane; lane = left.shift()) for (const item of lane) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
