/** What was measured of one thing, again and again: milliseconds, megabytes or a plain count. */
export type Figure = {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
};

/** The value below which so large a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

export function figureOf(samples: readonly number[]): Figure {
  return {
    median: quantile(samples, 0.5),
    least: Math.min(...samples),
    most: Math.max(...samples),
    count: samples.length,
  };
}

/** All samples of a run by the name of what they measure: `mount 100000 floor`. */
export type Samples = ReturnType<typeof createSamples>;

export function createSamples() {
  const samples = new Map<string, number[]>();
  return {
    add(name: string, ...values: readonly number[]): void {
      samples.set(name, [...(samples.get(name) ?? []), ...values]);
    },
    figures: (): Readonly<Record<string, Figure>> =>
      Object.fromEntries([...samples].map(([name, values]) => [name, figureOf(values)])),
  };
}
