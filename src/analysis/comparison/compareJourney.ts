import type { Feature, Metric, Touchpoint } from '../../document/format/model.ts';
import type { phraseOf } from '../../document/format/phrases.ts';
import { definitionsById, productList } from '../../document/product.ts';
import { emotionAt, personasFelt } from '../emotions.ts';
import type { EvidenceResult } from '../evidence.ts';
import { type CompleteReading, isBetter, readingsByDate } from '../outcomes.ts';
import type { AnalysedProduct } from '../productAnalysis.ts';
import { shippedOn, type Want } from '../wants.ts';
import type {
  EmotionChange,
  EvidenceChange,
  FeatureState,
  JourneyComparison,
  ReadingChange,
  Step,
  WantChange,
} from './productComparison.ts';

/** Compares journey, evidence and metrics. Things are matched by id; notes without an id by their words at one place. */
export function compareJourney(
  before: AnalysedProduct,
  after: AnalysedProduct,
  pairs: readonly (readonly [before: FeatureState, after: FeatureState])[],
): JourneyComparison {
  const metrics = definitionsById(after.product, 'metrics');
  return {
    readings: readingChanges(before, after),
    emotions: emotionChanges(before, after),
    wants: wantChanges(before, after),
    evidence: pairs.flatMap(([from, to]) => {
      if (from.item === to.item && from.item.value.evidence === undefined) return [];
      const [old, now] = [before.analysis.evidence(from.item.value), after.analysis.evidence(to.item.value)];
      const counts = { before: countsOf(old), after: countsOf(now) };
      const lean = { before: old?.lean ?? null, after: now?.lean ?? null };
      return JSON.stringify(counts.before) === JSON.stringify(counts.after) ? [] : [{ after: to, counts, lean }];
    }),
    shipped: pairs.flatMap(([from, to]) => {
      const day = shippedOn(to.item.value);
      if (day === null || day === shippedOn(from.item.value)) return [];
      return [{ after: to, day, metrics: movedBy(to.item.value, metrics) }];
    }),
  };
}

function movedBy({ moves = [] }: Feature, metrics: ReadonlyMap<string, Metric>): readonly Metric[] {
  return moves.flatMap((id) => metrics.get(id) ?? []);
}

function countsOf(evidence: EvidenceResult | null): EvidenceChange['counts']['before'] {
  const { complaints = 0, compliments = 0, neutral = 0 } = evidence ?? {};
  return { complaints, compliments, neutral };
}

function readingChanges(before: AnalysedProduct, after: AnalysedProduct): readonly ReadingChange[] {
  const [old, now] = [definitionsById(before.product, 'metrics'), definitionsById(after.product, 'metrics')];
  return [...now, ...goneFrom(old, now)].flatMap(([id, metric]): readonly ReadingChange[] => {
    const [from, to] = [old, now].map((side) => readingsByDate(side.get(id) ?? {}).at(-1) ?? null) as [
      CompleteReading | null,
      CompleteReading | null,
    ];
    if (from?.date === to?.date && from?.value === to?.value) return [];
    return [{ metric, before: from, after: to, improved: from && to ? isBetter(metric, from.value, to.value) : null }];
  });
}

function emotionChanges(before: AnalysedProduct, after: AnalysedProduct): readonly EmotionChange[] {
  const [old, now] = [definitionsById(before.product, 'touchpoints'), definitionsById(after.product, 'touchpoints')];
  return [...now, ...goneFrom(old, now)].flatMap(([id, touchpoint]) => {
    const [earlier, later] = [old.get(id) ?? {}, now.get(id) ?? {}];
    const personas = [...new Set([...personasFelt(earlier), ...personasFelt(later)])];
    const all = emotionStep(touchpoint, null, { before: earlier, after: later });
    const each = personas.flatMap((persona) => emotionStep(touchpoint, persona, { before: earlier, after: later }));
    // What the only persona feels is what everybody feels.
    return personas.length === 1 && each.length > 0 ? each : [...all, ...each];
  });
}

/** What only the former version has. */
function goneFrom<Value>(old: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...old].filter(([id]) => !now.has(id));
}

/** The touchpoint is the one whose name is told: the later one, unless it is gone. */
function emotionStep(touchpoint: Touchpoint, persona: string | null, { before, after }: Step<Touchpoint>): readonly EmotionChange[] {
  const [from, to] = [before, after].map((each) => emotionAt(each, persona ?? undefined)?.newest ?? null) as [number, number];
  return from === to ? [] : [{ touchpoint, persona, emotion: { before: from, after: to } }];
}

interface KnownWant extends Omit<WantChange, 'state'> {
  readonly key: string;
  readonly state: Want['state'];
}

function wantChanges(before: AnalysedProduct, after: AnalysedProduct): readonly WantChange[] {
  const [old, now] = [before, after].map((side) => new Map(allWants(side).map((want) => [want.key, want]))) as [
    Map<string, KnownWant>,
    Map<string, KnownWant>,
  ];
  const changeOf = (want: KnownWant, state: WantChange['state']): readonly WantChange[] => {
    const { kind, id, phrase, of } = want;
    return state.before === state.after ? [] : [{ kind, id, phrase, of, state }];
  };
  // A note that was given an id, or lost it, is the same as before: it is known by its words.
  const words = { before: byWords(old), after: byWords(now) };
  return [
    ...[...now.values()].flatMap((want) => {
      const known = old.get(want.key) ?? words.before.get(wordsOf(want));
      return changeOf(want, { before: known?.state ?? null, after: want.state });
    }),
    ...[...old.values()].flatMap((want) =>
      now.has(want.key) || words.after.has(wordsOf(want)) ? [] : changeOf(want, { before: want.state, after: null }),
    ),
  ];
}

function wordsOf({ kind, of, phrase }: KnownWant): string {
  return JSON.stringify([kind, of, phrase]);
}

function byWords(wants: ReadonlyMap<string, KnownWant>): ReadonlyMap<string, KnownWant> {
  return new Map([...wants.values()].map((want) => [wordsOf(want), want]));
}

/** Those with an id, then the notes, which nothing can relieve. */
function allWants({ product, analysis }: AnalysedProduct): readonly KnownWant[] {
  const noteOf =
    (kind: Want['kind'], of: string | null) =>
    (value: Parameters<typeof phraseOf>[0]): readonly KnownWant[] =>
      typeof value === 'string' ? [{ kind, id: null, phrase: value, of, state: 'open', key: JSON.stringify([kind, of, value]) }] : [];
  return [
    ...analysis.wants.map(({ kind, id, phrase, of, state }) => ({ kind, id, phrase, of, state, key: `${kind === 'need'} ${id}` })),
    ...productList(product, 'personas').flatMap(({ item: { value } }) => value.needs?.flatMap(noteOf('need', value.id ?? null)) ?? []),
    ...productList(product, 'touchpoints').flatMap(({ item: { value } }) => value.pains?.flatMap(noteOf('pain', value.id ?? null)) ?? []),
    ...productList(product, 'valueChain').flatMap(
      ({ item: { value } }) => value.bottlenecks?.flatMap(noteOf('bottleneck', value.activity ?? null)) ?? [],
    ),
  ];
}
