import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { listKeys } from '../../../src/document/format/model.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { charactersLimit, readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import type { Part } from '../../../src/document/yaml/part.ts';
import type { Position, TextChange } from '../../../src/document/yaml/position.ts';
import { codeLenses } from '../../../src/languageFeatures/codeLenses.ts';
import { documentLinks } from '../../../src/languageFeatures/documentLinks.ts';
import { checkDocument, DocumentChecker } from '../../../src/problems/checkDocument.ts';
import { styledFile } from './styledYaml.ts';

const uri = 'file:///shop.kano.yaml';

const plain = `kano: 1
product: Shop
uses: [other.kano.yaml]
touchpoints:
  - { id: search, name: Search }
  # the checkout
  - id: checkout
    name: Checkout
features:
  - id: a
    title: A
    touchpoints: [search]
    tally: { M: 3, O: 40 }
  - id: b
    title: |
      B
      - id: no

  - id: c
    title: C
    tallies:
      - survey: s
        counts: { A: 31 }
product-note: x
surveys:
- id: s
  date: 2026-01-01
- id: t
  date: 2026-02-01
`;

/** Items that refer to each other, need each other in a cycle, lead out of the file, and comments that silence some of what is wrong with that. */
const connected = `# kano-disable-file kano/small-sample
kano: 1
product: Shop
personas: [{ id: p, name: P, share: 0.5 }, { id: q, name: Q }]
surveys:
  - { id: s, date: 2026-01-01 } # kano-disable-line kano/unused-definition
features:
  # kano-disable-next-line kano/unknown-reference
  - { id: a, title: A, dependsOn: [b, gone], links: [https://example.org/a] }
  - id: b
    title: B
    dependsOn: [c]
    status: rejected
  - id: c
    title: C
    dependsOn: [a, b] # kano-disable-line kano/dependency-cycle kano/must-be-rejected
    tallies:
      - { survey: s, persona: p, counts: { M: 90, I: 5 } }
      - { survey: s, persona: q, counts: { M: 5, I: 90 } }
    evidence:
      - { type: interview, link: https://example.org/c }
# kano-disable-next-line kano/schema
metrics: none
touchpoints:
- id: t
  name: T
  # kano-disable-line kano/unknown-reference
  stage: nowhere
`;

