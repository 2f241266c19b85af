import { slips } from '../../base/nearestWord.ts';
import type { Feature, Metric, Persona, Touchpoint } from '../../document/format/model.ts';
import type { phraseOf } from '../../document/format/phrases.ts';
import { definitionsById, productList } from '../../document/product.ts';
import { emotionAt, isFeltBySame, personasFelt } from '../emotions.ts';
import type { EvidenceResult } from '../evidence.ts';
import { isBetter, readingsByDay } from '../outcomes.ts';
import type { AnalysedProduct } from '../productAnalysis.ts';
import { shippedOn, type Want } from '../wants.ts';
import { pairUp } from './pairUp.ts';
import type {
  EmotionChange,
  EvidenceChange,
  FeatureState,
  JourneyComparison,
  ReadingChange,
  Step,
  WantChange,
} from './productComparison.ts';

/**
 * Compares journey, evidence and metrics. Touchpoints, personas and metrics are matched by id, else by a unique name; notes without an id by their
 * words at one place.
 *
 * @param added the features that came
 */
export function compareJourney(
  before: AnalysedProduct,
  after: AnalysedProduct,
  pairs: readonly (readonly [before: FeatureState, after: FeatureState])[],
  added: readonly FeatureState[],
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
      // The lean moves with the base too, when the evidence of other features grows.
      const lean = { before: old?.lean ?? null, after: now?.lean ?? null };
      const isSame = JSON.stringify(counts.before) === JSON.stringify(counts.after) && lean.before === lean.after;
      return isSame ? [] : [{ after: to, counts, lean }];
    }),
    shipped: [...pairs, ...added.map((to) => [null, to] as const)].flatMap(([from, to]) => {
      const day = shippedOn(to.item.value);
      // Another day of a feature that had shipped is a correction.
      if (day === null || (from && shippedOn(from.item.value) !== null)) return [];
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

/** What both sides define, or one of them alone (`null` on the other), in the order after, then what is gone. */
function definedSides<K extends 'metrics' | 'touchpoints' | 'personas'>(before: AnalysedProduct, after: AnalysedProduct, list: K) {
  type Definition = Metric | Touchpoint | Persona;
  const [old, now] = [before, after].map(({ product }) => [...definitionsById(product, list).values()] as Definition[]) as [
    Definition[],
    Definition[],
  ];
  const { pairs, removed } = pairUp(old, now, ({ id }) => id, [({ name }) => name]);
  const earlier = new Map(pairs.map(([from, to]) => [to, from]));
  return [...now.map((to) => [earlier.get(to) ?? null, to] as const), ...removed.map((from) => [from, null] as const)];
}

function readingChanges(before: AnalysedProduct, after: AnalysedProduct): readonly ReadingChange[] {
  return definedSides(before, after, 'metrics').flatMap(([old, now]): readonly ReadingChange[] => {
    const readings = readingsByDay(now ?? {});
    const [from, to] = [readingsByDay(old ?? {}).at(-1) ?? null, readings.at(-1) ?? null];
    const metric: Metric | null = now ?? old;
    if (metric === null || (from?.date === to?.date && from?.value === to?.value)) return [];
    // Of several readings that came, the newest is told with the one before it.
    const isNewer = from !== null && to !== null && to.date > from.date;
    const earlier = isNewer ? (readings.at(-2) ?? from) : from;
    const isRemoved = from !== null && to !== null && to.date < from.date;
    return [
      { metric, before: earlier, after: to, improved: earlier && to && !isRemoved ? isBetter(metric, earlier.value, to.value) : null },
    ];
  });
}

function emotionChanges(before: AnalysedProduct, after: AnalysedProduct): readonly EmotionChange[] {
  return definedSides(before, after, 'touchpoints').flatMap(([old, now]) => {
    const [earlier, later]: readonly [Touchpoint, Touchpoint] = [old ?? {}, now ?? {}];
    const touchpoint: Touchpoint = now ?? old ?? {};
    const personas = [...new Set([...personasFelt(earlier), ...personasFelt(later)])];
    const all = emotionStep(touchpoint, null, { before: earlier, after: later });
    const each = personas.flatMap((persona) => emotionStep(touchpoint, persona, { before: earlier, after: later }));
    // What the only persona feels is what everybody feels.
    return personas.length === 1 && each.length > 0 ? each : [...all, ...each];
  });
}

/** The touchpoint is the one whose name is told: the later one, unless it is gone. */
function emotionStep(touchpoint: Touchpoint, persona: string | null, { before, after }: Step<Touchpoint>): readonly EmotionChange[] {
  const [from, to] = [before, after].map((each) => emotionAt(each, persona ?? undefined)?.newest ?? null) as [number | null, number | null];
  // Means over other personas cannot be compared.
  if (persona === null && from !== null && to !== null && !isFeltBySame(before, after)) return [];
  return from === to ? [] : [{ touchpoint, persona, emotion: { before: from, after: to } }];
}

interface KnownWant extends Omit<WantChange, 'state'> {
  readonly key: string;
  readonly state: Want['state'];
}

function wantChanges(before: AnalysedProduct, after: AnalysedProduct): readonly WantChange[] {
  // Touchpoints and personas that were given another id are the same places.
  const places = new Map(
    (['touchpoints', 'personas'] as const).flatMap((list) =>
      definedSides(before, after, list).flatMap(([from, to]) =>
        from?.id !== undefined && to?.id !== undefined ? [[`${list} ${from.id}`, to.id]] : [],
      ),
    ) as [string, string][],
  );
  const placeNow = (kind: Want['kind'], of: string | null) =>
    of === null ? null : (places.get(`${kind === 'need' ? 'personas' : 'touchpoints'} ${of}`) ?? of);
  const wantsOfSide = (side: AnalysedProduct, place: typeof placeNow) => new Map(allWants(side, place).map((want) => [want.key, want]));
  const [old, now] = [wantsOfSide(before, placeNow), wantsOfSide(after, (_kind, of) => of)];
  const changeOf = (want: KnownWant, state: WantChange['state']): readonly WantChange[] => {
    const { kind, id, phrase, of } = want;
    return state.before === state.after ? [] : [{ kind, id, phrase, of, state }];
  };
  // A note that was given an id, or lost it, is the same as before: it is known by its words.
  const words = { before: byWords(old), after: byWords(now) };
  const gone = [...old.values()].filter((want) => !now.has(want.key) && !words.after.has(wordsOf(want)));
  const come = [...now.values()].filter((want) => !old.has(want.key) && !words.before.has(wordsOf(want)));
  const corrected = correctedNotes(gone, come);
  return [
    ...[...now.values()].flatMap((want) => {
      const known = old.get(want.key) ?? words.before.get(wordsOf(want)) ?? corrected.get(want);
      return changeOf(want, { before: known?.state ?? null, after: want.state });
    }),
    ...gone.flatMap((want) => ([...corrected.values()].includes(want) ? [] : changeOf(want, { before: want.state, after: null }))),
  ];
}

/** The notes without an id that are the same in slightly other words, such as after a typo was fixed: what came, with what it was. */
function correctedNotes(gone: readonly KnownWant[], come: readonly KnownWant[]): ReadonlyMap<KnownWant, KnownWant> {
  const found = new Map<KnownWant, KnownWant>();
  const left = new Set(gone.filter(({ id }) => id === null));
  for (const want of come) {
    if (want.id !== null) continue;
    const same = [...left].find(({ kind, of, phrase }) => kind === want.kind && of === want.of && isCorrected(phrase, want.phrase));
    if (!same) continue;
    found.set(want, same);
    left.delete(same);
  }
  return found;
}

/** A note is a sentence; longer ones are not compared letter by letter. */
const longestNote = 200;

/**
 * One slip in eight letters: in shorter notes, above all Chinese ones, a single letter says something else (`slow`, `flow`), and to miss a new
 * pain is worse than to name one twice. Case, spaces and punctuation say nothing, however short the note is.
 */
function isCorrected(before: string, after: string): boolean {
  if (lettersOf(before) !== '' && lettersOf(before) === lettersOf(after)) return true;
  const [shorter, longer] = [before.length, after.length].sort((left, right) => left - right) as [number, number];
  const limit = Math.floor(shorter / 8);
  return longer <= longestNote && longer - shorter <= limit && slips(before, after) <= limit;
}

function lettersOf(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}

function wordsOf({ kind, of, phrase }: KnownWant): string {
  return JSON.stringify([kind, of, phrase]);
}

function byWords(wants: ReadonlyMap<string, KnownWant>): ReadonlyMap<string, KnownWant> {
  return new Map([...wants.values()].map((want) => [wordsOf(want), want]));
}

/** Those with an id, then the notes, which nothing can relieve. */
function allWants(
  { product, analysis }: AnalysedProduct,
  placeOf: (kind: Want['kind'], of: string | null) => string | null,
): readonly KnownWant[] {
  const noteOf =
    (kind: Want['kind'], held: string | null) =>
    (value: Parameters<typeof phraseOf>[0]): readonly KnownWant[] => {
      const of = placeOf(kind, held);
      return typeof value === 'string'
        ? [{ kind, id: null, phrase: value, of, state: 'open', key: JSON.stringify([kind, of, value]) }]
        : [];
    };
  return [
    ...analysis.wants.map(({ kind, id, phrase, of, state }) => ({
      kind,
      id,
      phrase,
      of: placeOf(kind, of),
      state,
      key: `${kind === 'need'} ${id}`,
    })),
    ...productList(product, 'personas').flatMap(({ item: { value } }) => value.needs?.flatMap(noteOf('need', value.id ?? null)) ?? []),
    ...productList(product, 'touchpoints').flatMap(({ item: { value } }) => value.pains?.flatMap(noteOf('pain', value.id ?? null)) ?? []),
    ...productList(product, 'valueChain').flatMap(
      ({ item: { value } }) => value.bottlenecks?.flatMap(noteOf('bottleneck', value.activity ?? null)) ?? [],
    ),
  ];
}
