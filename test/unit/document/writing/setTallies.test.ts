import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { countsFromAnswers } from '../../../../src/analysis/evaluationTable.ts';
import type { Tally } from '../../../../src/document/format/model.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { updateModel } from '../../../../src/document/versions/updateModel.ts';
import { setTallies } from '../../../../src/document/writing/setTallies.ts';
import { textChanges } from '../../../../src/document/writing/textEdit.ts';

// Machines that run many tests at once are slow to read hundreds of files.
vi.setConfig({ testTimeout: 60_000 });

const rows = (first: number) => [
  [0, 2, 4, 1, first],
  [0, 0, 3, 2, 31],
  [0, 1, 4, 1, 20],
  [0, 0, 1, 0, 9],
  [1, 0, 0, 0, 2],
];

interface Wanted {
  readonly survey?: string;
  readonly persona?: string;
  readonly first?: number;
  readonly importance?: number;
}

/** The text after the first feature got these tallies, or `undefined` where that was refused. */
function afterSetting(text: string, ...wanted: readonly Wanted[]): string | undefined {
  const model = readModel('shop.kano.yaml', text);
  const [feature] = model.list('features');
  if (!feature) throw new Error('there is no feature');
  const changes = wanted.map(({ first = 22, ...labels }) => {
    const answers = rows(first);
    return { feature, answers, counts: countsFromAnswers(answers, 'standard'), ...labels };
  });
  const { edits, refused } = setTallies(model, changes);
  return refused.length > 0 ? undefined : updateModel(model, textChanges(edits)).text;
}

const head = 'kano: 1\nproduct: Shop\nfeatures:\n';
const block = (indent: string, first = 22) =>
  `${indent}- [0, 2, 4, 1, ${first}]\n${indent}- [0, 0, 3, 2, 31]\n${indent}- [0, 1, 4, 1, 20]\n${indent}- [0, 0, 1, 0, 9]\n${indent}- [1, 0, 0, 0, 2]\n`;
const flow = '[[0, 2, 4, 1, 22], [0, 0, 3, 2, 31], [0, 1, 4, 1, 20], [0, 0, 1, 0, 9], [1, 0, 0, 0, 2]]';

