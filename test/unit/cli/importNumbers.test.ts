import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';
import { importedTable, oneFeature, pairsOf } from './importedTable.ts';

// Surveys that nobody took, with answers in numbers.

const temporary = temporaryFolder();

type Pair = readonly [number | string, number | string];
const rowsOf = (pairs: readonly Pair[], [yes, no]: Pair = ['Voice search [functional]', 'Voice search [dysfunctional]']) =>
  [`Name,"${yes}","${no}"`, ...pairs.map(([first, second], index) => `r${index},"${first}","${second}"`), ''].join('\n');

async function imported(csv: string, map?: string, parameters: readonly string[] = []) {
  const { tally, ...result } = await importedTable(temporary(), csv, map, parameters);
  return { ...result, answers: pairsOf(tally?.answers) };
}

const inOrder = (first: number) => [0, 1, 2, 3, 4].map((step) => `"${first + step}"`);
const mapLines = (codes: readonly string[]) =>
  `answers:\n  like: [${codes[0]}]\n  must-be: [${codes[1]}]\n  neutral: [${codes[2]}]\n  live-with: [${codes[3]}]\n  dislike: [${codes[4]}]\n`;

describe('numbers on a scale of five', () => {
  it.each([
    [
      '0 to 4',
      [
        [0, 4],
        [1, 3],
        [2, 2],
      ],
      0,
      '04 13 22',
    ],
    [
      '4 to 0',
      [
        [4, 0],
        [3, 0],
        [2, 1],
      ],
      4,
      '04 14 23',
    ],
    [
      '-2 to 2',
      [
        [-2, 2],
        ['−1', 0],
        [1, '2.0'],
      ],
      -2,
      '04 12 34',
    ],
    [
      '5 to 1',
      [
        [5, 1],
        [4, 1],
        [3, 2],
      ],
      5,
      '04 14 23',
    ],
  ] as const)('are asked about with both directions, and are right with the lines of the answer: %s', async (_, pairs, like, expected) => {
    const refused = await imported(rowsOf(pairs));
    const first = Math.min(...pairs.flat().map((each) => Number(String(each).replace('−', '-'))));
    expect([refused.code, refused.isUnchanged]).toEqual([1, true]);
    expect(refused.errors).toContain('kano: The answers are numbers, and nothing says which end is “like”. If ');
    expect(refused.errors).toContain(`if ${first + 4} is “like”, `);
    expect(refused.errors).not.toContain('is not one of the five answers');
    const codes = like === first ? inOrder(first) : inOrder(first).toReversed();
    expect(refused.errors).toContain(`\n${mapLines(codes)}  # this is right if ${like} is “like”; if `);
    expect(await imported(rowsOf(pairs), mapLines(codes))).toMatchObject({ code: 0, answers: expected });
    const written = await imported(rowsOf(pairs), undefined, ['--write-map', '-']);
    expect([written.code, written.output.match(/^# {3}answers: /gm)]).toEqual([1, ['#   answers: ', '#   answers: ']]);
  });

  it('may be 0 to 4 where only 1 to 4 occur', async () => {
    const { code, errors } = await imported(
      rowsOf([
        [1, 4],
        [2, 3],
      ]),
    );
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining(
        'If 1 is “like”, 0 of 1 features are Reverse; if 5 is “like”, 0 of 1. 5 never occurs: a scale of four points would be another instrument. The scale may also go from 0 to 4: if 0 is “like”, 0 of 1 features are Reverse; if 4 is “like”, 0.\n',
      ),
    ]);
    const written = await imported(
      rowsOf([
        [1, 4],
        [2, 3],
      ]),
      undefined,
      ['--write-map', '-'],
    );
    expect(written.output.match(/^# {3}answers: .*$/gm)).toHaveLength(4);
  });

  it('in a row among words are named, not called the answers', async () => {
    const { code, errors } = await imported(
      rowsOf([
        ['I like it', 'I dislike it'],
        ['I expect it', 'I dislike it'],
        [5, 4],
      ]),
    );
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining(
        'kano: Row 4 of a.csv, “Voice search [functional]”: “5” is a number, and most other answers are words. Cells with numbers: 2.\n',
      ),
    ]);
  });
});

describe('numbers on another scale', () => {
  const fewer = 'a scale of fewer points is another instrument than the five answers. If this one has five, say in a map what they mean.';

  it.each([
    [
      '1 to 3',
      [
        [1, 3],
        [2, 3],
      ],
    ],
    ['1 to 2', [[1, 2]]],
    [
      '0 to 2',
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [
      '-1 to 1',
      [
        [-1, 1],
        [0, 1],
      ],
    ],
  ] as const)('of fewer points are refused, without a map to copy: %s', async (range, pairs) => {
    const { code, errors, isUnchanged } = await imported(rowsOf(pairs));
    expect([code, isUnchanged, errors]).toEqual([
      1,
      true,
      expect.stringContaining(`kano: The answers are numbers from ${range}: ${fewer}\n`),
    ]);
    expect(errors).toContain('\n  like: []\n');
    const written = await imported(rowsOf(pairs), undefined, ['--write-map', '-']);
    expect(written.output).toContain(`# open: The answers are numbers from ${range}: ${fewer}\n`);
    expect(written.output).not.toMatch(/^#? *answers:/m);
  });

  it('of fewer points are named where a map reads them as the five answers', async () => {
    const { code, errors } = await imported(
      rowsOf([
        [1, 3],
        [2, 3],
      ]),
      mapLines(inOrder(1)),
    );
    expect([code, errors]).toEqual([
      0,
      expect.stringContaining(
        'kano: The numbers are read as the five answers, and only 1, 2 and 3 occur: a scale of fewer points would be another instrument.\n',
      ),
    ]);
  });

  it.each([
    [
      '1 to 7',
      [
        [1, 7],
        [3, 5],
        [6, 2],
      ],
    ],
    [
      '0 to 6',
      [
        [0, 6],
        [3, 5],
      ],
    ],
    [
      '0 to 5',
      [
        [0, 5],
        [1, 4],
      ],
    ],
    [
      '1 to 10',
      [
        [1, 10],
        [6, 4],
      ],
    ],
    [
      '-3 to 3',
      [
        [-3, 3],
        [1, -1],
      ],
    ],
  ] as const)('of more points are refused, and no number is left to be thrown away alone: %s', async (range, pairs) => {
    const { code, errors, isUnchanged } = await imported(rowsOf(pairs));
    expect([code, isUnchanged]).toEqual([1, true]);
    expect(errors).toContain(
      `kano: The answers are numbers from ${range}, which are not five: this is another instrument than the five answers.`,
    );
    expect(errors).not.toContain('is not one of the five answers');
    expect(errors).toContain('\n  like: []\n');
    for (const number of new Set(pairs.flat())) expect(errors).toMatch(new RegExp(`put each of these where it belongs: .*"${number}"`));
  });

  it('may have numbers for no answer, which are named', async () => {
    const pairs = [
      [1, 5],
      [2, 9],
      [3, 4],
    ] as const;
    const { errors } = await imported(rowsOf(pairs));
    expect(errors).toContain('“9” is not one of the five answers.');
    expect(errors).toContain('nothing says which end is “like”');
    const { code, errors: said, answers } = await imported(rowsOf(pairs), `${mapLines(inOrder(1))}  leaveOut: [9]\n`);
    expect([code, answers, said]).toEqual([
      0,
      '04 23',
      expect.stringContaining('kano: These numbers are read as no answer: 9. Cells: 1.\n'),
    ]);
  });
});

describe('labels beside numbers', () => {
  const labelled = [
    ['1 = I like it very much', '5 = I dislike it'],
    [2, 5],
    ['3', '5 = I dislike it'],
    [4, 1],
  ] as const;
  const turned = [
    ['5 = I like it very much', '1 = I dislike it'],
    [4, 1],
    ['3', 2],
  ] as const;

  it.each([
    [labelled, '04 14 24 30', '“1 = I like it very much” says what the numbers without labels mean: 1 is “like”.'],
    [turned, '04 14 23', '“5 = I like it very much” says what the numbers without labels mean: 5 is “like”.'],
    [
      [
        ['I like it (0)', 'I dislike it (4)'],
        [1, 3],
      ] as const,
      '04 13',
      '“I like it (0)” says what the numbers without labels mean: 0 is “like”.',
    ],
    [
      [
        ['5 (I like it)', '1（I dislike it）'],
        [4, 2],
      ] as const,
      '04 13',
      '“5 (I like it)” says what the numbers without labels mean: 5 is “like”.',
    ],
    [
      [
        ['1（喜欢）', '5（不喜欢）'],
        [2, 4],
      ] as const,
      '04 13',
      '“1（喜欢）” says what the numbers without labels mean: 1 is “like”.',
    ],
  ])('say which end is “like”', async (pairs, expected, remark) => {
    const { code, errors, answers } = await imported(rowsOf(pairs));
    expect([code, answers, errors]).toEqual([0, expected, expect.stringContaining(`kano: ${remark}\n`)]);
    const written = await imported(rowsOf(pairs), undefined, ['--write-map', '-']);
    expect([written.code, (await imported(rowsOf(pairs), written.output)).answers]).toEqual([0, expected]);
  });

  it('may be in the headers', async () => {
    const note = '(5 = I like it, 1 = I dislike it)';
    const headers = [
      `How do you feel if the product has this: “Voice search”? ${note}`,
      `How do you feel if the product does not have this: “Voice search”? ${note}`,
    ].map((header) => header.replaceAll('"', '')) as unknown as Pair;
    const { code, errors, answers } = await imported(
      rowsOf(
        [
          [5, 1],
          [4, 2],
        ],
        headers,
      ),
    );
    expect([code, answers, errors]).toEqual([
      0,
      '04 13',
      expect.stringContaining('“5 = I like it” says what the numbers without labels mean: 5 is “like”.'),
    ]);
  });

  it('are not contradicted by a map', async () => {
    const { code, errors, isUnchanged } = await imported(rowsOf(turned), mapLines(inOrder(1)));
    expect([code, isUnchanged]).toEqual([1, true]);
    expect(errors).toContain(
      'kano: The map reads “5” as “Dislike”, and the export says that it is “Like”: “5 = I like it very much”. Correct one of them.\n',
    );
    expect(errors).toContain(`\n${mapLines(inOrder(1).toReversed())}  # as the labels of the export say\n`);
    // What the map says of the words themselves is meant.
    const own =
      'answers: { like: [1, "1 = I dislike it"], must-be: [2], neutral: [3], live-with: [4], dislike: [5, "5 = I like it very much"] }';
    expect(await imported(rowsOf(turned), own)).toMatchObject({ code: 0, answers: '21 30 40' });
  });

  it('that are no scale of five are named', async () => {
    const { code, errors } = await imported(
      rowsOf([
        ['1 = I like it', '7 = I dislike it'],
        [4, 2],
      ]),
    );
    expect([code, errors]).toEqual([
      1,
      expect.stringContaining(
        'kano: The labels “1 = I like it” and “7 = I dislike it” do not say what the numbers without labels mean, from 2 to 4.',
      ),
    ]);
  });
});

describe('labels in some columns only', () => {
  const headers = [
    'How do you feel if the product has this: “Voice search”?',
    'How do you feel if the product does not have this: “Voice search”?',
  ] as const;
  const labelled = rowsOf([
    ['1 = I like it', '5 = I dislike it'],
    [2, 4],
  ]);
  async function together(first: string, second: string, map?: string) {
    const files = { 'p.kano.yaml': oneFeature, 'a.csv': first, 'b.csv': second, ...(map !== undefined && { 'm.yaml': map }) };
    const folder = folderWith(temporary(), files);
    const withMap = map === undefined ? [] : ['--map', 'm.yaml'];
    const parameters = ['a.csv', 'b.csv', '--into', 'p.kano.yaml', '--survey', 's1', ...withMap];
    const { code, errors } = await kano(folder, ['import', ...parameters]);
    return { code, errors, isUnchanged: readFileSync(join(folder, 'p.kano.yaml'), 'utf8') === oneFeature };
  }

  it('do not decide another file', async () => {
    const bare = rowsOf([
      [5, 1],
      [4, 2],
    ]);
    const asked = await together(labelled, bare);
    expect(asked).toMatchObject({ code: 1, isUnchanged: true });
    expect(asked.errors).toContain(
      'kano: “1 = I like it” in “Voice search [functional]” of a.csv says what the numbers there mean, and nothing says it for those in “Voice search [functional]” of b.csv and “Voice search [dysfunctional]” of b.csv. If they mean the same there, say so; if not, import them apart.\n',
    );
    expect(asked.errors).toContain(`${mapLines(inOrder(1))}  # as the labels say, if the numbers mean the same everywhere\n`);
    expect((await together(labelled, bare, mapLines(inOrder(1)))).code).toBe(0);
    // A map that turns them all round would read the labelled ones wrongly.
    expect((await together(labelled, bare, mapLines(inOrder(1).toReversed()))).code).toBe(1);
    const inHeaders = rowsOf([[2, 4]], [`${headers[0]} (1 = I like it)`, `${headers[1]} (1 = I like it)`]);
    const { code, errors } = await together(inHeaders, bare);
    expect([code, errors]).toEqual([1, expect.stringContaining('of a.csv says what the numbers there mean')]);
  });

  it('do not decide the other question', async () => {
    const { code, errors, isUnchanged } = await imported(rowsOf([[2, 4]], [`${headers[0]} (1 = I like it)`, headers[1]]));
    expect([code, isUnchanged]).toEqual([1, true]);
    expect(errors).toContain('nothing says it for those in “How do you feel if the product does not have this: “Voice search”?” of a.csv.');
  });

  it('that contradict those of another file are named, and no map is advised', async () => {
    const turned = rowsOf([
      ['5 = I like it', '1 = I dislike it'],
      [4, 2],
    ]);
    for (const map of [undefined, mapLines(inOrder(1))]) {
      const { code, errors } = await together(labelled, turned, map);
      expect(code).toBe(1);
      expect(errors).toContain(
        'kano: “1 = I like it” in “Voice search [functional]” of a.csv and “5 = I like it” in “Voice search [functional]” of b.csv contradict each other: no map can say what the numbers without labels mean. Import these files apart, or turn the numbers of one of them round in the export.\n',
      );
      expect(errors).not.toContain('answers:');
    }
  });

  it('that contradict those of the other question are named', async () => {
    const { code, errors } = await imported(rowsOf([[2, 4]], [`${headers[0]} (1 = I like it)`, `${headers[1]} (5 = I like it)`]));
    expect(code).toBe(1);
    expect(errors).toContain(
      'contradict each other: no map can say what the numbers without labels mean. Turn the numbers of one of these columns round in the export, or correct its labels.\n',
    );
    expect(errors).not.toContain('answers:');
  });
});