describe('a document after edits', () => {
  const edits = fc.array(editEvent(), { minLength: 1, maxLength: 8 });
  const runs = Number(process.env.FUZZ_RUNS ?? 120);

  it.each<[string, string, string, string]>([
    ['an item behind the last of its list', plain, 'product-note:', '  - id: last\n    title: L\nproduct-note:'],
    [
      'an item at the end of the file',
      plain,
      '- id: t\n  date: 2026-02-01\n',
      '- id: t\n  date: 2026-02-01\n- id: u\n  date: 2026-03-01\n',
    ],
    ['a list that takes items from the one above', plain, '  - id: b\n', 'metrics:\n  - id: b\n'],
    ['a key that moves into the item above it', plain, 'product-note: x', '    product-note: x'],
    ['a list that loses its key', plain, 'surveys:\n', ''],
    ['a list whose items are indented otherwise', plain, 'features:\n  - id: a', 'features:\n    - id: a'],
    [
      'a line below an item whose dash stands too far left',
      plain.replace('  - id: c\n', ' - id: c\n'),
      'product-note: x',
      'product-note: y',
    ],
    ['a comment between lists', plain, 'surveys:\n', '# silent\nsurveys:\n'],
    ['an anchor that an alias in another item means', plain, 'title: A\n', 'title: &t A\n    owner: *t\n'],
    [
      'an item with an anchor above another that has one',
      plain.replace('title: A', 'title: &t A').replace('title: C', 'title: &u C'),
      'title: &t A',
      'title: &t B',
    ],
    ['an alias in the frame to an anchor in an item', plain.replace('title: A', 'title: &t A'), 'product-note: x', 'product-note: *t'],
    ['an alias in an item to an anchor in the frame', plain.replace('product: Shop', 'product: &t Shop'), 'title: C', 'title: *t'],
    ['two lists that become one', plain.replace('surveys:\n- id: s', 'surveys:\n  - id: s'), 'product-note: x\nsurveys:\n', ''],
    ['keys behind the last item that go', `${plain}owner: o\n`, 'owner: o\n', ''],
    ['no key above a list that begins the file', plain.slice(plain.indexOf('features:')), 'features:\n', ''],
    [
      'another column of dashes above items that are left of it before and after',
      plain.replace('  - id: b\n', ' - id: b\n').replace('  - id: c\n', ' - id: c\n'),
      'features:\n  - id: a\n    ',
      'features:\n    - id: a\n      ',
    ],
    [
      'an item below two whose dashes are left of their column',
      plain.replace('  - id: b\n', ' - id: b\n').replace('  - id: c\n', ' - id: c\n'),
      'title: C\n',
      'title: C\n  - id: d\n',
    ],
    ['an alias to an anchor in another item', plain.replace('title: A', 'title: &t A'), 'title: C', 'title: *t'],
  ])('equals the document read anew, with %s', (_, text, from, to) => {
    const before = readModel(uri, text);
    // So that there are lists to take over.
    describeDocument(before);
    expect(text).toContain(from);
    const expected = text.replace(from, to);
    expectSame(updateModel(before, [difference(text, expected)]), readModel(uri, expected), expected);
    expectSame(updateModel(readModel(uri, expected), [difference(expected, text)]), readModel(uri, text), text);
  });

  it('takes changes that touch each other in any order', () => {
    const [start, middle, end] = [0, 4, 7].map((character) => ({ line: 1, character }));
    if (!start || !middle || !end) throw new Error('Places are missing.');
    const changes = [
      { range: { start, end: middle }, text: 'na' },
      { range: { start: middle, end: middle }, text: 'm' },
      { range: { start: middle, end }, text: 'e' },
    ];
    for (const order of [changes, changes.toReversed()]) {
      expect(updateModel(readModel(uri, plain), order).text).toBe(plain.replace('product', 'name'));
    }
  });

  it.each([
    ['', '\n'],
    ['\n', ''],
  ])('takes positions behind the last line, which ends with %j, as the end of the file', (end, other) => {
    const text = plain.replace(/\n$/, end);
    const from = { line: text.trimEnd().split('\n').length - 1, character: 2 };
    for (const line of [from.line + 1, from.line + 2, 1_000_000]) {
      for (const character of [0, 7]) {
        const changes = [{ range: { start: from, end: { line, character } }, text: `date: 2026-03-01${other}` }];
        const expected = text.replace(/date: 2026-02-01\n?$/, `date: 2026-03-01${other}`);
        expectSame(updateModel(readModel(uri, text), changes), readModel(uri, expected), expected);
      }
    }
  });

  it('is too large to be read from one character on, and is read again once that is gone', () => {
    const start = { line: 0, character: 0 };
    const comment = `#${'x'.repeat(charactersLimit - plain.length - 2)}\n`;
    const before = readModel(uri, plain);
    const largest = updateModel(before, [{ range: { start, end: start }, text: comment }]);
    expect(largest.length).toBe(charactersLimit);
    expect(largest.list('features')[2]).toBe(before.list('features')[2]);
    const tooLarge = updateModel(largest, [{ range: { start, end: start }, text: '#' }]);
    expect(tooLarge.list('features')).toEqual([]);
    expect(tooLarge.syntaxFindings.map(({ reason }) => reason.kind)).toEqual(['too-large']);
    const again = updateModel(tooLarge, [{ range: { start, end: { line: 0, character: comment.length } }, text: '' }]);
    expect(again.list('features').map(({ value }) => value.id)).toEqual(['a', 'b', 'c']);
  });

  it('equals the document read anew, from a plain file', () => {
    fc.assert(fc.property(fc.constantFrom(plain, plain.replaceAll('\n', '\r\n'), plain.trimEnd(), ''), edits, replay), parameters(runs));
  });

  it('equals the document read anew, from a file whose items refer to each other', () => {
    fc.assert(fc.property(fc.constantFrom(connected, connected.replaceAll('\n', '\r\n')), edits, replay), parameters(runs));
  });

  it('equals the document read anew, from a file in any style', () => {
    fc.assert(fc.property(styledFile, edits, replay), parameters(runs / 2));
  });
});

