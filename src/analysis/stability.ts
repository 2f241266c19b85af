import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type CategoryRule, type Counts, categories } from '../document/model.ts';
import { drawBinomial } from './binomial.ts';
import { categorise } from './categoryRules.ts';
import { noCounts, total } from './counts.ts';

const draws = 2000;
/** Any fixed number: the same counts give the same result on every machine. */
const seed = 1984;
/** Results kept; more than a product has features, little enough memory. */
const mostKept = 20_000;
const kept = new Map<string, number>();

/**
 * The share of 2,000 bootstrap samples from Multinomial(n, counts/n) that get the same category by the same rule; `null` when n = 0.
 * It says how much the category depends on who happened to be asked, not that it is right: A 3 of 3 gives 1.
 */
export function stability(counts: Counts, rule: CategoryRule, lead: number): number | null {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const key = `${rule} ${rule === 'lead' ? lead : ''} ${categories.map((letter) => counts[letter]).join()}`;
  let share = kept.get(key);
  if (share === undefined) {
    let same = 0;
    forEachBootstrapDraw(counts, (drawn) => {
      if (categorise(drawn, rule, lead) === category) same++;
    });
    share = same / draws;
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, share);
  }
  return share;
}

/** The samples behind `stability`; the object handed over is reused for the next one. */
export function forEachBootstrapDraw(counts: Counts, visit: (drawn: Counts) => void): void {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const n = Math.round(total(counts));
  const present = categories.filter((category) => counts[category] > 0);
  const drawn = { ...noCounts };
  for (let draw = 0; draw < draws; draw++) {
    // A multinomial is a chain of binomials: how many of those left over fall into the next category.
    let left = n;
    let weight = total(counts);
    for (const category of present) {
      drawn[category] = drawBinomial(uniform, left, counts[category] / weight);
      left -= drawn[category];
      weight -= counts[category];
    }
    visit(drawn);
  }
}
