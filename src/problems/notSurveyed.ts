import * as l10n from '@vscode/l10n';
import { hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import { analysisOfProduct } from '../analysis/productAnalysis.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { assume, type Fix } from './fix.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

/** Silent where tallies cannot be read: there may be answers in them. */
export const notSurveyed = {
  code: 'kano/not-surveyed',
  severity: 'hint',
  title: 'Not surveyed',
  description: 'A feature has no tally, or one without answers.',
  findInFeature(item, analysis) {
    if (analysis.n > 0 || hasUncountedAnswers(item, analysis) || item.node?.kind !== 'map') return [];
    const { tally, tallies = [] } = item.value;
    const message =
      tally !== undefined || tallies.length > 0
        ? l10n.t('This tally counts no answers, so nothing says how customers see the feature. Enter the counts, or ask.')
        : l10n.t('No survey says how customers see this. Ask before deciding.');
    return [{ range: item.rangeOfId, message, fixes: (product) => assumptionFromEvidence(product, item) }];
  },
} satisfies ProblemDefinition;

/** People who speak up when it fails take it for granted otherwise: a guess until customers are asked, and never made unasked. */
function assumptionFromEvidence(product: Product, item: Item<'features'>): readonly Fix[] {
  if (item.value.assumed !== undefined) return [];
  return analysisOfProduct(product).evidence(item.value)?.lean === 'complaint-led' ? assume(product, item, 'M') : [];
}
