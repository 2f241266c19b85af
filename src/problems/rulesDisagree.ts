import * as l10n from '@vscode/l10n';
import type { CategoryRule } from '../document/format/model.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { itemList } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const rulesDisagree = {
  code: 'kano/rules-disagree',
  severity: 'info',
  title: 'Rules disagree',
  description: 'The rules `mode`, `berger` and `lead` give different categories.',
  findInFeature(item, { categories }, { rule: chosen }) {
    if (categories.mode === categories.berger && categories.berger === categories.lead) return [];
    const rules: readonly CategoryRule[] = ['mode', 'berger', 'lead'];
    const list = rules.map((rule) => l10n.t('{rule}: {category}', { rule, category: categoryLabel(categories[rule]) }));
    const message = l10n.t('The rules disagree ({list}); “{chosen}” is used here. Treat the category as a matter of judgement.', {
      list: itemList(list),
      chosen,
    });
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
