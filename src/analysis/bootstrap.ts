import { type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { categoryIndex, isWanted } from './categoryRules.ts';
import { total } from './counts.ts';
import { type MultinomialDraws, multinomialDraws } from './multinomialDraws.ts';

/** Whether a sample gets the category of the answers, however the categories fall that are not drawn yet. */
type IsSettled = (known: number, left: number) => boolean;

/**
 * Gives the category of the next bootstrap sample at each call, as an index into `categories`. The category of the answers is drawn first, then
 * those that come close to it: most samples are sure to get the same category long before all is drawn.
 * @param own the index of the category of the answers
 */
export function bootstrapCategories(counts: Counts, rule: CategoryRule, lead: number, own: number): () => number {
  const { draws, isSettled } = bootstrapPlan(counts, rule, lead, own);
  return () => (draws.draw(isSettled) ? own : (categoryIndex(draws.drawn, rule, lead) ?? own));
}

/** In which order the categories of a sample are drawn, and when that can end. */
export function bootstrapPlan(counts: Counts, rule: CategoryRule, lead: number, own: number) {
  const frequencies = categories.map((category) => counts[category]);
  const order = drawingOrder(frequencies, rule, own);
  const draws = multinomialDraws(frequencies, order);
  return { order, draws, isSettled: settlingBy[rule](draws, order, lead, total(counts)) };
}

/** The own category, under `berger` those on its side of the rule, then the largest. */
function drawingOrder(frequencies: readonly number[], rule: CategoryRule, own: number): readonly number[] {
  const place = (index: number) => (index === own ? 0 : rule === 'berger' && isWanted(index) === isWanted(own) ? 1 : 2);
  return [...frequencies.keys()].sort(
    (left, right) => place(left) - place(right) || (frequencies[right] ?? 0) - (frequencies[left] ?? 0) || left - right,
  );
}

type Settling = (draws: MultinomialDraws, order: readonly number[], lead: number, n: number) => IsSettled;

const settlingBy: Readonly<Record<CategoryRule, Settling>> = {
  mode:
    ({ drawn }, order) =>
    (known, left) =>
      at(drawn, order[0]) > Math.max(left, largestOf(drawn, order, 1, known)),
  berger:
    ({ drawn }, order) =>
    (known, left) => {
      if (known > sideSize) return false;
      const own = at(drawn, order[0]);
      let side = 0;
      for (let place = 0; place < known; place++) side += at(drawn, order[place]);
      const rival = Math.max(largestOf(drawn, order, 1, known), known < sideSize ? left : 0);
      // Those on the other side are all among the rest.
      return own > rival && side > left;
    },
  lead: ({ drawn }, order, lead, n) => {
    const own = order[0] as number;
    // Reverse and Questionable are the category only where no other comes near.
    if (own >= 4) return () => false;
    const preferred = order.map((index) => index < own);
    // More than rounding errors of `lead`·n.
    const slack = 1e-3 + n * 1e-9;
    return (known, left) => {
      const largest = largestOf(drawn, order, 0, known);
      if (Math.max(largest, left) - lead * n > at(drawn, own)) return false;
      let rival = preferred.indexOf(true, known) < 0 ? -n : left;
      for (let place = 1; place < known; place++) if (preferred[place]) rival = Math.max(rival, at(drawn, order[place]));
      return rival < largest - lead * n - slack;
    };
  },
};

/** On each side of `berger`. */
const sideSize = 3;

function largestOf(drawn: Float64Array, order: readonly number[], start: number, end: number): number {
  let largest = 0;
  for (let place = start; place < end; place++) largest = Math.max(largest, at(drawn, order[place]));
  return largest;
}

function at(drawn: Float64Array, index: number | undefined): number {
  return drawn[index as number] as number;
}
