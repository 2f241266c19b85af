import * as l10n from '@vscode/l10n';
import { smallestSample } from '../analysis/leadingPair.ts';
import { count, shareBeside } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const questionableAnswers = {
  code: 'kano/questionable-answers',
  severity: 'warning',
  title: 'Questionable answers',
  description: 'Of 30 or more answers over 10 % contradict themselves: the question was misunderstood.',
  findInFeature(item, { counts, n }) {
    // In whole numbers: 0.1 · n would be rounded.
    if (n < smallestSample || counts.Q * 10 <= n) return [];
    const message = l10n.t(
      '{share} of {n} answers contradict themselves (up to 10 % is usual): the question was probably misunderstood. Reword it and ask again.',
      { share: shareBeside(counts.Q / n, 0.1), n: count(n) },
    );
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
