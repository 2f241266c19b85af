interface Timing {
  readonly calls: number;
  /** In milliseconds, as `longest`. */
  readonly total: number;
  readonly longest: number;
}

const timings = new Map<string, Timing>();

/** Adds a call of a part of the extension, which took some milliseconds: pauses and waiting are included. */
export function recordTime(part: string, took: number): void {
  const { calls, total, longest } = timings.get(part) ?? { calls: 0, total: 0, longest: 0 };
  timings.set(part, { calls: calls + 1, total: total + took, longest: Math.max(longest, took) });
}

/** What each part took since the start, as a Markdown table. */
export function timingsTable(): string {
  const rows = [...timings].map(
    ([part, { calls, total, longest }]) => `| ${part} | ${calls} | ${total.toFixed(1)} | ${longest.toFixed(1)} |`,
  );
  return ['| part | calls | ms in all | ms the longest |', '| --- | ---: | ---: | ---: |', ...rows.sort()].join('\n');
}
