import { describe, expect, it, vi } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { mentionsIn } from '../../../src/languageFeatures/mentions.ts';
import { definition, documentHighlights, references } from '../../../src/languageFeatures/references.ts';
import { markedFiles, productOf, shownRange, textIn } from './marked.ts';

const head = 'kano: 1\nproduct: Shop\n';

const shop = `${head}stages:
  - { id: discover, name: Discover }
personas:
  - id: member
    name: Member
surveys:
  - id: "2026"
    date: 2026-09-15
touchpoints:
  - id: search
    name: Search
    stage: discover
features:
  - id: import
    title: Import
  - id: description
    title: Description
    touchpoints: [search, 'search']
    dependsOn:
      - import
    tallies:
      - survey: "2026"
        persona: member
        counts: { M: 40 }
metrics:
  - id: repeat
    name: Repeat
    better: higher
    touchpoint: search
`;

/** The shop with a cursor where `marked` has it; `marked` without the cursor stands once in it. */
function withCursor(marked: string, text = shop): string {
  const plain = marked.replace('|', '');
  if (text.split(plain).length !== 2) throw new Error(`Not once in the text: ${plain}`);
  return text.replace(plain, marked);
}

async function definitionsAt(files: Readonly<Record<string, string>>): Promise<string[]> {
  const found = markedFiles(files);
  return definition(await productOf(found), found.position).map(
    ({ targetUri, targetSelectionRange, targetRange, originSelectionRange }) => {
      if (!originSelectionRange) throw new Error('No origin.');
      const text = found.texts[targetUri] ?? '';
      expect(textIn(text, targetRange)).toContain(textIn(text, targetSelectionRange));
      return `${targetUri} ${shownRange(targetSelectionRange)} ${textIn(text, targetSelectionRange)}`;
    },
  );
}

async function referencesAt(files: Readonly<Record<string, string>>, includeDefinitions = false): Promise<string[]> {
  const { opened, position, models, source } = markedFiles(files);
  return (await references(opened, position, models, source, includeDefinitions)).map(({ uri, range }) => `${uri} ${shownRange(range)}`);
}

describe('the definition', () => {
  const uses: readonly (readonly [string, string])[] = [
    ['stage: disc|over', '3:10-3:18 discover'],
    ['[|search', '11:8-11:14 search'],
    ["'search|'", '11:8-11:14 search'],
    ['- imp|ort', '15:8-15:14 import'],
    ['survey: "|2026"', '8:8-8:14 "2026"'],
    ['persona: member|', '5:8-5:14 member'],
    ['touchpoint: |search', '11:8-11:14 search'],
    // Where it is defined itself: VS Code then offers its uses.
    ['id: rep|eat', '27:8-27:14 repeat'],
  ];

  it.each(uses)('of %s', async (marked, expected) => {
    expect(await definitionsAt({ 'shop.kano.yaml': withCursor(marked) })).toEqual([`shop.kano.yaml ${expected}`]);
  });

  it.each(['tit|le: Import', 'name: Sea|rch', 'da|te:', 'M: |40', 'kano|: 1'])('is nowhere for %s', async (marked) => {
    expect(await definitionsAt({ 'shop.kano.yaml': withCursor(marked) })).toEqual([]);
  });

  it('is found in flow style, with CRLF, and in a file that is broken elsewhere', async () => {
    const flow = `${head}touchpoints: [{ id: search, name: Search }]\nfeatures: [{ id: a, title: A, touchpoints: [sea|rch] }]\n`;
    expect(await definitionsAt({ 'a.kano.yaml': flow })).toEqual(['a.kano.yaml 2:20-2:26 search']);
    const windows = withCursor('- imp|ort').replaceAll('\n', '\r\n');
    expect(await definitionsAt({ 'a.kano.yaml': windows })).toEqual(['a.kano.yaml 15:8-15:14 import']);
    const broken = withCursor('- imp|ort').replace('name: Member', 'name: "Member');
    expect(await definitionsAt({ 'a.kano.yaml': broken })).toEqual(['a.kano.yaml 15:8-15:14 import']);
  });

  it('is found in a file that is used by a file that is used', async () => {
    const files = {
      'shop.kano.yaml': `${head}uses: [parts/middle.kano.yaml]\nfeatures:\n  - { id: a, title: A, touchpoints: [sea|rch] }\n`,
      'parts/middle.kano.yaml': `${head}uses: [../journey.kano.yaml]\n`,
      'journey.kano.yaml': `${head}touchpoints:\n  - id: search\n    name: Search\n`,
    };
    expect(await definitionsAt(files)).toEqual(['journey.kano.yaml 3:8-3:14 search']);
  });

  it('is every one where an id is defined twice, and the whole item goes with it', async () => {
    const text = `${head}stages:\n  - { id: a, name: A }\n  - id: a # first\n    name: Again\n    # what follows\ntouchpoints:\n  - { id: t, name: T, stage: |a }\n`;
    const found = markedFiles({ 'a.kano.yaml': text });
    const links = definition(await productOf(found), found.position);
    expect(links.map(({ targetRange }) => textIn(found.texts['a.kano.yaml'] ?? '', targetRange))).toEqual([
      '- { id: a, name: A }',
      '- id: a # first\n    name: Again',
    ]);
  });
});

