import * as l10n from '@vscode/l10n';
import { doRulesDisagree } from '../analysis/otherViews.ts';
import type { CategoryRule } from '../document/format/model.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { itemList } from '../terms/numbers.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const rulesDisagree = {
  code: 'kano/rules-disagree',
  severity: 'info',
  title: 'Rules disagree',
  description: 'With 30 or more answers the rules `mode`, `berger` and `lead` give different categories.',
  findInFeature(item, analysis, { rule: chosen }) {
    if (!doRulesDisagree(analysis)) return [];
    const { categories } = analysis;
    const rules: readonly CategoryRule[] = ['mode', 'berger', 'lead'];
    const list = rules.map((rule) => l10n.t('{rule}: {category}', { rule, category: categoryLabel(categories[rule]) }));
    const message = l10n.t('The rules disagree ({list}); “{chosen}” is used here. Treat the category as a matter of judgement.', {
      list: itemList(list),
      chosen,
    });
    return [{ range: item.rangeOfId, message }];
  },
} satisfies ProblemDefinition;
