import { ellipsise, type Measure } from './textWidth.ts';

export interface WrappedText {
  /** Two lines; one if the text is a single word, none if not even a character fits. */
  readonly lines: readonly string[];
  /** Whether the lines contain the whole text. */
  readonly isWhole: boolean;
}

/** The text in two lines of widths as equal as possible, or shortened to two lines of the given width. */
export function wrapText(text: string, width: number, measure: Measure): WrappedText {
  const shown = text.slice(0, mostCharacters);
  const isWhole = shown === text;
  const balanced = balance(shown, measure);
  if (isWhole && balanced.every((line) => measure(line) <= width)) return { lines: balanced, isWhole };
  const first = fill(shown, width, measure);
  const second = first === '' ? '' : ellipsise(shown.slice(first.length).trimStart(), width, measure);
  const lines = second === '' ? [ellipsise(shown, width, measure)] : [first.trimEnd(), second];
  return { lines: lines.filter((line) => line !== ''), isWhole: isWhole && second !== '' && shown.endsWith(second) };
}

/** No label shows more, and a title of many pages would take long to break. */
const mostCharacters = 240;

function balance(text: string, measure: Measure): readonly string[] {
  let best: readonly string[] = [text];
  let least = Number.POSITIVE_INFINITY;
  for (const at of breaks(text)) {
    const lines = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()] as const;
    if (lines[0] === '' || lines[1] === '') continue;
    const widest = Math.max(measure(lines[0]), measure(lines[1]));
    if (widest < least) [best, least] = [lines, widest];
  }
  return best;
}

/** As many whole words as fit into a line. */
function fill(text: string, width: number, measure: Measure): string {
  let fits = '';
  for (const at of breaks(text)) {
    const line = text.slice(0, at);
    if (measure(line.trimEnd()) > width) break;
    fits = line;
  }
  return fits;
}

/** The offsets where a line may end: after spaces that may break and hyphens, and between words of scripts without spaces. */
function breaks(text: string): readonly number[] {
  const found = Array.from(text.matchAll(/(?!\u00a0)[\s\-–—/](?=\S)/g), ({ index }) => index + 1);
  return unspaced.test(text) ? [...new Set([...found, ...wordEnds(text)])].sort((a, b) => a - b) : found;
}

function wordEnds(text: string): readonly number[] {
  return Array.from(segmenter.segment(text)).flatMap(({ index, segment }) => {
    const before = text[index - 1] ?? '';
    const isBetween = unspaced.test(before) || unspaced.test(segment);
    return index > 0 && isBetween && !closing.test(segment) && !opening.test(before) && !/^\s/.test(segment) ? [index] : [];
  });
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u;
const closing = /^[\p{Pe}\p{Pf}、。，．：；！？…,.:;!?%]/u;
const opening = /[\p{Ps}\p{Pi}]/u;
