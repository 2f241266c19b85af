import { categories } from '../../document/format/model.ts';
import { answeredSurveys } from '../currentTally.ts';
import type { AnalysisContext } from '../results.ts';
import type { FeatureState, RewrittenSurvey, Step } from './productComparison.ts';

/**
 * The results of earlier surveys that are others than before: history was rewritten, and what drifts with it. The current survey of a feature is
 * not among them, because its numbers are compared as those of the feature.
 */
export function compareSurveys(
  contexts: Step<AnalysisContext>,
  pairs: readonly (readonly [before: FeatureState, after: FeatureState])[],
): readonly RewrittenSurvey[] {
  return pairs.flatMap(([before, after]) => {
    if (before.item === after.item) return [];
    const [old, now] = [answeredSurveys(before.item.value, contexts.before), answeredSurveys(after.item.value, contexts.after)];
    if (now.length === 0) return [];
    return old.flatMap(({ survey, date, counts, n }): readonly RewrittenSurvey[] => {
      if (survey === after.numbers.survey) return [];
      const later = now.find((each) => each.survey === survey);
      if (later && categories.every((category) => later.counts[category] === counts[category])) return [];
      const category = { before: categoryIn(before, survey), after: categoryIn(after, survey) };
      return [{ after, survey, date, answers: { before: n, after: later?.n ?? 0 }, category }];
    });
  });
}

function categoryIn({ numbers }: FeatureState, survey: string | null) {
  return numbers.history.find((result) => result.survey === survey)?.category ?? null;
}
