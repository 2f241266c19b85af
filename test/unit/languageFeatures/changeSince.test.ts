import { describe, expect, it } from 'vitest';
import type { ComparisonBase } from '../../../src/analysis/comparison/comparisonBase.ts';
import { analysisOfProduct, type ProductAnalysis } from '../../../src/analysis/productAnalysis.ts';
import type { Feature } from '../../../src/document/format/model.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { codeLenses, codeLensTitle } from '../../../src/languageFeatures/codeLenses.ts';
import { hover } from '../../../src/languageFeatures/hover.ts';
import { inlayHints } from '../../../src/languageFeatures/inlayHints.ts';
import { inLanguage } from '../terms/speak.ts';

const head = 'kano: 1\nproduct: Shop\nsurveys: [{ id: s1, date: 2025-01-01 }, { id: s2, date: 2026-01-01 }]\nfeatures:\n';
const mustBe = 'tally: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }';
const attractive = 'tally: { M: 4, O: 22, A: 61, I: 10, R: 1, Q: 2 }';

function feature(id: string, rest = ''): string {
  return `  - id: ${id}\n    title: Title of ${id}\n${rest === '' ? '' : `    ${rest}\n`}`;
}

function sideOf(text: string) {
  const product = singleFileProduct(readModel('shop.kano.yaml', text));
  return { product, analysis: analysisOfProduct(product) };
}

function baseOf(text: string, name = 'main'): ComparisonBase {
  return { name, ...sideOf(text) };
}

function lenses(before: string, after: string): string[] {
  const { product, analysis } = sideOf(after);
  return codeLenses(product.opened).map((lens) => codeLensTitle(lens, analysis, { base: baseOf(before), product }));
}

const last = (before: string, after: string) => lenses(head + feature('a', before), head + feature('a', after)).at(-1);

describe('a lens', () => {
  it('says what the feature was where its category is another one', () => {
    expect(last(attractive, mustBe)).toBe('■\u00a0Must-be · was Attractive in main · 61% of 100');
    expect(last(mustBe, `${mustBe} # why`)).toBe('■\u00a0Must-be · 61% of 100 · Better 0.27 · Worse −0.86');
  });

  it('says what was assumed, and nothing where nothing was known or nothing can be read now', () => {
    expect(last('assumed: A', mustBe)).toContain(' · was Attractive? in main');
    expect(last('assumed: A', 'assumed: M')).toBe('■\u00a0Must-be? · was Attractive? in main · not surveyed');
    expect(last('', mustBe)).not.toContain('was');
    expect(last('tally: { M: x }', mustBe)).not.toContain('was');
    expect(last(mustBe, 'tally: { M: x }')).toBe('$(error) tally has an error, not counted');
  });

  it('says once that a feature was of a category in the survey before and in the base', () => {
    const old = 'tallies:\n      - { survey: s1, counts: { A: 80, I: 20 } }';
    const now = `${old}\n      - { survey: s2, counts: { M: 80, I: 20 } }`;
    expect(last(old, now)).toBe('■\u00a0Must-be · was Attractive in main · 80% of 100');
    expect(last(now, now)).toContain(' · was Attractive in s1');
    expect(last('tally: { O: 80, I: 20 }', now)).toContain(' · was Attractive in s1 · was One-dimensional in main');
  });

  it('says that a feature is new, and on the list what came and went', () => {
    const before = head + feature('a') + feature('gone') + feature('lost');
    expect(lenses(before, head + feature('a') + feature('b'))).toEqual([
      '$(graph-scatter) Open prioritisation matrix · 1 added and 2 removed since main',
      '○\u00a0not surveyed',
      '○\u00a0not surveyed · new since main',
    ]);
    expect(lenses(before, before)[0]).toBe('$(graph-scatter) Open prioritisation matrix');
  });

  it('speaks Chinese', () => {
    const said = inLanguage('zh-cn', () => [last(attractive, mustBe), ...lenses(head + feature('a'), head + feature('b'))]);
    expect(said[0]).toContain(' · 在 main 中为魅力型');
    expect(said[1]).toContain(' · 自 main 以来：新增 1 项和移除 1 项');
    expect(said[2]).toContain(' · main 之后新增');
  });
});

