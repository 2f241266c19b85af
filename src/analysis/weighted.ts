import { type Category, type Counts, categories } from '../document/format/model.ts';
import { categoryIndex } from './categoryRules.ts';
import { coefficientBase, negative } from './coefficients.ts';
import { total } from './counts.ts';
import type { AnalysisContext, Estimates, PersonaResult } from './results.ts';
import { combinedRatio } from './statistics/combinedRatio.ts';

/** Proportions that differ by less are tied: the difference is a rounding error. */
const roundingError = 1e-9;

/**
 * Better, Worse and category weighted by market share, as combined ratios (post-stratified, see `combinedRatio`): Better is
 * Σ share·(A+O)/n ÷ Σ share·m/n over the personas. With the shares of the sample it equals the pooled result. `null` unless everyone who
 * answered belongs to a persona with a share, and not all shares are 0.
 */
export function weightedResult(personas: readonly PersonaResult[], context: AnalysisContext): Estimates | null {
  const answered = personas.flatMap(({ persona, counts, n }) => (n > 0 ? [{ counts, n, share: shareOf(persona, context) }] : []));
  if (!answered.every(isWeighed) || !answered.some(({ share }) => share > 0)) return null;
  const ratio = (numerator: (counts: Counts) => number, denominator: (counts: Counts) => number) =>
    combinedRatio(
      answered.map(({ counts, n, share }) => ({ share, numerator: numerator(counts) / n, denominator: denominator(counts) / n })),
    );
  const worse = ratio(({ O, M }) => O + M, coefficientBase);
  return {
    category: weightedCategory((category) => ratio((counts) => counts[category], total), context),
    better: ratio(({ A, O }) => A + O, coefficientBase),
    worse: worse === null ? null : negative(worse),
  };
}

interface WeighedCounts {
  readonly counts: Counts;
  readonly n: number;
  readonly share: number;
}

function isWeighed(persona: Omit<WeighedCounts, 'share'> & { readonly share: number | null }): persona is WeighedCounts {
  return persona.share !== null;
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
