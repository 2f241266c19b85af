import { type Category, categories } from '../document/format/model.ts';
import { categoryIndex } from './categoryRules.ts';
import { negative } from './coefficients.ts';
import type { AnalysisContext, Estimates, PersonaResult } from './results.ts';

/** Proportions that differ by less are tied: the difference is a rounding error. */
const roundingError = 1e-9;

/**
 * Better, Worse and category weighted by market share: Σ share·proportion / Σ share, over the personas that have the value. `null` unless
 * everyone who answered belongs to a persona with a share, and not all shares are 0.
 */
export function weightedResult(personas: readonly PersonaResult[], context: AnalysisContext): Estimates | null {
  const answered = personas.filter(({ n }) => n > 0);
  const shares = answered.map(({ persona }) => shareOf(persona, context));
  if (shares.includes(null) || !shares.some((share) => share !== null && share > 0)) return null;
  const mean = (value: (persona: PersonaResult) => number | null) => weightedMean(answered.map(value), shares as number[]);
  const worse = mean(({ worse }) => worse);
  return {
    category: weightedCategory((category) => mean(({ counts, n }) => counts[category] / n), context),
    better: mean(({ better }) => better),
    worse: worse === null ? null : negative(-worse),
  };
}

function shareOf(persona: string | null, context: AnalysisContext): number | null {
  const share = persona === null ? undefined : context.shares.get(persona);
  return share !== undefined && Number.isFinite(share) && share >= 0 ? share : null;
}

function weightedCategory(proportion: (category: Category) => number | null, { settings }: AnalysisContext): Category | null {
  const proportions = categories.map((category) => proportion(category) ?? 0);
  const index = categoryIndex(proportions, settings.rule, settings.lead, roundingError);
  return index === null ? null : (categories[index] ?? null);
}

function weightedMean(values: readonly (number | null)[], shares: readonly number[]): number | null {
  let sum = 0;
  let weight = 0;
  values.forEach((value, index) => {
    const share = shares[index] ?? 0;
    if (value === null) return;
    sum += share * value;
    weight += share;
  });
  return weight > 0 ? sum / weight : null;
}