describe('references', () => {
  const journey = `${head}touchpoints:\n  - id: search\n    name: Search\n`;
  const user = `${head}uses: [journey.kano.yaml]\nfeatures:\n  - { id: a, title: A, touchpoints: [search] }\n`;
  const files = {
    'journey.kano.yaml': journey,
    'one.kano.yaml': user,
    'two.kano.yaml': `${head}uses: [one.kano.yaml]\nmetrics:\n  - { id: m, name: M, better: lower, touchpoint: "search" }\n`,
    'other.kano.yaml': `${head}touchpoints: [{ id: search, name: Another }]\nfeatures:\n  - { id: a, title: A, touchpoints: [search] }\n`,
  };
  const everywhere = ['journey.kano.yaml 3:8-3:14', 'one.kano.yaml 4:37-4:43', 'two.kano.yaml 4:49-4:57'];

  it('are found in all files that use the definition, directly or not, from wherever one asks; and in no others', async () => {
    const fromDefinition = await referencesAt({ ...files, 'journey.kano.yaml': journey.replace('sea', 'sea|') }, true);
    expect(fromDefinition.sort()).toEqual(everywhere);
    const fromUser = await referencesAt({ ...files, 'two.kano.yaml': files['two.kano.yaml'].replace('"sea', '"s|ea') }, true);
    expect(fromUser.sort()).toEqual(everywhere);
    const withoutDefinition = await referencesAt({ ...files, 'one.kano.yaml': user.replace('[sea', '[sea|') });
    expect(withoutDefinition.sort()).toEqual(everywhere.slice(1));
    const fromOther = await referencesAt({ ...files, 'other.kano.yaml': files['other.kano.yaml'].replace('[sea', '[sea|') }, true);
    expect(fromOther).toEqual(['other.kano.yaml 2:20-2:26', 'other.kano.yaml 4:37-4:43']);
  });

  it('are found where two used files know each other only through the file that uses both', async () => {
    const found = await referencesAt({
      'journey.kano.yaml': journey.replace('sea', 'sea|'),
      'features.kano.yaml': `${head}features:\n  - { id: a, title: A, touchpoints: [search] }\n`,
      'shop.kano.yaml': `${head}uses: [journey.kano.yaml, features.kano.yaml]\n`,
    });
    expect(found).toEqual(['features.kano.yaml 3:37-3:43']);
  });

  it('end, also where files use each other in a cycle', async () => {
    const found = await referencesAt({
      'a.kano.yaml': `${head}uses: [b.kano.yaml]\nstages:\n  - { id: |one, name: One }\n`,
      'b.kano.yaml': `${head}uses: [a.kano.yaml]\ntouchpoints:\n  - { id: t, name: T, stage: one }\n`,
    });
    expect(found).toEqual(['b.kano.yaml 4:29-4:32']);
  });

  it.each([
    ['a number', '"se\\x61rch"'],
    ['a longer one', '"\\u0073earch"'],
    ['the longest', '"searc\\U00000068"'],
    ['the end of a line', '"sea\\\n      rch"'],
  ])('are found where an escape hides the id: %s', async (_, written) => {
    const marked = withCursor('id: se|arch');
    const other = `${head}uses: [shop.kano.yaml]\nfeatures:\n  - id: other\n    title: Other\n    touchpoints: [${written}]\n`;
    expect((await referencesAt({ 'shop.kano.yaml': marked, 'other.kano.yaml': other })).some((place) => place.startsWith('other'))).toBe(
      true,
    );
  });

  it('are looked for in no file in which escapes stand for something else', () => {
    const texts = ['\\"quoted\\"', 'a\\ttab', '\\u20ac', '\\x7a'].map((written) => `${head}features: [{ id: a, title: "${written}" }]\n`);
    const isLookedAt = (text: string) => {
      const model = readModel('a.kano.yaml', text);
      const indexed = vi.spyOn(model, 'markIndexed');
      expect(mentionsIn(model, { list: 'touchpoints', id: 'search' })).toEqual([]);
      return indexed.mock.calls.length > 0;
    };
    expect(texts.filter(isLookedAt)).toEqual([]);
    expect(isLookedAt(`${head}features: [{ id: a, title: "\\x61" }]\n`)).toBe(true);
  });

  it('are found where quotes are written twice, which breaks the format and can still be changed everywhere', async () => {
    const text = `${head}stages:\n  - { id: 'it''s', name: S }\ntouchpoints:\n  - { id: t, name: T, stage: '|it''s' }\n`;
    expect(await referencesAt({ 'a.kano.yaml': text }, true)).toEqual(['a.kano.yaml 3:10-3:17', 'a.kano.yaml 5:29-5:36']);
  });

  it('keep the kinds of ids apart', async () => {
    const text = `${head}stages:\n  - { id: same, name: S }\ntouchpoints:\n  - { id: same, name: T, stage: same }\nfeatures:\n  - { id: same, title: F, touchpoints: [|same] }\n`;
    expect(await referencesAt({ 'a.kano.yaml': text }, true)).toEqual(['a.kano.yaml 5:10-5:14', 'a.kano.yaml 7:40-7:44']);
  });

  it('name a place that an alias or merge key shares once', async () => {
    const text = `${head}touchpoints:\n  - { id: |search, name: S }\nfeatures:\n  - &base\n    id: a\n    title: A\n    touchpoints: &t [search]\n  - { id: b, title: B, touchpoints: *t }\n  - { <<: *base, id: c }\n`;
    expect(await referencesAt({ 'a.kano.yaml': text })).toEqual(['a.kano.yaml 8:21-8:27']);
  });
});

describe('highlights', () => {
  const highlights = (text: string) => {
    const { opened, position } = markedFiles({ 'a.kano.yaml': text });
    return documentHighlights(opened, position)
      .map(({ range, kind }) => `${shownRange(range)} ${kind}`)
      .sort();
  };

  it('mark an id where it is defined as written, and where it is used as read', () => {
    const expected = ['11:8-11:14 3', '19:18-19:24 2', '19:26-19:34 2', '30:16-30:22 2'];
    expect(highlights(withCursor('[|search'))).toEqual(expected);
    expect(highlights(withCursor('id: search|'))).toEqual(expected);
  });

  it('mark nothing where no id is', () => {
    expect(highlights(withCursor('name: Sear|ch'))).toEqual([]);
  });

  it('mark ids that break the format, too', () => {
    const text = `${head}stages:\n  - { id: Big, name: B }\ntouchpoints:\n  - { id: t, name: T, stage: B|ig }\n`;
    expect(highlights(text)).toEqual(['3:10-3:13 3', '5:29-5:32 2']);
  });
});
