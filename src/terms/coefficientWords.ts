import * as l10n from '@vscode/l10n';
import { coefficientBase } from '../analysis/coefficients.ts';
import type { Counts } from '../document/format/model.ts';
import { count } from './numbers.ts';

/** What a high value says, in a few words. */
export function betterMeaning(): string {
  return l10n.t('more satisfied with it');
}

/** What a high |Worse| says, in a few words. */
export function worseMeaning(): string {
  return l10n.t('dissatisfied without it');
}

/** The same with those of whom it is said: not all customers, because R and Q do not count. */
export function withBasis(meaning: string): string {
  return l10n.t('{meaning}, of those who neither reject it nor contradict themselves', { meaning });
}

/** Of how many customers Better and Worse are shares. */
export function basisSentence(counts: Counts): string {
  return l10n.t('of those who neither reject it nor contradict themselves ({count})', { count: count(coefficientBase(counts)) });
}

/** What both coefficients are, for lists of facts. */
export function coefficientsFact(): string {
  return l10n.t(
    'Better and Worse: the shares more satisfied with it and dissatisfied without it, of those who neither reject it nor contradict themselves',
  );
}
