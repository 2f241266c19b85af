import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { setEvidence } from '../../../src/document/writing/setEvidence.ts';
import { textChanges } from '../../../src/document/writing/textEdit.ts';
import type { FeedbackCount } from '../../../src/survey/feedback/feedbackCounts.ts';
import { planFeedback } from '../../../src/survey/feedback/planFeedback.ts';

const count = (feature: string, newest: string | undefined, complaints: number, compliments = 0, persona?: string): FeedbackCount => ({
  feature,
  persona,
  oldest: newest,
  newest,
  complaints,
  compliments,
  neutral: 0,
});
const monthsOf = (counts: readonly FeedbackCount[]) => new Set(counts.map(({ newest }) => newest?.slice(0, 7)));

function imported(text: string, counts: readonly FeedbackCount[], months: ReadonlySet<string | undefined> = monthsOf(counts)) {
  const model = readModel('a.kano.yaml', text);
  const plan = planFeedback(model, { counts, months }, 'reviews');
  const { edits, refused } = setEvidence(model, plan.changes);
  return { text: updateModel(model, textChanges(edits)).text, refused: refused.map(({ value }) => value.id), plan };
}

const shop = `kano: 1
product: Shop # ours
features:
  - id: a # first
    title: A
    evidence:
      # by hand
      - { source: reviews, date: 2026-07-31, complaints: 9 } # July
      - { source: reviews, date: 2026-08-20, complaints: 4, compliments: 2, quote: "Why?" } # August
      - { source: tickets, date: 2026-08-31, complaints: 3 }
      - { source: reviews, date: 2026-08-31, note: 31 of them }
    effort: 2
  - { id: b, title: B, evidence: [{ source: reviews, date: 2026-08-01, complaints: 1 }] }
  - id: c
    title: C
`;

describe('evidence of an import', () => {
  it('replaces that of the same source and month, and nothing else', () => {
    const { text, plan } = imported(shop, [count('a', '2026-08-30', 5, 2), count('c', '2026-08-02', 0, 1)]);
    expect(text).toBe(
      shop
        .replace('date: 2026-08-20, complaints: 4', 'date: 2026-08-30, complaints: 5')
        .replace(', evidence: [{ source: reviews, date: 2026-08-01, complaints: 1 }]', '')
        .replace(
          '    title: C\n',
          '    title: C\n    evidence:\n      - { source: reviews, date: 2026-08-02, complaints: 0, compliments: 1 }\n',
        ),
    );
    expect(plan.evidence.map(({ feature, state, before }) => [feature, state, before?.complaints])).toEqual([
      ['a', 'changed', 4],
      ['b', 'removed', 1],
      ['c', 'added', undefined],
    ]);
  });

  it('stays as it is written when the same is imported again', () => {
    const counts = [count('a', '2026-08-30', 5, 2, 'guest'), count('a', undefined, 1), count('b', '2026-08-02', 0, 1)];
    const once = imported(shop, counts).text;
    const again = imported(once, counts);
    expect(again.text).toBe(once);
    expect(again.plan.changes).toEqual([]);
  });

  it('is refused where it cannot be changed alone, and the others are written', () => {
    const text = `kano: 1\nproduct: S\nfeatures:\n  - id: a\n    evidence: &e [{ source: reviews, complaints: 1 }]\n  - id: b\n    evidence: *e\n  - id: c\n    title: C\n`;
    const { refused, text: written } = imported(text, [count('b', undefined, 2), count('c', undefined, 3)]);
    expect(refused).toContain('b');
    expect(written).toContain('evidence: *e');
    expect(written).toContain('- { source: reviews, complaints: 3, compliments: 0 }');
  });

  it('is what was counted, in every style of writing', () => {
    const counts = fc.uniqueArray(
      fc.record({
        feature: fc.constantFrom('a', 'b', 'c'),
        persona: fc.constantFrom(undefined, 'guest'),
        oldest: fc.constant(undefined),
        newest: fc.constantFrom(undefined, '2026-07-05', '2026-08-06'),
        complaints: fc.nat(5),
        compliments: fc.nat(5),
        neutral: fc.nat(2),
      }),
      { selector: ({ feature, persona, newest }) => `${feature} ${persona} ${newest}`, maxLength: 12 },
    );
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const all = new Set([undefined, '2026-07', '2026-08']);
        const once = imported(shop, first, all);
        const twice = imported(once.text, second, all);
        expect([...once.refused, ...twice.refused].filter((id) => id !== 'a')).toEqual([]);
        const model = readModel('a.kano.yaml', twice.text);
        for (const { value } of model.list('features')) {
          if (twice.refused.includes(value.id) || once.refused.includes(value.id)) continue;
          const found = (value.evidence ?? []).filter(({ source, note }) => source === 'reviews' && note === undefined);
          const wanted = second.filter(({ feature }) => feature === value.id);
          const key = (entry: { persona?: string | undefined; date?: string | undefined; newest?: string | undefined }) =>
            `${entry.persona} ${entry.date ?? entry.newest}`;
          expect(found.map((entry) => [key(entry), entry.complaints ?? 0, entry.compliments ?? 0, entry.neutral ?? 0]).sort()).toEqual(
            wanted.map((entry) => [key(entry), entry.complaints, entry.compliments, entry.neutral]).sort(),
          );
        }
        expect(twice.text).toContain('{ source: tickets, date: 2026-08-31, complaints: 3 }');
      }),
      { numRuns: 200 },
    );
  });
});