describe('tallies that are set', () => {
  const cases: readonly (readonly [string, string, readonly Wanted[], string | undefined])[] = [
    [
      'come where the schema has them',
      '- id: a\n  title: T # short\n  assumed: M\n\n# the end\n',
      [{ survey: 's' }],
      `- id: a\n  title: T # short\n  assumed: M\n  tallies:\n    - survey: s\n      answers:\n${block('        ')}\n# the end\n`,
    ],
    [
      'come behind those of other surveys and personas',
      '  - id: a\n    title: T\n    tallies: # all of them\n    - survey: s\n      persona: p # members\n      counts: { M: 1 } # few\n      # and a note\n    owner: me\n',
      [{ survey: 's', persona: 'q', importance: 7.4 }, { survey: 't' }],
      `  - id: a\n    title: T\n    tallies: # all of them\n    - survey: s\n      persona: p # members\n      counts: { M: 1 } # few\n      # and a note\n    - survey: s\n      persona: q\n      answers:\n${block('        ')}      importance: 7.4\n    - survey: t\n      answers:\n${block('        ')}    owner: me\n`,
    ],
    [
      'stay on one line in a list that does',
      '- { id: a, title: T, tallies: [{ survey: r, counts: { M: 1 } }] }\n',
      [{ survey: 's', importance: 5 }],
      `- { id: a, title: T, tallies: [{ survey: r, counts: { M: 1 } }, { survey: s, answers: ${flow}, importance: 5 }] }\n`,
    ],
    ['come into a feature between braces', '- { id: a, title: T }\n', [{}], `- { id: a, title: T, tallies: [{ answers: ${flow} }] }\n`],
    [
      'join the short form, whose comment stays',
      '- id: a\n  title: T\n  # from the panel\n  tally: { A: 31, M: 2 } # of May\n  # - no other\n',
      [{ survey: 's' }],
      `- id: a\n  title: T\n  # from the panel\n  tallies:\n    - counts: { A: 31, M: 2 } # of May\n    - survey: s\n      answers:\n${block('        ')}  # - no other\n`,
    ],
    [
      'join a short form of several lines',
      '- id: a\n  title: T\n  tally: # of May\n    A: 31\n    # few\n    M: 2 # really\n  owner: me\n',
      [{ survey: 's' }],
      `- id: a\n  title: T\n  tallies:\n    - counts: # of May\n        A: 31\n        # few\n        M: 2 # really\n    - survey: s\n      answers:\n${block('        ')}  owner: me\n`,
    ],
    [
      'join a short form between braces',
      '- { id: a, title: T, tally: { A: 31 } }\n',
      [{ survey: 's' }],
      `- { id: a, title: T, tallies: [{ counts: { A: 31 } }, { survey: s, answers: ${flow} }] }\n`,
    ],
    [
      'change no more than the numbers of answers',
      `- id: a\n  tallies:\n    - survey: s # autumn\n      answers: # as asked\n${block('        ', 21).replace('31]', '31] # many')}      importance: 7 # mean\n  title: T\n`,
      [{ survey: 's', importance: 6.5 }],
      `- id: a\n  tallies:\n    - survey: s # autumn\n      answers: # as asked\n${block('        ').replace('31]', '31] # many')}      importance: 6.5 # mean\n  title: T\n`,
    ],
    [
      'change no more than the counts where there are counts, and keep an importance of which nothing is known',
      '- id: a\n  title: T\n  tallies:\n    - survey: s\n      counts: { M: 61, O: 22, A: 4, R: 1, Q: 2 } # 100\n      importance: 7.4\n',
      [{ survey: 's' }],
      '- id: a\n  title: T\n  tallies:\n    - survey: s\n      counts: { M: 60, O: 22, A: 7, I: 12, R: 1, Q: 2 } # 100\n      importance: 7.4\n',
    ],
    [
      'change the short form in its place',
      '- id: a\n  title: T\n  tally:\n    M: 61 # many\n    # none yet\n    O: 0\n',
      [{}],
      '- id: a\n  title: T\n  tally:\n    M: 60 # many\n    # none yet\n    O: 22\n    A: 7\n    I: 12\n    R: 1\n    Q: 2\n',
    ],
    [
      'are refused where an alias brings the tally in',
      '- id: a\n  title: T\n  x-old: &t [{ counts: { M: 1 } }]\n  tallies: *t\n',
      [{}],
      undefined,
    ],
    [
      'are refused where others share the numbers',
      '- id: a\n  title: T\n  tallies: [&t { survey: s, counts: { M: 1 } }]\n  x-same: *t\n',
      [{ survey: 's' }],
      undefined,
    ],
    [
      'are refused where there is an error in them',
      '- id: a\n  title: T\n  tallies:\n    - survey: s\n      count: { M: 1 }\n',
      [{}],
      undefined,
    ],
  ];

  it.each(cases)('%s', (_, before, wanted, after) => {
    expect(afterSetting(head + before, ...wanted)).toBe(after === undefined ? undefined : head + after);
    if (after === undefined) return;
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(afterSetting(windows(head + before), ...wanted)).toBe(windows(head + after));
    // Whoever says the same again changes nothing.
    expect(afterSetting(head + after, ...wanted)).toBe(head + after);
  });

  it('keep every comment and all other content, whatever is there', () => {
    const label = fc.constantFrom('r', 's', 't');
    const tally = fc.record({
      survey: label,
      persona: fc.constantFrom('p', 'q'),
      numbers: fc.constantFrom(
        'counts: { M: 1, I: 3 }',
        'counts:\n          A: 2 # two\n          Q: 1',
        `answers:\n${block('          ', 3).trimEnd()} # last`,
      ),
      importance: fc.constantFrom('', '\n        importance: 4 # low'),
      comment: fc.constantFrom('', ' # as told', '\n        # deeper'),
    });
    const tallies = fc.uniqueArray(tally, { maxLength: 4, selector: ({ survey, persona }) => survey + persona });
    const wanted = fc.uniqueArray(
      fc.record({
        survey: label,
        persona: fc.constantFrom('p', 'q'),
        first: fc.nat(99),
        importance: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      }),
      {
        maxLength: 3,
        selector: ({ survey, persona }) => survey + persona,
      },
    );
    fc.assert(
      fc.property(tallies, wanted, fc.constantFrom('\n', '\r\n'), (known, changes, lineBreak) => {
        const items = known.map(
          (each) =>
            `      - survey: ${each.survey}\n        persona: ${each.persona}${each.comment}\n        ${each.numbers}${each.importance}\n`,
        );
        const written = `${head}  - id: a\n    title: T # title\n${items.length > 0 ? '    tallies: # all\n' : ''}${items.join('')}    # behind\n    owner: me\n  - id: b\n    title: B\n# end\n`;
        const before = written.replaceAll('\n', lineBreak);
        const after =
          afterSetting(
            before,
            ...changes.map(({ importance, ...rest }) => ({ ...rest, ...(importance !== undefined && { importance }) })),
          ) ?? '';
        const comments = (text: string) => text.match(/#.*/g);
        expect(comments(after)).toEqual(comments(before));
        expect(after.replaceAll('\r\n', '').includes(lineBreak === '\n' ? '\r' : '\n')).toBe(false);
        const read = (readModel('x', after).list('features')[0]?.value.tallies ?? []) as readonly Tally[];
        expect(read.length).toBe(new Set([...known, ...changes].map(({ survey, persona }) => survey + persona)).size);
        for (const change of changes) {
          const found = read.find((each) => each.survey === change.survey && each.persona === change.persona);
          const counts = found?.counts
            ? { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0, ...found.counts }
            : countsFromAnswers(found?.answers ?? [], 'standard');
          expect(counts).toEqual(countsFromAnswers(rows(change.first), 'standard'));
          if (change.importance !== undefined) expect(found?.importance).toBe(change.importance);
        }
      }),
      { numRuns: 300 },
    );
  });
});
