import * as l10n from '@vscode/l10n';
import { isSignificantDrift } from '../analysis/drift.ts';
import { categoryLabel, driftMeaning } from '../terms/categoryLabels.ts';
import { coefficient } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const categoryDrift = {
  code: 'kano/category-drift',
  severity: 'info',
  title: 'Category drift',
  description: 'The category changed since the survey before, and Better or Worse moved significantly.',
  findInFeature(item, { drift, history }) {
    if (drift === null || drift.kind === null || !isSignificantDrift(drift)) return [];
    const [before, after] = [drift.from, drift.to].map((survey) => history.find((result) => result.survey === survey));
    const message = l10n.t(
      '{before} → {after} since {survey}: Better {betterBefore} → {betterAfter}, Worse {worseBefore} → {worseAfter}. {meaning}.',
      {
        before: categoryLabel(drift.categories[0]),
        after: categoryLabel(drift.categories[1]),
        survey: drift.from ?? l10n.t('the survey before'),
        betterBefore: coefficient(before?.better ?? null),
        betterAfter: coefficient(after?.better ?? null),
        worseBefore: coefficient(before?.worse ?? null),
        worseAfter: coefficient(after?.worse ?? null),
        meaning: driftMeaning(drift.kind),
      },
    );
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
