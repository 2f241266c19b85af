import * as l10n from '@vscode/l10n';
import type { Category } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import { setProperty } from '../document/writing/setProperty.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { certainty } from '../terms/featureSentences.ts';
import { customers } from './customers.ts';
import { type FixMaker, removeKeyTitle } from './fix.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

/** Silent where the survey itself gives no clear answer: fewer than 30 answers, an ambiguous category, or answers that contradict themselves. */
export const assumptionContradicted = {
  code: 'kano/assumption-contradicted',
  severity: 'warning',
  title: 'Assumption contradicted',
  description: '`assumed` differs from the surveyed category, and that category is not ambiguous.',
  findInFeature(item, analysis) {
    const { category, counts, n } = analysis;
    const { assumed } = item.value;
    if (assumed === undefined || category === null || category === 'Q' || category === assumed) return [];
    if (certainty(analysis) !== 'sure') return [];
    const message = l10n.t('{customers} say {surveyed}, and assumed was {assumed}. Remove “assumed”, the survey has answered it.', {
      customers: customers(counts[category], n),
      assumed: categoryLabel(assumed),
      surveyed: categoryLabel(category),
    });
    return [{ range: item.rangeOf(['assumed']), message, fixes: fixesFor(item, category) }];
  },
} satisfies ProblemDefinition;

function fixesFor(item: Item<'features'>, surveyed: Category): FixMaker {
  return ({ opened }) => {
    const removal = setProperty(opened, item, 'assumed', undefined);
    const change = setProperty(opened, item, 'assumed', surveyed);
    const title = l10n.t('Set “assumed” to “{letter}” ({label})', { letter: surveyed, label: categoryLabel(surveyed) });
    return [
      ...(removal ? [{ title: removeKeyTitle('assumed'), edits: removal, isPreferred: true }] : []),
      ...(change ? [{ title, edits: change }] : []),
    ];
  };
}
