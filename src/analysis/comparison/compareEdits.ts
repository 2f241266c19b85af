import { isListKey, listKeys } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { definitionsById, type Product, productList } from '../../document/product.ts';
import { sameContent } from '../../document/writing/sameContent.ts';
import { plainValue } from '../../document/yaml/node.ts';
import { movedPast } from './movedPast.ts';
import { pairUp } from './pairUp.ts';
import type { FeatureChange, FeatureState, JourneyComparison, OtherEdit, Step } from './productComparison.ts';

/** What the rest of a comparison tells. */
interface Told {
  readonly pairs: readonly (readonly [before: FeatureState, after: FeatureState])[];
  readonly changes: ReadonlyMap<FeatureState, FeatureChange>;
  /** The keys of features that the comparison of the journey tells. */
  readonly byJourney: ReadonlyMap<FeatureState, ReadonlySet<string>>;
  readonly journey: JourneyComparison;
  readonly areSettingsTold: boolean;
}

/** The edits that the rest of a comparison does not tell: those of features by key, then those of other lists, then those of the heads of files. */
export function compareEdits(products: Step<Product>, { pairs, changes, byJourney, journey, areSettingsTold }: Told): readonly OtherEdit[] {
  const counts = new Map<string, number>();
  const answers = { before: 0, after: 0 };
  for (const [from, to] of pairs) {
    if (from.item === to.item) continue;
    const keys = editedKeys(from.item, to.item, toldBy(changes.get(to), byJourney.get(to)));
    if (keys.delete('tally') || keys.has('tallies')) {
      keys.delete('tallies');
      keys.add('answers');
      answers.before += from.numbers.n;
      answers.after += to.numbers.n;
    }
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ofFeatures = [...counts].map(([key, count]) => ({
    of: 'features' as const,
    key,
    count,
    answers: key === 'answers' ? answers : null,
  }));
  return [...ofFeatures, ...listEdits(products, journey), ...orderEdits(products), ...headEdits(products, areSettingsTold)];
}

/** The keys of a feature whose change is told elsewhere. */
function toldBy(change: FeatureChange | undefined, others: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (!change) return new Set([...others, 'id', 'title']);
  const { category, better, worse, status, assumption } = change;
  const told = new Set([...others, 'id', 'title', ...(status ? ['status', 'shipped'] : [])]);
  if (category || better || worse || assumption) for (const key of ['tally', 'tallies', 'assumed']) told.add(key);
  return told;
}

function editedKeys(before: Item, after: Item, told: ReadonlySet<string>): Set<string> {
  const [old, now] = [contentOf(before), contentOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return new Set(keys.filter((key) => !told.has(key) && !sameContent(old[key], now[key])));
}

function contentOf({ node }: Item): Readonly<Record<string, unknown>> {
  return node?.kind === 'map' ? (plainValue(node) as Record<string, unknown>) : {};
}

/** The keys of a list item that the comparison of the journey tells: where it is silent, such as of older readings or other words, they are edits. */
function toldOfLists(item: Item, { readings, emotions, wants }: JourneyComparison): ReadonlySet<string> {
  const id = 'activity' in item.value ? item.value.activity : item.value.id;
  const hasWants = (...kinds: readonly string[]) => wants.some(({ kind, of }) => of === id && kinds.includes(kind));
  switch (item.list) {
    case 'personas':
      return new Set(hasWants('need') ? ['needs'] : []);
    case 'touchpoints': {
      const isFelt = emotions.some(({ touchpoint }) => touchpoint.id === id);
      return new Set([...(isFelt ? ['emotion', 'emotions'] : []), ...(hasWants('pain') ? ['pains'] : [])]);
    }
    case 'valueChain':
      return new Set(hasWants('bottleneck') ? ['bottlenecks'] : []);
    case 'metrics':
      return new Set(readings.some(({ metric }) => metric.id === id) ? ['readings'] : []);
    default:
      return new Set();
  }
}

function listEdits({ before, after }: Step<Product>, journey: JourneyComparison): readonly OtherEdit[] {
  return listKeys.flatMap((list) => {
    if (list === 'features') return [];
    const [old, now] = [before, after].map((product) => productList(product, list).map(({ item }) => item as Item)) as [Item[], Item[]];
    const idOf = ({ value }: Item) => ('activity' in value ? value.activity : value.id);
    const { pairs, added, removed } = pairUp(old, now, idOf, []);
    const edited = pairs.filter(([from, to]) => from !== to && editedKeys(from, to, toldOfLists(to, journey)).size > 0);
    // An activity that holds bottlenecks alone came with them.
    const come = [...added, ...removed].filter((item) => list !== 'valueChain' || !Array.isArray(contentOf(item).bottlenecks));
    const count = edited.length + come.length;
    return count === 0 ? [] : [{ of: 'list' as const, key: list, count, answers: null }];
  });
}

/** The order of stages and touchpoints is that of the journey: how many were moved past others. */
function orderEdits({ before, after }: Step<Product>): readonly OtherEdit[] {
  return (['stages', 'touchpoints'] as const).flatMap((list) => {
    const [old, now] = [before, after].map((product) => [...definitionsById(product, list).keys()]) as [string[], string[]];
    const places = new Map(old.map((id, index) => [id, index + 1]));
    const kept = now.filter((id) => places.has(id));
    const moved = movedPast(kept.map((id, index) => ({ before: places.get(id) ?? 0, after: index + 1, isTouched: false })));
    return moved.size === 0 ? [] : [{ of: 'order' as const, key: list, count: moved.size, answers: null }];
  });
}

/** In how many files each key of the head is another. */
function headEdits({ before, after }: Step<Product>, areSettingsTold: boolean): readonly OtherEdit[] {
  const counts = new Map<string, number>();
  for (const [from, to] of sameFiles(before, after)) {
    const [old, now] = [headOf(from), headOf(to)];
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const isTold = key === 'analysis' && areSettingsTold && to === after.opened;
      if (!isTold && !sameContent(old[key], now[key])) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, count]) => ({ of: 'file' as const, key, count, answers: null }));
}

/** The opened files, and the others by their identity; those with no such file on the other side in their order. */
function sameFiles(before: Product, after: Product): readonly (readonly [KanoModel, KanoModel])[] {
  const { pairs, removed, added } = pairUp(before.models.slice(1), after.models.slice(1), ({ uri }) => uri, []);
  const renamed =
    removed.length === added.length ? added.flatMap((to, index) => (removed[index] ? [[removed[index], to] as const] : [])) : [];
  return [[before.opened, after.opened], ...pairs, ...renamed];
}

/** The top of a file without its lists, as written. */
function headOf({ frame: { root } }: KanoModel): Readonly<Record<string, unknown>> {
  if (root?.kind !== 'map') return {};
  return plainValue({ ...root, entries: root.entries.filter(({ key }) => !isListKey(key.value)) }) as Record<string, unknown>;
}
