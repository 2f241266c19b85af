import { describe, expect, it } from 'vitest';
import { analysedProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { type Diff, type DiffSide, diffProduct } from '../../../src/report/diff/diff.ts';
import { diffGithub } from '../../../src/report/diff/diffGithub.ts';
import { diffJson } from '../../../src/report/diff/diffJson.ts';
import { diffMarkdown } from '../../../src/report/diff/diffMarkdown.ts';
import { changeNotes } from '../../../src/terms/changeSentences.ts';

function sideOf(text: string): DiffSide {
  const model = readModel('p.kano.yaml', `kano: 1\nproduct: P\n${text}`);
  return { ...analysedProduct(singleFileProduct(model)), path: 'p.kano.yaml', faulty: [] };
}

function diffOf(before: string, after: string): Diff {
  return { base: 'old', head: 'new', products: [diffProduct(sideOf(before), sideOf(after))], pathOf: ({ uri }) => uri };
}

const markdown = (before: string, after: string) => diffMarkdown(diffOf(before, after));
const json = (before: string, after: string) => diffJson(diffOf(before, after)).products[0];

/** What is said of the one feature, which is the same in all else. */
function notesOf(before: string, after: string): readonly string[] {
  const changes = diffProduct(
    sideOf(`features: [{ id: f, title: F, ${before} }]\n`),
    sideOf(`features: [{ id: f, title: F, ${after} }]\n`),
  );
  return changes.comparison.features.flatMap(changeNotes);
}

describe('a change of category is called by its kind', () => {
  const must = 'tally: { M: 60, O: 10, A: 10, I: 20 }';
  it.each([
    ['Surveyed', 'effort: 1', must],
    ['Not surveyed any more', must, 'effort: 1'],
    ['Another assumption', 'assumed: M', 'assumed: A'],
    ['Assumption confirmed', 'assumed: M', must],
    ['Assumption contradicted', 'assumed: A', must],
    ['Tally corrected', 'tally: { M: 60, O: many }', must],
    ['Not counted any more', must, 'tally: { M: 60, O: many }'],
    ['Decay, beyond the intervals', 'tally: { A: 60, I: 20 }', 'tally: { M: 60, I: 20 }'],
  ])('%s', (kind, before, after) => {
    expect(notesOf(before, after)[0]).toMatch(new RegExp(`\\(${kind}\\)$`));
  });

  it('and a feature that came or went is said to', () => {
    const one = 'features: [{ id: f, title: F, assumed: M }]\n';
    const notes = (before: string, after: string) =>
      diffProduct(sideOf(before), sideOf(after)).comparison.features.flatMap(changeNotes).join();
    expect([notes('', one), notes(one, '')]).toEqual([expect.stringMatching(/^added \(/), expect.stringMatching(/^removed \(/)]);
  });
});

describe('changes of the journey', () => {
  it('name a persona in an annotation by its name, and by its id where it has none', () => {
    const felt = (value: number, name: string) =>
      `personas: [{ id: guest${name} }]\ntouchpoints: [{ id: t, name: T, emotions: [{ date: 2026-0${value}-01, value: ${-value}, persona: guest }, { date: 2026-01-01, value: 2 }] }]\n`;
    const annotated = (name: string) => diffGithub(diffOf(felt(1, name), felt(2, name)));
    expect(annotated(', name: Guest without account')).toContain('::emotion of Guest without account fell: −1 → −2');
    expect(annotated('')).toContain('::emotion of guest fell: −1 → −2');
  });

  it('name metrics and touchpoints by their ids where they have no names, and readings that are new or gone', () => {
    const metrics = (readings: string) => `metrics: [{ id: sales, unit: EUR, better: higher${readings} }]\n`;
    const one = ', readings: [{ date: 2026-01-01, value: 4 }]';
    expect(markdown(metrics(''), metrics(one))).toContain('| sales | – | 4 EUR (2026-01-01) |');
    expect(json(metrics(''), metrics(one))?.journey.readings).toEqual([
      { metric: 'sales', before: null, after: { date: '2026-01-01', value: 4 }, improved: null },
    ]);
    expect(json(metrics(''), 'metrics: [{ unit: EUR }]\n')?.journey.readings.every(({ metric }) => metric !== undefined)).toBe(true);
  });

  it('name the persona of an emotion, by its id where it is not defined', () => {
    const till = (emotion: number, personas = '') =>
      `${personas}touchpoints: [{ id: till, emotions: [{ persona: guest, date: 2026-01-01, value: 1 }, { persona: guest, date: 2026-02-01, value: ${emotion} }] }]\n`;
    const personas = 'personas: [{ id: guest, name: Guest }]\n';
    expect(markdown(till(1), till(-2))).toMatch(/\| till \| guest \|/);
    expect(markdown(till(1, personas), till(-2, personas))).toMatch(/\| till \| Guest \|/);
  });

  it('name where a need, a pain and a bottleneck are, also where that is not defined', () => {
    const wants = (needs: string, pains: string, bottlenecks: string) =>
      `personas: [{ id: guest${needs} }]\ntouchpoints: [{ name: Till${pains} }]\nvalueChain: [{ activity: technology${bottlenecks} }, { activity: juggling${bottlenecks} }]\n`;
    const text = markdown(wants('', '', ''), wants(', needs: [quick]', ', pains: [slow]', ', bottlenecks: [old]'));
    expect(text).toMatch(/quick \|.*guest/);
    expect(text).toContain('slow');
    expect(text).toMatch(/old \|.*Technology/);
  });

  it('say what a shipped feature was meant to move, or nothing', () => {
    const features = (status: string, moves: string) => `features: [{ id: f, title: F, ${status}${moves} }]\nmetrics: [{ id: sales }]\n`;
    const shipped = 'status: shipped, shipped: 2026-03-01';
    expect(markdown(features('status: planned', ''), features(shipped, ''))).toContain('| F | 2026-03-01 | |');
    const moves = ', moves: [sales, nothing]';
    expect(markdown(features('status: planned', moves), features(shipped, moves))).toContain('| F | 2026-03-01 | sales |');
    expect(json(features('status: planned', moves), features(shipped, moves))?.journey.shipped).toEqual([
      { feature: 'f', shipped: '2026-03-01', moves: ['sales'] },
    ]);
  });
});

describe('surveys that were rewritten', () => {
  const surveys = 'surveys: [{ id: old, date: 2025-01-01 }, { id: new, date: 2026-01-01 }]\n';
  const tallies = (old: string) =>
    `${surveys}features: [{ id: f, title: F, tallies: [${old}{ survey: new, counts: { M: 60, I: 20 } }] }]\n`;

  it('show the category then, or that the answers were removed', () => {
    const old = (counts: string) => `{ survey: old, counts: { ${counts} } }, `;
    expect(markdown(tallies(old('A: 60, I: 10')), tallies(old('O: 60, I: 10')))).toMatch(/\| F \| old \|.*Attractive.*One-dimensional/);
    expect(markdown(tallies(old('A: 60, I: 10')), tallies(''))).toMatch(/\| F \| old \|.*removed/);
    expect(json(tallies(old('A: 60, I: 10')), tallies(''))?.rewritten[0]).toMatchObject({ feature: 'f', survey: 'old' });
  });
});

it('settings, gaps of features that left, and features without an id are told as they are', () => {
  const features = (touchpoints: string) =>
    `touchpoints: [{ id: till }, { id: door }]\nfeatures:\n  - { id: f, title: F, tally: { M: 60 }, touchpoints: [${touchpoints}] }\n  - { title: Nameless, assumed: A }\n`;
  const analysis = 'analysis: { rule: berger }\n';
  const before = features('till, nowhere');
  const after = `${analysis}${features('door, nowhere').replace('Nameless', 'Still nameless')}`;
  expect(json(before, after)).toMatchObject({
    settings: { before: { rule: 'mode' }, after: { rule: 'berger' } },
    gaps: expect.arrayContaining([expect.objectContaining({ touchpoint: { before: 'till', after: 'till' }, left: ['f'] })]),
  });
  expect(json(before, after)?.features.flatMap(({ after: state }) => (state ? [state.id] : []))).toContain(null);
  expect(markdown(before, after)).toContain('still open, no longer here');
});

it('a gap whose feature was removed or rejected did not close because something was done', () => {
  const features = (...ids: readonly string[]) =>
    `touchpoints: [{ id: till }]\nfeatures:\n${ids.map((id) => `  - { id: ${id}, title: T${id}, tally: { M: 60 }, touchpoints: [till]${id === 'b' ? ', status: idea' : ''} }\n`).join('')}`;
  const before = features('a', 'b', 'c', 'd');
  const after = features('b', 'c', 'd').replace('status: idea', 'status: rejected').replace('title: Tc', 'status: shipped, title: Tc');
  expect(json(before, after)?.gaps).toEqual([
    expect.objectContaining({ closed: ['a', 'b', 'c'], left: [], removed: ['a'], rejected: ['b'] }),
  ]);
  expect(markdown(before, after)).toMatch(/Ta” \(removed\), “Tb” \(rejected\) and “Tc” \|/);
});
