import * as l10n from '@vscode/l10n';
import { howToTell, whyAmbiguous } from '../terms/ambiguitySentences.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const ambiguousCategory = {
  code: 'kano/ambiguous-category',
  severity: 'info',
  title: 'Ambiguous category',
  description: 'With 30 or more answers the category still depends on who happened to be asked: another one is possible.',
  findInFeature(item, analysis, settings) {
    const { category, rival } = analysis;
    if (category === null || rival === null) return [];
    const why = whyAmbiguous(category, rival, analysis, settings);
    return [{ range: item.rangeOfId, message: l10n.t('{why} {how}', { why, how: howToTell(analysis, settings) }) }];
  },
} satisfies ProblemDefinition;
