import { describe, expect, it } from 'vitest';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { prepareRename, rename } from '../../../src/languageFeatures/rename.ts';
import { inLanguage } from '../terms/speak.ts';
import { markedFiles, type shownRange, textIn } from './marked.ts';

const head = 'kano: 1\nproduct: Shop\n';

/** The files after the rename at `|`, or why there was none. Files that did not change are left out. */
async function renamed(
  files: Readonly<Record<string, string>>,
  newId: string,
  missing: { unreadable?: string[]; isComplete?: boolean } = {},
) {
  const { opened, position, models, source, texts } = markedFiles(files);
  const result = await rename(opened, position, newId, { models, unreadable: [], isComplete: true, ...missing }, source);
  if ('reason' in result) return result.reason;
  return Object.fromEntries([...result].map(([uri, edits]) => [uri, applied(texts[uri] ?? '', edits)]));
}

function applied(text: string, edits: readonly { range: Parameters<typeof shownRange>[0]; newText: string }[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}

/** One file, renamed. */
async function renamedIn(text: string, newId: string) {
  const result = await renamed({ 'a.kano.yaml': text }, newId);
  return typeof result === 'string' ? result : result['a.kano.yaml'];
}

describe('a rename', () => {
  const journey = `${head}stages:\n  - { id: discover, name: Discover }\ntouchpoints:\n  - id: search # where it begins\n    name: search\n    stage: discover\n`;
  const tickets = `${head}uses: [journey.kano.yaml]\nfeatures:\n  - id: search\n    title: search\n    touchpoints:\n      - search\n      - 'search'\n  - { id: b, title: B, touchpoints: ["search"], dependsOn: [search] }\n`;
  const service = `${head}uses: [tickets.kano.yaml]\nmetrics:\n  - { id: m, name: M, better: lower, touchpoint: search }\n`;
  const files = { 'journey.kano.yaml': journey, 'tickets.kano.yaml': tickets, 'service.kano.yaml': service };

  it('changes the definition and all uses in three files, and nothing that only looks alike', async () => {
    const expected = {
      'journey.kano.yaml': journey.replace('id: search', 'id: find'),
      'tickets.kano.yaml': tickets.replace('- search\n', '- find\n').replace("'search'", "'find'").replace('"search"', '"find"'),
      'service.kano.yaml': service.replace('touchpoint: search', 'touchpoint: find'),
    };
    expect(await renamed({ ...files, 'journey.kano.yaml': journey.replace('id: sea', 'id: sea|') }, 'find')).toEqual(expected);
    expect(await renamed({ ...files, 'service.kano.yaml': service.replace(' search', ' |search') }, 'find')).toEqual(expected);
    expect(await renamed({ ...files, 'tickets.kano.yaml': tickets.replace("'sea", "'sea|") }, 'find')).toEqual(expected);
  });

  const kinds: readonly (readonly [string, string])[] = [
    ['personas:\n  - { id: p, name: P, needs: [a note, { id: |x, need: X }] }\nfeatures:\n  - { id: a, title: A, serves: [x] }\n', 'needs'],
    ['touchpoints:\n  - { id: t, name: T, pains: [{ id: x, pain: X }] }\nfeatures:\n  - { id: a, title: A, relieves: [|x] }\n', 'pains'],
    [
      'valueChain:\n  - activity: service\n    bottlenecks: [{ id: |x, bottleneck: X }]\nfeatures:\n  - { id: a, title: A, relieves: [x] }\n',
      'bottlenecks',
    ],
    ['metrics:\n  - { id: |x, name: X, kind: revenue }\nfeatures:\n  - { id: a, title: A, moves: [x] }\n', 'metrics'],
    [
      'personas: [{ id: x, name: X }]\ntouchpoints:\n  - { id: t, name: T, personas: [|x], emotions: [{ date: 2026-01-01, value: 1, persona: x }] }\n',
      'personas of touchpoints',
    ],
    ['stages:\n  - { id: |x, name: X }\ntouchpoints:\n  - { id: t, name: T, stage: x }\n', 'touchpoints'],
    ['personas: [{ id: x, name: X }]\nfeatures:\n  - { id: a, title: A, tallies: [{ persona: |x, counts: { M: 1 } }] }\n', 'personas'],
    [
      'surveys:\n- id: |x\n  date: 2026-01-01\nfeatures:\n- id: a\n  title: A\n  tallies:\n  - survey: x\n    counts: { M: 1 }\n',
      'surveys',
    ],
    ['features:\n  - { id: x, title: X }\n  - { id: b, title: B, dependsOn: [x|] }\n', 'features'],
    ['metrics:\n  - id: |x\n    name: X\n    better: lower\n', 'metrics'],
    ['touchpoints: [{ id: x, name: X }]\nfeatures: [{ id: a, title: A, touchpoints: |x }]\n', 'touchpoints, as one text'],
  ];

  it.each(kinds)('of %j', async (text) => {
    const plain = head + text.replace('|', '');
    const result = await renamedIn(head + text, 'new-name.1');
    expect(result).toBe(
      plain.replace(/(id: |stage: |persona: |survey: |(?:dependsOn|serves|relieves|moves|personas): \[|touchpoints: )x/g, '$1new-name.1'),
    );
    expect(result).not.toBe(plain);
  });

  it('quotes what YAML would read as something else, and keeps the quotes of the author', async () => {
    const text = `${head}surveys:\n  - { id: |a, date: 2026-01-01 }\nfeatures:\n  - { id: f, title: F, tallies: [{ survey: 'a', counts: { M: 1 } }, { survey: "a", persona: p, counts: { M: 1 } }] }\n`;
    for (const [id, written] of [
      ['2026', '"2026"'],
      ['1e3', '"1e3"'],
      ['true', '"true"'],
      ['null', '"null"'],
      ['2026-q3', '2026-q3'],
      ['no', 'no'],
    ] as const) {
      const result = await renamedIn(text, id);
      expect(result).toContain(`{ id: ${written}, date`);
      expect(result).toContain(`survey: '${id}'`);
      expect(result).toContain(`survey: "${id}"`);
    }
    const back = text.replace('id: |a', 'id: "20|26"').replace("'a'", "'2026'").replace('"a"', '"2026"');
    expect(await renamedIn(back, 'spring')).toContain('{ id: "spring", date');
  });

  it('keeps comments, CRLF, anchors and block texts', async () => {
    const windows =
      `${head}touchpoints:\n  - id: |search # note\n    name: S\nfeatures:\n  - id: a\n    title: A\n    touchpoints:\n      # why\n      - search\n`.replaceAll(
        '\n',
        '\r\n',
      );
    expect(await renamedIn(windows, 'find')).toBe(windows.replace('|', '').replaceAll('search', 'find'));
    const anchors = `${head}touchpoints:\n  - { id: &s |search, name: S }\nfeatures:\n  - { id: a, title: A, touchpoints: [*s] }\n`;
    const result = (await renamedIn(anchors, 'find')) ?? '';
    expect(result).toContain('id: &s find,');
    expect(readModel('a', result).list('features')[0]?.value.touchpoints).toEqual(['find']);
    const block = `${head}stages:\n  - { id: |x, name: X }\ntouchpoints:\n  - id: t\n    stage: >-\n      x\n    name: T\n`;
    const changed = readModel('a', (await renamedIn(block, 'find')) ?? '').list('touchpoints')[0];
    expect(changed?.value).toEqual({ id: 't', stage: 'find', name: 'T' });
  });

  it('corrects an id that breaks the format', async () => {
    const text = `${head}stages:\n  - { id: Bi|g, name: B }\ntouchpoints:\n  - { id: t, name: T, stage: Big }\n`;
    expect(await renamedIn(text, 'big')).toBe(text.replace('|', '').replaceAll('Big', 'big'));
  });

  it('to the same id changes nothing', async () => {
    expect(await renamed({ ...files, 'journey.kano.yaml': journey.replace('id: sea', 'id: sea|') }, 'search')).toEqual({});
  });
});

describe('no rename, but a reason', () => {
  const text = `${head}touchpoints:\n  - { id: |search, name: S }\n  - { id: find, name: F }\nfeatures:\n  - { id: a, title: A, touchpoints: [search] }\n`;

  it.each(['', 'Find', 'a b', 'ü', '-a', 'a/b', 'a:'])('to %j, which cannot be an id', async (newId) => {
    expect(await renamedIn(text, newId)).toContain(`“${newId}” cannot be an id`);
  });

  it('to an id that is taken, here or in a file that uses this one', async () => {
    expect(await renamedIn(text, 'find')).toBe('The touchpoint “find” is already defined in a.kano.yaml, line 5. Choose another id.');
    const files = {
      'journey.kano.yaml': `${head}touchpoints:\n  - { id: |search, name: S }\n`,
      'shop%20x.kano.yaml': `${head}uses: [journey.kano.yaml]\ntouchpoints:\n  - { id: basket, name: B }\n`,
    };
    expect(await renamed(files, 'basket')).toBe(
      'The touchpoint “basket” is already defined in shop x.kano.yaml, line 5. Choose another id.',
    );
    // Another kind of id is another name.
    expect(await renamedIn(text, 'a')).toContain('id: a, name: S');
  });

  it('of an id that is defined twice, or nowhere', async () => {
    const twice = text.replace('id: find', 'id: search');
    expect(await renamedIn(twice, 'x')).toMatch(
      /^The touchpoint “search” is defined in a.kano.yaml, line 4, and in a.kano.yaml, line 5: it is unclear which one is meant\./,
    );
    expect(await renamedIn(`${head}features:\n  - { id: a, title: A, touchpoints: [|search] }\n`, 'x')).toMatch(
      /^No touchpoint is called “search”\./,
    );
    const apart = {
      'journey.kano.yaml': `${head}touchpoints:\n  - { id: |search, name: S }\n`,
      'shop.kano.yaml': `${head}uses: [journey.kano.yaml]\ntouchpoints:\n  - { id: search, name: B }\n`,
    };
    expect(await renamed(apart, 'x')).toMatch(/in journey.kano.yaml, line 4, and in shop.kano.yaml, line 5/);
  });

  it('where something broken may mean the id too, in this file or in one that uses it; not where it cannot', async () => {
    const broken = `${text}  - id: "b\n    touchpoints: [search]\n`;
    expect(await renamedIn(broken, 'x')).toBe('a.kano.yaml cannot be read around line 8, which may also mention “search”. Fix that first.');
    const using = {
      'journey.kano.yaml': `${head}touchpoints:\n  - { id: |search, name: S }\n`,
      'shop.kano.yaml': `${head}uses: [journey.kano.yaml]\nfeatures:\n  - id: b\n    title: "B\n    touchpoints: [search]\n`,
    };
    expect(await renamed(using, 'x')).toMatch(/^shop.kano.yaml cannot be read around line 6/);
    const elsewhere = `${text}  - id: "b\n    touchpoints: [search-2, searching]\n`;
    expect(await renamedIn(elsewhere, 'x')).toContain('id: x, name: S');
  });

  it('where a file cannot be read, or there are too many', async () => {
    expect(await renamed({ 'a.kano.yaml': text }, 'x', { unreadable: ['old/b.kano.yaml'] })).toMatch(/^old\/b.kano.yaml cannot be read/);
    expect(await renamed({ 'a.kano.yaml': text }, 'x', { isComplete: false })).toMatch(/^The workspace has more than 1 files/);
  });

  it('in Chinese as well', async () => {
    const { opened, position, models, source } = markedFiles({ 'a.kano.yaml': text });
    const files = { models, unreadable: [], isComplete: true };
    const result = await inLanguage('zh-cn', () => rename(opened, position, 'Find', files, source));
    expect(result).toEqual({ reason: expect.stringContaining('“Find” 不能作 id') });
  });
});

describe('before a rename', () => {
  const prepared = (text: string) => {
    const { opened, position, texts } = markedFiles({ 'a.kano.yaml': text });
    const result = prepareRename(opened, position);
    return 'reason' in result ? result.reason : `${result.placeholder}: ${textIn(texts['a.kano.yaml'] ?? '', result.range)}`;
  };

  it.each([
    ['stages:\n  - { id: dis|cover, name: D }\n', 'discover: discover'],
    ['surveys:\n  - id: |"2026"\n', '2026: 2026'],
    ["surveys:\n  - id: '2026'|\n", '2026: 2026'],
    ['features:\n  - id: a\n    dependsOn: [b, |c]\n', 'c: c'],
    ['features:\n  - id: a\n    tallies: [{ survey: s|1 }]\n', 's1: s1'],
  ])('the id stands alone, without its quotes: %j', (text, expected) => {
    expect(prepared(head + text)).toBe(expected);
  });

  it('says what to do where there is no id', () => {
    expect(prepared('kano: 1\nproduct: |Shop\n')).toMatch(/^There is no id here\./);
    expect(prepared('|')).toMatch(/^There is no id here\./);
    expect(prepared(`${head}surveys:\n  - id: 20|26\n`)).toBe('YAML does not read this id as text. Put it in quotes first.');
    expect(prepared(`${head}surveys: [{ id: 20|26 }]\n`)).toBe('YAML does not read this id as text. Put it in quotes first.');
  });

  it('nothing throws in files that are no files of ours', () => {
    for (const text of ['|[', 'a: |{', '- |', '"|', '%TAG |', 'features: |*x\n', `${'['.repeat(5000)}|`]) {
      const { opened, position } = markedFiles({ 'a.kano.yaml': text });
      expect(prepareRename(opened, position)).toHaveProperty('reason');
      expect(singleFileProduct(opened).models).toHaveLength(1);
    }
  });
});
