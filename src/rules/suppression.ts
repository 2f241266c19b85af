import { oncePerObject } from '../analysis/once.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Segment } from '../document/segment.ts';
import type { Problem } from './problem.ts';

/**
 * The problems that no comment silences: `# kano-disable-next-line <code>`, `# kano-disable-line <code>` for problems that
 * begin on that line, `# kano-disable-file <code>` for the file. Several codes are separated by spaces or commas.
 */
export function withoutSuppressed(problems: readonly Problem[], document: KanoDocument): readonly Problem[] {
  const silenced = suppressionsOf(document);
  if (silenced.length === 0) return problems;
  return problems.filter(
    ({ code, range }) =>
      !silenced.some((suppression) => suppression.codes.includes(code) && (suppression.wholeFile || suppression.line === range.start.line)),
  );
}

/** Whether any comment of the file silences something. */
export function hasSuppressions(document: KanoDocument): boolean {
  return suppressionsOf(document).length > 0;
}

interface Suppression {
  readonly codes: readonly string[];
  readonly wholeFile: boolean;
  /** The line whose problems are silenced, counted from the start of the segment. */
  readonly line: number;
}

/** Those of the whole file, with lines of the file. One plain pass: it is made at every keystroke, and hardly ever finds anything. */
const suppressionsOf = oncePerObject((document: KanoDocument): readonly Suppression[] => {
  const found: Suppression[] = [];
  for (let index = 0; index < document.segments.length; index++) {
    const segment = document.segments[index]?.segment;
    const inSegment = segment ? suppressionsIn(segment) : none;
    for (const suppression of inSegment) found.push({ ...suppression, line: suppression.line + document.startLine(index) });
  }
  return found;
});

const none: readonly Suppression[] = [];
const suppressionsBySegment = new WeakMap<Segment, readonly Suppression[]>();
const comment = /(?:^|\s)#\s*kano-disable-(next-line|line|file)\s+(kano\/[a-z-]+(?:[\s,]+kano\/[a-z-]+)*)/;

function suppressionsIn(segment: Segment): readonly Suppression[] {
  const known = suppressionsBySegment.get(segment);
  if (known) return known;
  // Nearly all segments have none; looking for the word is much cheaper than looking at every line.
  const suppressions = !segment.text.includes('kano-disable-')
    ? none
    : segment.text.split('\n').flatMap((text, line): Suppression[] => {
        const match = comment.exec(text);
        if (!match?.[1] || !match[2]) return [];
        return [{ codes: match[2].split(/[\s,]+/), wholeFile: match[1] === 'file', line: match[1] === 'next-line' ? line + 1 : line }];
      });
  suppressionsBySegment.set(segment, suppressions);
  return suppressions;
}
