import * as l10n from '@vscode/l10n';
import { wilsonInterval } from '../analysis/coefficients.ts';
import { smallestSample } from '../analysis/leadingPair.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { count, shareBeside } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const splitAnswers = {
  code: 'kano/split-answers',
  severity: 'warning',
  title: 'Split answers',
  description: 'Of 30 or more answers over 20% are reverse, beyond chance, and the category is another: probably two segments.',
  findInFeature(item, { category, counts, n }) {
    if (category === null || category === 'R' || n < smallestSample || wilsonInterval(counts.R, n)[0] <= 0.2) return [];
    const message = l10n.t(
      '{share} of {n} customers would rather not have this, and the category is {category}: probably two kinds of customers. Tally them as personas, or make it optional.',
      { share: shareBeside(counts.R / n, 0.2), n: count(n), category: categoryLabel(category) },
    );
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
