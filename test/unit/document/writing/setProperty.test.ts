import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer, parse, parseDocument } from 'yaml';
import { listKeys } from '../../../../src/document/format/model.ts';
import type { KanoModel } from '../../../../src/document/kanoModel.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { updateModel } from '../../../../src/document/versions/updateModel.ts';
import { setProperty } from '../../../../src/document/writing/setProperty.ts';
import { textChanges } from '../../../../src/document/writing/textEdit.ts';
import { plainValue } from '../../../../src/document/yaml/node.ts';
import { styledFile } from '../styledYaml.ts';

const uri = 'file:///shop.kano.yaml';

/** The text after the property of the first feature was set, or `undefined` where that was refused. */
function afterSetting(text: string, key: string, value: string | number | undefined): string | undefined {
  const model = readModel(uri, text);
  const [item] = model.list('features');
  if (!item) throw new Error('there is no feature');
  const edits = setProperty(model, item, key, value);
  return edits && updateModel(model, textChanges(edits)).text;
}

const head = 'kano: 1\nproduct: Shop\nfeatures:\n';

describe('a property that is set', () => {
  const cases: readonly (readonly [string, string, string, string | number | undefined, string | undefined])[] = [
    [
      'comes behind the nearest key before it',
      '- id: a\n  title: T\n  tally: { M: 1 }\n',
      'status',
      'planned',
      '- id: a\n  title: T\n  status: planned\n  tally: { M: 1 }\n',
    ],
    [
      'keeps the order of the schema',
      '- id: a\n  title: T\n  status: idea\n  touchpoints: [x]\n  owner: me\n',
      'effort',
      3,
      '- id: a\n  title: T\n  status: idea\n  touchpoints: [x]\n  effort: 3\n  owner: me\n',
    ],
    [
      'leaves comments and blank lines',
      '- id: a # the first\n\n  # about the title\n  title: T # short\n\n  tally: { M: 1 }\n\n# the end\n',
      'status',
      'planned',
      '- id: a # the first\n\n  # about the title\n  title: T # short\n  status: planned\n\n  tally: { M: 1 }\n\n# the end\n',
    ],
    [
      'comes behind a list with its last comment',
      '- id: a\n  touchpoints:\n    - x\n    # - y\n  # no tally yet\n',
      'effort',
      2,
      '- id: a\n  touchpoints:\n    - x\n    # - y\n  effort: 2\n  # no tally yet\n',
    ],
    [
      'comes behind a text of several lines',
      '- id: a\n  description: |\n    one\n\n    two\n\n  tags: [x]\n',
      'status',
      'idea',
      '- id: a\n  description: |\n    one\n\n    two\n  status: idea\n\n  tags: [x]\n',
    ],
    [
      'does not become part of a text',
      '- id: a\n  description: |+\n    one\n\n  tags: [x]\n',
      'status',
      'idea',
      '- id: a\n  status: idea\n  description: |+\n    one\n\n  tags: [x]\n',
    ],
    [
      'stands in a flow mapping',
      '- { id: a, title: T, tally: { M: 1 } } # c\n',
      'status',
      'planned',
      '- { id: a, title: T, status: planned, tally: { M: 1 } } # c\n',
    ],
    [
      'stands in a flow mapping over lines',
      '- {\n    id: a, # first\n    title: T # last\n  }\n',
      'owner',
      'a, b',
      '- {\n    id: a, # first\n    title: T, owner: "a, b" # last\n  }\n',
    ],
    ['stands in an empty flow mapping', '- {}\n', 'status', 'planned', '- { status: planned }\n'],
    ['goes where only later keys stand', '- tags: [x]\n', 'status', 'idea', '- status: idea\n  tags: [x]\n'],
    ['replaces a value in place', '- id: a\n  status:   idea   # why\n', 'status', 'planned', '- id: a\n  status:   planned   # why\n'],
    ['fills a key without value', '- id: a\n  status:\n  tags: [x]\n', 'status', 'planned', '- id: a\n  status: planned\n  tags: [x]\n'],
    ['fills a key without value in a flow mapping', '- { id: a, status }\n', 'status', 'planned', '- { id: a, status: planned }\n'],
    ['keeps double quotes', '- id: a\n  owner: "x" # c\n', 'owner', 'y "z"', '- id: a\n  owner: "y \\"z\\"" # c\n'],
    ['keeps single quotes', "- id: a\n  owner: 'x'\n", 'owner', "it's", "- id: a\n  owner: 'it''s'\n"],
    ['drops the quotes for a number', '- id: a\n  effort: "3"\n', 'effort', 0.5, '- id: a\n  effort: 0.5\n'],
    ['quotes what YAML reads as something else', '- id: a\n', 'owner', '2026', '- id: a\n  owner: "2026"\n'],
    ['quotes what older tools read as something else', '- id: a\n', 'owner', 'yes', '- id: a\n  owner: "yes"\n'],
    ['quotes an at sign', '- id: a\n', 'owner', '@team', '- id: a\n  owner: "@team"\n'],
    ['quotes a colon and a hash', '- id: a\n', 'owner', 'a: b #c', '- id: a\n  owner: "a: b #c"\n'],
    ['quotes line breaks', '- id: a\n', 'owner', 'a\nb\u0085', '- id: a\n  owner: "a\\nb\\u0085"\n'],
    ['needs no quotes for Chinese', '- id: a\n', 'owner', '目录团队', '- id: a\n  owner: 目录团队\n'],
    [
      'replaces a text of several lines',
      '- id: a\n  owner: >-\n    x\n    y\n  tags: [x]\n',
      'owner',
      'z',
      '- id: a\n  owner: z\n  tags: [x]\n',
    ],
    ['replaces a list', '- id: a\n  owner:\n    - x\n    - y\n\n  tags: [x]\n', 'owner', 'z', '- id: a\n  owner: z\n\n  tags: [x]\n'],
    ['leaves the comment behind a list', '- id: a\n  owner:\n    - x # c\n', 'owner', 'z', '- id: a\n  owner: z # c\n'],
    ['does not lose the comment in a list', '- id: a\n  owner: # c\n    - x\n', 'owner', 'z', undefined],
    ['replaces an alias', '- id: &i a\n  owner: *i\n', 'owner', 'z', '- id: &i a\n  owner: z\n'],
    ['does not change what others refer to', '- id: a\n  owner: &o x\n  tags: [*o]\n', 'owner', 'z', undefined],
    ['goes before what a merge key brings in', '- &b { id: b, owner: x }\n', 'owner', 'z', '- &b { id: b, owner: z }\n'],
    ['is not written into an alias', '- &b { id: b, owner: x }\n- *b\n', 'owner', 'z', undefined],
    ['overrules a merge key', '- <<: { owner: x }\n  id: a\n', 'owner', 'z', '- <<: { owner: x }\n  id: a\n  owner: z\n'],
    ['is not asked for again', '- id: a\n  status: idea\n', 'status', 'idea', '- id: a\n  status: idea\n'],
    ['does not go into a text', '- just text\n', 'status', 'idea', undefined],
    ['does not go into nothing', '-\n', 'status', 'idea', undefined],
    ['is no number that is none', '- id: a\n', 'effort', Number.NaN, undefined],
    ['ends a file without line break', '- id: a', 'effort', 1, '- id: a\n  effort: 1'],
    ['goes with its line', '- id: a\n  status: idea\n  tags: [x]\n', 'status', undefined, '- id: a\n  tags: [x]\n'],
    [
      'leaves the comment beside it',
      '- id: a\n  status: idea  # why\n  tags: [x]\n',
      'status',
      undefined,
      '- id: a\n  # why\n  tags: [x]\n',
    ],
    ['leaves the blank lines around it', '- id: a\n\n  status: idea\n\n  tags: [x]\n', 'status', undefined, '- id: a\n\n\n  tags: [x]\n'],
    ['goes from beside the dash', '- status: idea\n  id: a\n', 'status', undefined, '- id: a\n'],
    ['goes from beside the dash and leaves the comment', '- status: idea # c\n  id: a\n', 'status', undefined, '- # c\n  id: a\n'],
    ['goes from the end of the file', '- id: a\n  status: idea', 'status', undefined, '- id: a'],
    ['goes from the middle of a flow mapping', '- { id: a, status: idea, tags: [x] }\n', 'status', undefined, '- { id: a, tags: [x] }\n'],
    ['goes from the beginning of a flow mapping', '- { status: idea, id: a }\n', 'status', undefined, '- { id: a }\n'],
    ['goes from the end of a flow mapping', '- { id: a, status: idea }\n', 'status', undefined, '- { id: a }\n'],
    [
      'goes from a flow mapping over lines',
      '- {\n    id: a, # one\n    status: idea, # two\n    title: T # three\n  }\n',
      'status',
      undefined,
      '- {\n    id: a, # one\n    # two\n    title: T # three\n  }\n',
    ],
    [
      'goes from the end of a flow mapping over lines',
      '- {\n    id: a, # one\n    status: idea # two\n  }\n',
      'status',
      undefined,
      '- {\n    id: a # one\n    # two\n  }\n',
    ],
    ['that is alone stays', '- status: idea\n', 'status', undefined, undefined],
    ['that a merge key brings in stays', '- <<: { owner: x }\n  id: a\n', 'owner', undefined, undefined],
    ['that is not there stays away', '- id: a\n', 'status', undefined, '- id: a\n'],
  ];

  it.each(cases)('%s', (_, before, key, value, after) => {
    expect(afterSetting(head + before, key, value)).toBe(after === undefined ? undefined : head + after);
  });

  it.each(cases)('%s, in a file with CRLF', (_, before, key, value, after) => {
    const crlf = (text: string) => (head + text).replaceAll('\n', '\r\n');
    expect(afterSetting(crlf(before), key, value)).toBe(after === undefined ? undefined : crlf(after));
  });

  const values = fc.oneof(
    fc.constantFrom('planned', 'M', '@team', '2026', 'no', 'a: b', ' x', '目录', 'a, b', '- x', 'x #y', '*a', '', '---', "it's"),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -9, max: 99 }),
  );

  it('changes nothing else in a file of any style, and can be taken away again', () => {
    let done = 0;
    fc.assert(
      fc.property(
        styledFile,
        fc.constantFrom('status', 'effort', 'owner', 'assumed', 'title', 'tags'),
        values,
        fc.nat(),
        (text, key, value, pick) => {
          const before = readModel(uri, text);
          const entries = listKeys.flatMap((list) => before.list(list).map((item, index) => ({ list, item, index })));
          const chosen = entries[pick % entries.length];
          if (!chosen) return;
          const edits = setProperty(before, chosen.item, key, value);
          const [comments, errors] = [commentsIn(text), parseDocument(text).errors.length];
          if (edits === undefined) return;
          done++;
          const after = updateModel(before, textChanges(edits));
          if (errors === 0) expect(parseDocument(after.text, { logLevel: 'silent' }).errors).toEqual([]);
          expect(contentOf(after)).toEqual(withProperty(before, chosen.list, chosen.index, key, value));
          if (errors === 0) expect(commentsIn(after.text)).toEqual(comments);
          const changed = after.list(chosen.list)[chosen.index];
          const removal = changed && setProperty(after, changed, key, undefined);
          if (!removal) return;
          const removed = updateModel(after, textChanges(removal));
          expect(contentOf(removed)).toEqual(withProperty(before, chosen.list, chosen.index, key, undefined));
          if (errors === 0) expect(commentsIn(removed.text)).toEqual(comments);
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 100), endOnFailure: true },
    );
    // A function that refuses everything would pass, too.
    expect(done).toBeGreaterThan(30);
  });

  it('is what the yaml library reads', () => {
    fc.assert(
      fc.property(values, fc.boolean(), (value, flow) => {
        const text = afterSetting(head + (flow ? '- { id: a, tags: [x] }\n' : '- id: a\n  tags: [x]\n'), 'owner', value) ?? '';
        expect(parse(text).features[0]).toEqual({ id: 'a', owner: value === 0 ? 0 : value, tags: ['x'] });
      }),
    );
  });
});

function withProperty(model: KanoModel, list: string, index: number, key: string, value: unknown): unknown {
  const content = contentOf(model) as Record<string, Record<string, unknown>[]>;
  const item = { ...content[list]?.[index] };
  delete item[key];
  if (value !== undefined) item[key] = value === 0 ? 0 : value;
  return { ...content, [list]: content[list]?.map((other, at) => (at === index ? item : other)) };
}

function contentOf(model: KanoModel): unknown {
  const lists = Object.fromEntries(
    listKeys.map((list) => [list, model.list(list).map(({ node }) => (node === undefined ? null : plainValue(node)))]),
  );
  const { root } = model.frame;
  const others = root?.kind === 'map' ? root.entries.filter(({ key }) => !listKeys.some((list) => list === key.value)) : [];
  return { ...lists, frame: others.map(({ key, value }) => [key.value, plainValue(value)]) };
}

/** What the lexer of the yaml library takes for comments. */
function commentsIn(text: string): readonly string[] {
  const tokens = [...new Lexer().lex(text)];
  return tokens.filter((token, index) => token.startsWith('#') && tokens[index - 1] !== '\u001f').map((token) => token.trim());
}
