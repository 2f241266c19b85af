import { oncePerObject } from '../base/once.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { sparseByVersion } from '../document/versions/sparseByVersion.ts';
import type { Problem } from './problem.ts';

interface Suppressions {
  silences(problem: Pick<Problem, 'code' | 'range'>): boolean;
}

/**
 * Which problems comments silence: `# kano-disable-next-line <code>`, `# kano-disable-line <code>` those that begin on that line,
 * `# kano-disable-file <code>` those of the file. Several codes are separated by spaces or commas.
 */
export const suppressionsOf: (model: KanoModel) => Suppressions = oncePerObject((model: KanoModel) => {
  const { at, values } = suppressionComments(model);
  const inFile = new Set<string>();
  const onLines = new Map<number, readonly string[]>();
  values.forEach((suppressions, index) => {
    const start = model.startLine(at[index] ?? 0);
    for (const { codes, line } of suppressions) {
      if (line === undefined) for (const code of codes) inFile.add(code);
      else onLines.set(start + line, [...(onLines.get(start + line) ?? []), ...codes]);
    }
  });
  return {
    silences: ({ code, range }) => inFile.has(code) || onLines.get(range.start.line)?.includes(code) === true,
  };
});

interface Suppression {
  readonly codes: readonly string[];
  /** The line whose problems are silenced, counted from the start of the segment; `undefined` for all lines of the file. */
  readonly line: number | undefined;
}

const comment = /(?:^|\s)#\s*kano-disable-(next-line|line|file)\s+(kano\/[a-z-]+(?:[\s,]+kano\/[a-z-]+)*)/;

/** The silencing comments of a version of a file, by segment. */
export const suppressionComments = sparseByVersion(({ segment: { text } }): readonly Suppression[] | undefined => {
  // Nearly all segments have none; looking for the word is much cheaper than looking at every line.
  if (!text.includes('kano-disable-')) return undefined;
  const found = text.split('\n').flatMap((written, line): Suppression[] => {
    const [, where, codes] = comment.exec(written) ?? [];
    if (where === undefined || codes === undefined) return [];
    return [{ codes: codes.split(/[\s,]+/), line: where === 'file' ? undefined : where === 'next-line' ? line + 1 : line }];
  });
  return found.length > 0 ? found : undefined;
});
