/** Milliseconds of several runs of the same work. */
export interface Measurement {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly runs: number;
}

/** Runs `work` as often as given after warm-up runs that do not count. `prepare` runs before each, outside the clock. */
export async function measure<T>(
  runs: number,
  warmUp: number,
  prepare: (run: number) => T,
  work: (prepared: T) => unknown,
): Promise<Measurement> {
  const times: number[] = [];
  for (let run = 0; run < runs + warmUp; run++) {
    const prepared = prepare(run);
    const start = performance.now();
    await work(prepared);
    if (run >= warmUp) times.push(performance.now() - start);
  }
  return summary(times);
}

/** Median and range of times in milliseconds. */
export function summary(times: readonly number[]): Measurement {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median: median ?? 0, minimum: sorted[0] ?? 0, maximum: sorted.at(-1) ?? 0, runs: sorted.length };
}