function parameters(numRuns: number) {
  return { numRuns, endOnFailure: 'FUZZ_RUNS' in process.env };
}

/** Where, how much and with what, as shares of the text at hand: so that shrinking keeps its meaning. */
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
  readonly snap: boolean;
  /** Positions past the end of their line, as editors may send them. */
  readonly overshoot: number;
}

function editEvent(): fc.Arbitrary<readonly Edit[] | 'undo'> {
  const insert = fc.constantFrom(
    ...[
      '',
      '',
      'x',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '\t',
      '"',
      "'",
      '[',
      '{',
      '}',
      ']',
      ':',
      ': ',
      '#',
      '-',
      '- ',
      '&a ',
      '*a',
      '<<: *a',
      '|',
      '---\n',
      '...\n',
    ],
    ...[
      '  - id: new\n    title: New\n',
      '- id: flush\n  title: Flush\n',
      '  - id: a\n',
      'features:\n',
      'metrics:\n',
      'title: x\n',
      '    status: planned\n',
    ],
    ...[
      '# comment\n',
      '\n\n',
      'kano: 1\n',
      '    - id: deep\n',
      'surveys: [{ id: f, date: 2026-03-03 }]\n',
      '    dependsOn: [a, c]\n',
      '    status: rejected\n',
      '    links: [https://example.org]\n',
      '# kano-disable-file kano/schema\n',
      ' # kano-disable-line kano/schema, kano/duplicate-id',
      '# kano-disable-next-line kano/syntax kano/dependency-cycle\n',
      ' - id: one\n',
      '  -\n',
      '  - &a { id: z, title: Z }\n',
      '  - *a\n',
      '😀',
      '搜索',
      '\r',
      '%YAML 1.2\n',
    ],
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.constantFrom(0, 0, 1, 2, 10, 40, 10_000),
    insert,
    snap: fc.boolean(),
    overshoot: fc.constantFrom(0, 0, 0, 1, 50),
  });
  return fc.oneof(
    { weight: 6, arbitrary: fc.array(edit, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
  );
}

function replay(text: string, events: readonly (readonly Edit[] | 'undo')[]): void {
  let model = readModel(uri, text);
  // Lives as long as the file is open, as in the editor; everything it and the indexes keep goes through all versions.
  const checker = new DocumentChecker();
  const history = [model.text];
  for (const event of events) {
    const before = model.text;
    const after = event === 'undo' ? (history.at(-2) ?? before) : undefined;
    const changes = event === 'undo' ? [difference(before, after ?? '')] : changesOf(before, event);
    const expectedText = applyAll(before, changes);
    model = updateModel(model, changes);
    history.push(expectedText);
    const fresh = readModel(uri, expectedText);
    expectSame(model, fresh, expectedText);
    const [product, freshProduct] = [singleFileProduct(model), singleFileProduct(fresh)];
    for (const limit of [undefined, 3]) {
      const problems = checker.check(product, analysisOfProduct(product), limit);
      expectEqual(problems, new DocumentChecker().check(freshProduct, analysisOfProduct(freshProduct), limit), expectedText);
    }
    expect(documentLinks(model), expectedText).toEqual(documentLinks(fresh));
    expect(codeLenses(model).map(({ range }) => range)).toEqual(codeLenses(fresh).map(({ range }) => range));
  }
}

function changesOf(text: string, edits: readonly Edit[]): readonly TextChange[] {
  const changes: { start: number; end: number; change: TextChange }[] = [];
  for (const { at, length, insert, snap, overshoot } of edits) {
    const exact = Math.floor(at * text.length);
    const start = between(text, snap && exact > 0 ? text.lastIndexOf('\n', exact - 1) + 1 : exact);
    const end = between(
      text,
      Math.min(text.length, snap && length > 2 ? text.indexOf('\n', start + length) + 1 || text.length : start + length),
    );
    if (end < start || changes.some((other) => start <= other.end && end >= other.start)) continue;
    changes.push({ start, end, change: { range: { start: positionAt(text, start), end: positionAt(text, end) }, text: insert } });
    if (overshoot > 0 && start === end && isLineEnd(text, end)) {
      const { line, character } = positionAt(text, end);
      const beyond = { line, character: character + overshoot };
      changes.splice(-1, 1, { start, end, change: { range: { start: beyond, end: beyond }, text: insert } });
    }
  }
  return changes.map(({ change }) => change);
}

/** Editors know no place between the two characters of a line break. */
function between(text: string, offset: number): number {
  return text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset;
}

function isLineEnd(text: string, offset: number): boolean {
  return offset === text.length || text[offset] === '\n' || (text[offset] === '\r' && text[offset + 1] === '\n');
}

function difference(before: string, after: string): TextChange {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  start = between(before, between(after, start));
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (before[before.length - tail] === '\n' || after[after.length - tail] === '\n') tail = Math.max(0, tail - 1);
  return {
    range: { start: positionAt(before, start), end: positionAt(before, before.length - tail) },
    text: after.slice(start, after.length - tail),
  };
}

function positionAt(text: string, offset: number): Position {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return { line: text.slice(0, lineStart).split('\n').length - 1, character: offset - lineStart };
}

function applyAll(text: string, changes: readonly TextChange[]): string {
  const lines = text.split('\n');
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0));
  const offset = ({ line, character }: Position) => {
    if (line >= lines.length) return text.length;
    const isLast = line === lines.length - 1;
    const content = isLast ? (lines[line] ?? '') : (lines[line] ?? '').replace(/\r$/, '');
    return (starts[line] ?? 0) + Math.min(character, content.length);
  };
  const pieces = changes.map(({ range, text: insert }) => ({ start: offset(range.start), end: offset(range.end), insert }));
  pieces.sort((a, b) => b.start - a.start);
  return pieces.reduce((current, { start, end, insert }) => current.slice(0, start) + insert + current.slice(end), text);
}

