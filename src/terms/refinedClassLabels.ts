import * as l10n from '@vscode/l10n';
import type { RefinedClass } from '../analysis/refinedClass.ts';
import { labelsBy } from './language.ts';
import { measure } from './numbers.ts';

/** A category split by importance, within a sentence: `critical`. */
export const refinedClassLabel = labelsBy<RefinedClass>({
  'highly-attractive': () => l10n.t('highly attractive'),
  'less-attractive': () => l10n.t('less attractive'),
  'high-value-added': () => l10n.t('high value-added'),
  'low-value-added': () => l10n.t('low value-added'),
  critical: () => l10n.t('critical'),
  necessary: () => l10n.t('necessary'),
  potential: () => l10n.t('potential'),
  'care-free': () => l10n.t('care-free'),
});

/** The class with the mean importance at which the classes are cut: `critical (cut at the mean importance, 7.33)`. */
export function refinedClassSentence(refined: RefinedClass, meanImportance: number | null): string {
  return l10n.t('{class} (cut at the mean importance, {mean})', {
    class: refinedClassLabel(refined),
    mean: importanceText(meanImportance),
  });
}

/** A stated importance with at most two decimals. */
export function importanceText(importance: number | null): string {
  return measure(importance === null ? null : Math.round(importance * 100) / 100);
}
