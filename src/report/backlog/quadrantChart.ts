/** A feature in a chart: `x` is |Worse|, `y` Better, both 0 to 1. */
export interface ChartPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface ChartTexts {
  /** The two ends of each axis. */
  readonly better: readonly [low: string, high: string];
  readonly worse: readonly [low: string, high: string];
  /** The names in the corners. */
  readonly quadrants: Readonly<Record<'O' | 'A' | 'I' | 'M', string>>;
}

/**
 * A Mermaid `quadrantChart`, which GitHub draws. One line for each spot, by its label, so that a feature that moves changes its own line;
 * features on the same spot (in two decimals) share a point.
 */
export function quadrantChart(points: readonly ChartPoint[], { better, worse, quadrants }: ChartTexts): string {
  const labels = new Map<string, string[]>();
  for (const { label, x, y } of points) {
    const spot = `[${coordinate(x)}, ${coordinate(y)}]`;
    labels.set(spot, [...(labels.get(spot) ?? []), label].sort());
  }
  const lines = [...labels].map(([spot, names]) => `  ${quoted(names.join(', '))}: ${spot}`).sort();
  return [
    // Room for the labels of many features; Mermaid does not move them apart.
    '%%{init: {"quadrantChart": {"chartWidth": 900, "chartHeight": 640, "pointLabelFontSize": 11, "pointRadius": 4}}}%%',
    'quadrantChart',
    `  x-axis ${worse.map(quoted).join(' --> ')}`,
    `  y-axis ${better.map(quoted).join(' --> ')}`,
    `  quadrant-1 ${quoted(quadrants.O)}`,
    `  quadrant-2 ${quoted(quadrants.A)}`,
    `  quadrant-3 ${quoted(quadrants.I)}`,
    `  quadrant-4 ${quoted(quadrants.M)}`,
    ...lines,
  ].join('\n');
}

/** Mermaid reads `1`, and `0` with or without decimals. */
function coordinate(value: number): string {
  const text = Math.min(1, Math.max(0, value)).toFixed(2);
  return text === '1.00' ? '1' : text;
}

/**
 * Text in quotes. What Mermaid would take for something else (a quote, a comment, a directive, Markdown, the end of the block) becomes the
 * number of its character, which Mermaid turns back.
 */
function quoted(text: string): string {
  const safe = text
    .replace(/\s+|\p{Cc}|\p{Cs}/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N} ,.|/()_-]/gu, (character) => `#${character.codePointAt(0)};`);
  return `"${safe}"`;
}
