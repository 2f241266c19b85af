import * as l10n from '@vscode/l10n';
import { leadingPair, significantZ } from '../analysis/leadingPair.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { certainty } from '../terms/featureSentences.ts';
import { count, share, statisticBeside } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const ambiguousCategory = {
  code: 'kano/ambiguous-category',
  severity: 'info',
  title: 'Ambiguous category',
  description: 'With 30 or more answers the two leading categories do not differ significantly.',
  findInFeature(item, analysis) {
    const { counts, n, z } = analysis;
    if (z === null || certainty(analysis) !== 'ambiguous') return [];
    const [first, second] = leadingPair(counts);
    const message = l10n.t(
      '{first} ({firstShare}) and {second} ({secondShare}) are too close to tell apart with {n} answers (z {z}, 1.96 is usual). Ask more customers, or look at the personas.',
      {
        first: categoryLabel(first),
        firstShare: share(counts[first] / n),
        second: categoryLabel(second),
        secondShare: share(counts[second] / n),
        n: count(n),
        z: statisticBeside(z, significantZ),
      },
    );
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