function expectSame(actual: KanoModel, expected: KanoModel, text: string): void {
  expect(actual.text).toBe(text);
  expectEqual(describeDocument(actual), describeDocument(expected), text);
}

/** Fails when two values differ. Node compares them much faster than vitest, which shows the difference. */
function expectEqual(actual: unknown, expected: unknown, message: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, message).toEqual(expected);
}

function describeDocument(model: KanoModel): unknown {
  const product = singleFileProduct(model);
  return {
    segments: model.segments.map(({ segment }) => segment),
    startLines: model.segments.map((_, index) => model.startLine(index)),
    length: model.length,
    header: model.header,
    frame: model.frame.text,
    findings: model.syntaxFindings.map(({ part, ...finding }) => ({ ...finding, part: part.text })),
    lists: listKeys.map((key) =>
      model.list(key).map((item) => ({
        value: item.value,
        node: item.node,
        id: model.locate(item.rangeOfId),
        start: model.locate(wholePart(item.part)),
        unreadable: item.talliesUnreadable,
      })),
    ),
    problems: checkDocument(product, analysisOfProduct(product)).map(({ fixes, ...problem }) => ({
      ...problem,
      fixes: fixes?.(product, []),
    })),
  };
}

function wholePart(part: Part) {
  return { part, start: 0, end: 0 };
}
