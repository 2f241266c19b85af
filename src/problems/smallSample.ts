import * as l10n from '@vscode/l10n';
import { smallestSample } from '../analysis/leadingPair.ts';
import type { Category } from '../document/format/model.ts';
import { type CategoryOrNone, categoryLabel } from '../terms/categoryLabels.ts';
import { count } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const smallSample = {
  code: 'kano/small-sample',
  severity: 'info',
  title: 'Small sample',
  description: 'A feature has answers, but fewer than 30.',
  findInFeature(item, { n, category, runnerUp }) {
    if (category === null || n === 0 || n >= smallestSample) return [];
    const message = l10n.t('{why} Collect more, or silence “kano/small-sample” here.', { why: whyTooFew(n, category, runnerUp) });
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;

/** `other` is the second category, `null` where all answers agree. */
function whyTooFew(n: number, category: Category, other: CategoryOrNone): string {
  const values = { n: count(n), category: categoryLabel(category), other: categoryLabel(other) };
  if (other !== null)
    return l10n.t('{n} answers are too few to tell {category} from {other}: fewer than 30 only show a direction.', values);
  if (n === 1) return l10n.t('1 answer is too few to be sure of {category}: fewer than 30 only show a direction.', values);
  return l10n.t('{n} answers are too few to be sure of {category}: fewer than 30 only show a direction.', values);
}
