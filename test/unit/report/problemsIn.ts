import fc from 'fast-check';
import { defaultSeverities, type ProblemCode } from '../../../src/problems/index.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { severities } from '../../../src/problems/problemDefinition.ts';
import type { AnalysedFile } from '../../../src/report/analysedFile.ts';

export type FileWithProblems = Pick<AnalysedFile, 'path' | 'problems'>;

const position = (from: number) => fc.record({ line: fc.integer({ min: from, max: from + 3 }), character: fc.nat(40) });

/** Any text, control characters, half surrogate pairs and what formats take for their own syntax among it. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        '\u0000',
        '\u001B[2J',
        '\uD800',
        ']]>',
        '<b>',
        '&',
        '"',
        "'",
        '%',
        '::',
        ',',
        '\r\n',
        '\n::error::x',
        '搜索',
        '\uFFFE',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

const problem: fc.Arbitrary<Problem> = fc.record({
  code: fc.constantFrom(...(Object.keys(defaultSeverities) as ProblemCode[])),
  severity: fc.constantFrom(...severities),
  message: anyText,
  range: fc.record({ start: position(0), end: position(4) }),
});

/** Files with problems of any content. */
export const filesWithProblems: fc.Arbitrary<readonly FileWithProblems[]> = fc.array(
  fc.record({ path: anyText, problems: fc.array(problem, { maxLength: 4 }) }),
  { maxLength: 3 },
);

/** A file with one problem. */
export function fileWith(path: string, changes: Partial<Problem> = {}): FileWithProblems {
  const range = { start: { line: 2, character: 30 }, end: { line: 2, character: 34 } };
  return { path, problems: [{ code: 'kano/schema', severity: 'error', message: 'What is wrong', range, ...changes }] };
}
