import { type CategoryRule, type Counts, categories } from '../document/format/model.ts';

/** The number of results kept: more than the features of a product, and little memory. */
const mostKept = 20_000;

/** The same function of counts and a rule, but it computes once for equal ones. */
export function keptByCounts<Result>(
  compute: (counts: Counts, rule: CategoryRule, lead: number) => Result,
): (counts: Counts, rule: CategoryRule, lead: number) => Result {
  const kept = new Map<string, { readonly result: Result }>();
  return (counts, rule, lead) => {
    const key = `${rule} ${rule === 'lead' ? lead : ''} ${categories.map((letter) => counts[letter]).join()}`;
    let entry = kept.get(key);
    if (entry === undefined) {
      entry = { result: compute(counts, rule, lead) };
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, entry);
    }
    return entry.result;
  };
}
