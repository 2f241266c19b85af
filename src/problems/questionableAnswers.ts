import * as l10n from '@vscode/l10n';
import { wilsonInterval } from '../analysis/coefficients.ts';
import { smallestSample } from '../analysis/leadingPair.ts';
import { count, shareBeside } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const questionableAnswers = {
  code: 'kano/questionable-answers',
  severity: 'warning',
  title: 'Questionable answers',
  description: 'By the standard table over 10% of 30 or more answers contradict themselves, beyond chance: the question was misunderstood.',
  // The limit belongs to the standard table: Pouliot's counts more pairs of answers as contradictory.
  findInFeature(item, { counts, n }, { table }) {
    if (table !== 'standard' || n < smallestSample || wilsonInterval(counts.Q, n)[0] <= 0.1) return [];
    const message = l10n.t(
      '{share} of {n} answers contradict themselves: the question was probably misunderstood. Reword it and ask again.',
      { share: shareBeside(counts.Q / n, 0.1), n: count(n) },
    );
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
