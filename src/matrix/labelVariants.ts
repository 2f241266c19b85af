import type { Measure } from './textWidth.ts';
import { wrapText } from './wrapText.ts';

/** A way to break the text of a label into lines. */
export interface Variant {
  readonly lines: readonly string[];
  /** Whether the lines contain the whole text. */
  readonly isWhole: boolean;
  /** The width of the widest line in pixels. */
  readonly width: number;
  /** How many of the first characters are bold. */
  readonly bold: number;
}

/** The text of a label: a number, which is bold and can stand alone, and a title. */
export interface LabelText {
  readonly number: string;
  readonly title: string;
}

/** The whole text in one line, which reads best, or in two, which fit more often. Two come first if one would be very long. */
export function* wholeVariants(label: LabelText, width: number, measure: Measure, fontSize: number): Generator<Variant> {
  const text = joined(label);
  const bold = label.number.length;
  const inOneLine = widthOf(text, width, measure);
  const isLong = inOneLine > width * 0.75;
  if (!isLong) yield variant([text], true, bold, measure);
  if (inOneLine > fontSize * 7) {
    const { lines, isWhole } = wrapText(text, width, measure);
    if (isWhole) yield variant(lines, true, bold, measure);
  }
  if (isLong && inOneLine <= width) yield variant([text], true, bold, measure);
}

/** As much of the text as fits into two lines; nothing if the whole text fits. */
export function* shortenedVariants(label: LabelText, width: number, measure: Measure): Generator<Variant> {
  const text = joined(label);
  if (widthOf(text, width, measure) <= width) return;
  const { lines, isWhole } = wrapText(text, width, measure);
  if (!isWhole && lines.length > 0) yield variant(lines, false, label.number.length, measure);
}

/** The number without the title; nothing for a label without a number. */
export function* numberVariant({ number }: LabelText, measure: Measure): Generator<Variant> {
  if (number !== '') yield variant([number], false, number.length, measure);
}

function variant(lines: readonly string[], isWhole: boolean, bold: number, measure: Measure): Variant {
  // Bold digits are a little wider than measured.
  return { lines, isWhole, bold, width: Math.max(...lines.map(measure)) + bold };
}

/** A line does not end between a number and its title. */
function joined({ number, title }: LabelText): string {
  return number === '' ? title : `${number}\u00a0${title}`;
}

/** The width of the text. A title of many pages is not measured: it does not fit. */
function widthOf(text: string, width: number, measure: Measure): number {
  return text.length > width ? Number.POSITIVE_INFINITY : measure(text);
}