describe('a hint', () => {
  const hints = (before: string, after: string) => {
    const { product, analysis } = sideOf(head + feature('a', after));
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    return inlayHints(product.opened, analysis, range, baseOf(head + feature('a', before))).map(({ label }) => label);
  };

  it('says both where they differ', () => {
    expect(hints(attractive, mustBe)).toEqual(['▲\u00a0Attractive → ■\u00a0Must-be']);
    expect(hints(mustBe, mustBe)).toEqual(['■\u00a0Must-be']);
    expect(hints('assumed: M', mustBe)).toEqual(['■\u00a0Must-be? → ■\u00a0Must-be']);
    expect(hints('', mustBe)).toEqual(['○\u00a0Not surveyed → ■\u00a0Must-be']);
    expect(hints(mustBe, 'tally: { M: x }')).toEqual(['■\u00a0Must-be → tally has an error']);
  });

  it('of a new feature says what it is', () => {
    const { product, analysis } = sideOf(head + feature('b', mustBe));
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(inlayHints(product.opened, analysis, range, baseOf(head + feature('a', mustBe))).map(({ label }) => label)).toEqual([
      '■\u00a0Must-be',
    ]);
  });

  it('stands behind an id further down in its feature, when only that line is asked for', () => {
    const { product, analysis } = sideOf(`${head}  - title: A\n    ${mustBe}\n    id: a\n`);
    const lines = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
    expect(inlayHints(product.opened, analysis, lines(6)).map(({ position }) => position.line)).toEqual([6]);
    expect(inlayHints(product.opened, analysis, lines(4))).toEqual([]);
  });
});

describe('a hover', () => {
  const hoverOver = (before: string, after: string, line: number) => {
    const { product, analysis } = sideOf(head + after);
    return hover(product, analysis, { line, character: 8 }, baseOf(head + before))?.contents.value.split('\n\n');
  };

  it('says all that moved, behind the verdict', () => {
    const other = feature('z', 'tally: { M: 90, I: 10 }');
    const paragraphs = hoverOver(feature('a', attractive) + other, feature('a', 'tally: { M: 95, I: 5 }') + other, 4);
    expect(paragraphs?.[2]).toBe(
      '**Since main** Attractive → Must-be (Decay, beyond the intervals) · Better 0.86 → 0.00 · Worse −0.27 → −0.95 · rank 2 → 1',
    );
  });

  it('says nothing where nothing moved, and what is new', () => {
    expect(hoverOver(feature('a', mustBe), feature('a', mustBe), 4)?.join()).not.toContain('main');
    expect(hoverOver(feature('b'), feature('a', mustBe), 4)?.[2]).toBe('**new since main**');
    expect(hoverOver(feature('b'), feature('a'), 4)?.join()).toContain('**new since main**');
  });

  it('knows a renamed feature again', () => {
    expect(hoverOver(feature('b', mustBe), feature('a', mustBe).replace('Title of a', 'Title of b'), 4)?.[2]).toBe(
      '**Since main** was called “b”',
    );
  });

  it('shows hostile names as they are written', () => {
    const evil = feature('a', mustBe).replace('Title of a', '"<img src=x> [x](command:evil)"');
    const { product, analysis } = sideOf(head + feature('a', mustBe));
    const found = hover(product, analysis, { line: 4, character: 8 }, baseOf(head + evil, 'a*b<c>'));
    expect(found?.contents.value).toContain('**Since a\\*b\\<c>** was titled “\\<img src=x> \\[x]\\(command:evil)”');
  });
});

it('a keystroke looks at no other feature than those in view', () => {
  const features = Array.from({ length: 500 }, (_, index) => feature(`f${index}`, mustBe));
  const base = baseOf(head + features.join(''));
  const before = readModel('shop.kano.yaml', head + features.join(''));
  const { product, analysis } = sideOf(head + features.join(''));
  const lens = codeLenses(product.opened)[5];
  if (!lens) throw new Error('unreachable');
  codeLensTitle(lens, analysis, { base, product });
  const at = { line: 6 + 3 * 250, character: 18 };
  const opened = updateModel(before, [{ range: { start: at, end: { ...at, character: 20 } }, text: '3' }]);
  const edited = singleFileProduct(opened);
  const seen = new Set<Feature>();
  const analysed = analysisOfProduct(edited);
  const counted: ProductAnalysis = Object.create(analysed, {
    featureAnalysis: {
      value: (feature: Feature) => {
        seen.add(feature);
        return analysed.featureAnalysis(feature);
      },
    },
  });
  const inView = codeLenses(opened, { first: 700, last: 730 }).filter(({ item }) => item);
  for (const each of inView) codeLensTitle(each, counted, { base, product: edited });
  expect(seen.size).toBe(inView.length);
});
