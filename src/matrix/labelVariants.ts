import type { Measure } from './textWidth.ts';
import { wrapText } from './wrapText.ts';

/** A way to break the text of a label into lines. */
export interface Variant {
  readonly lines: readonly string[];
  /** Whether the lines contain the whole text. */
  readonly isWhole: boolean;
  /** The width of the widest line in pixels. */
  readonly width: number;
}

/** The whole text in one line, which reads best, or in two, which fit more often. Two come first if one would be very long. */
export function* wholeVariants(text: string, width: number, measure: Measure, fontSize: number): Generator<Variant> {
  const inOneLine = widthOf(text, width, measure);
  const isLong = inOneLine > width * 0.75;
  if (!isLong) yield variant([text], true, measure);
  if (inOneLine > fontSize * 7) {
    const { lines, isWhole } = wrapText(text, width, measure);
    if (isWhole) yield variant(lines, true, measure);
  }
  if (isLong && inOneLine <= width) yield variant([text], true, measure);
}

/** As much of the text as fits into two lines; nothing if the whole text fits. */
export function* shortenedVariants(text: string, width: number, measure: Measure): Generator<Variant> {
  if (widthOf(text, width, measure) <= width) return;
  const { lines, isWhole } = wrapText(text, width, measure);
  if (!isWhole && lines.length > 0) yield variant(lines, false, measure);
}

function variant(lines: readonly string[], isWhole: boolean, measure: Measure): Variant {
  return { lines, isWhole, width: Math.max(...lines.map(measure)) };
}

/** The width of the text. A title of many pages is not measured: it does not fit. */
function widthOf(text: string, width: number, measure: Measure): number {
  return text.length > width ? Number.POSITIVE_INFINITY : measure(text);
}
