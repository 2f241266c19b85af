import * as l10n from '@vscode/l10n';
import type { FeatureChange, FeatureState, Standing, Step } from '../analysis/comparison/productComparison.ts';
import { driftLabel } from './categoryLabels.ts';
import { changedHintLabel, hintLabel } from './featureSentences.ts';
import { statusLabel } from './labels.ts';
import { coefficient, count } from './numbers.ts';

/** Everything that changed about a feature, most important first, without its name: `Attractive → Must-be (Decay, beyond the intervals)`. */
export function changeNotes(change: FeatureChange): readonly string[] {
  const { before, after, category, better, worse, status, rank, isRenamed, isRetitled } = change;
  if (after === null) return before === null ? [] : [l10n.t('removed ({category})', { category: stateLabel(before) })];
  if (before === null) return [l10n.t('added ({category})', { category: stateLabel(after) })];
  return [
    ...(category
      ? [l10n.t('{change} ({kind})', { change: changedHintLabel(stateLabel(before), stateLabel(after)), kind: categoryChange(change) })]
      : []),
    ...(better ? [l10n.t('Better {value}', { value: coefficientStep(better) })] : []),
    ...(worse ? [l10n.t('Worse {value}', { value: coefficientStep(worse) })] : []),
    ...(status ? [changedHintLabel(statusLabel(status.before), statusLabel(status.after))] : []),
    ...(rank ? [l10n.t('rank {before} → {after}', { before: count(rank.before), after: count(rank.after) })] : []),
    ...(isRenamed ? [l10n.t('was called “{id}”', { id: before.item.value.id ?? '' })] : []),
    ...(isRetitled ? [l10n.t('was titled “{title}”', { title: before.item.value.title ?? '' })] : []),
  ];
}

/** The kind of a change of category, and whether the coefficients confirm it: `Decay, beyond the intervals`. */
export function categoryChange({ category, better, worse, assumption }: FeatureChange): string {
  if (category === null) return '';
  if (assumption === 'confirmed') return l10n.t('Assumption confirmed');
  if (assumption === 'contradicted') return l10n.t('Assumption contradicted');
  if (category.kind !== null) {
    const change = driftLabel(category.kind);
    return better || worse ? l10n.t('{change}, beyond the intervals', { change }) : l10n.t('{change}, within the intervals', { change });
  }
  if (category.before.isUncounted) return l10n.t('Tally corrected');
  if (isSurveyed(category.after)) return l10n.t('Surveyed');
  if (category.after.isUncounted) return l10n.t('Not counted any more');
  return isSurveyed(category.before) ? l10n.t('Not surveyed any more') : l10n.t('Another assumption');
}

/** `0.71 → 0.42`, or the one value where both are the same. */
export function coefficientStep({ before, after }: Step<number | null>): string {
  return changedHintLabel(coefficient(before), coefficient(after));
}

function isSurveyed({ category, isAssumed }: Standing): boolean {
  return category !== null && !isAssumed;
}

function stateLabel({ item, numbers }: FeatureState): string {
  return hintLabel(item.value, numbers, item);
}
