import { listKeys } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import { type Product, productList } from '../../document/product.ts';
import { sameContent } from '../../document/writing/sameContent.ts';
import { plainValue } from '../../document/yaml/node.ts';
import { pairUp } from './pairUp.ts';
import type { FeatureChange, FeatureState, JourneyComparison, OtherEdit, Step } from './productComparison.ts';

/** The edits that the rest of a comparison does not tell: those of features by key, then those of other lists, then those of the head. */
export function compareEdits(
  products: Step<Product>,
  pairs: readonly (readonly [before: FeatureState, after: FeatureState])[],
  changes: ReadonlyMap<FeatureState, FeatureChange>,
  told: ReadonlyMap<FeatureState, ReadonlySet<string>>,
  journey: JourneyComparison,
): readonly OtherEdit[] {
  const counts = new Map<string, number>();
  const answers = { before: 0, after: 0 };
  for (const [from, to] of pairs) {
    if (from.item === to.item) continue;
    const keys = editedKeys(from.item, to.item, toldBy(changes.get(to), told.get(to)));
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
  return [...ofFeatures, ...listEdits(products, journey), ...headEdits(products)];
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

/** The settings of the analysis are told elsewhere. */
function headEdits({ before, after }: Step<Product>): readonly OtherEdit[] {
  const [old, now] = [before.opened.header, after.opened.header];
  return (['product', 'description', 'uses'] as const).flatMap((key) =>
    sameContent(old[key], now[key]) ? [] : [{ of: 'file' as const, key, count: 1, answers: null }],
  );
}
