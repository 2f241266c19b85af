import * as l10n from '@vscode/l10n';
import type { FeatureChange, FeatureState, Standing, Step } from '../analysis/comparison/productComparison.ts';
import { assumedCategory, driftLabel, signedCategory } from '../terms/categoryLabels.ts';
import { changedHintLabel, hintLabel } from '../terms/featureSentences.ts';
import { statusLabel } from '../terms/labels.ts';
import { coefficient, count, nameList } from '../terms/numbers.ts';

/** What a change counts, for its summary and for `--fail-on`. */
export interface DiffCounts {
  /** Not those that the first survey of a feature brings: they are in the next three. */
  readonly categories: number;
  readonly confirmed: number;
  readonly contradicted: number;
  readonly surveyed: number;
  readonly numbers: number;
  readonly gapsOpened: number;
  readonly gapsClosed: number;
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  readonly statuses: number;
  readonly ranks: number;
}

/** Headings of the parts of a comparison. */
export function diffHeadings() {
  return {
    categories: l10n.t('Categories'),
    numbers: l10n.t('Better and Worse'),
    gaps: l10n.t('Must-be gaps'),
    added: l10n.t('Added'),
    removed: l10n.t('Removed'),
    renamed: l10n.t('Renamed'),
    statuses: l10n.t('Status'),
    ranks: l10n.t('Build order'),
  };
}

/** Column headings that only comparisons have. */
export function diffColumns() {
  return {
    before: l10n.t('Before'),
    after: l10n.t('After'),
    change: l10n.t('Change'),
    touchpoint: l10n.t('Touchpoint'),
    opened: l10n.t('Opened'),
    closed: l10n.t('Closed'),
    id: l10n.t('Id'),
  };
}

/** `2 categories moved, 1 feature added and 1 must-be gap opened`; empty when all counts are 0. */
export function diffSummary(counts: DiffCounts): string {
  const parts = (Object.keys(counts) as (keyof DiffCounts)[]).flatMap((name) => (counts[name] === 0 ? [] : [countOf(name, counts[name])]));
  return parts.length === 0 ? '' : nameList(parts);
}

/** The one sentence where there is nothing to tell. */
export function nothingChanged(base: string, head: string): string {
  return l10n.t('From {base} to {head} nothing changes in requirement terms.', { base, head });
}

/** What the files as they are now are called, beside names of revisions. */
export function workingTree(): string {
  return l10n.t('working tree');
}

/** `main → working tree` */
export function fromTo(base: string, head: string): string {
  return `${base} → ${head}`;
}

/** Another rule moves categories without an answer that changed. */
export function settingsChanged(before: string, after: string): string {
  return l10n.t('Computed with {after}, before with {before}: categories may have moved for that reason alone.', { before, after });
}

/** A product that was read from another file before. */
export function formerPath(path: string): string {
  return l10n.t('Before in {path}', { path });
}

/** After the rows that are shown. */
export function andMore(rows: number): string {
  return l10n.t('and {count} more', { count: count(rows) });
}

/** A standing with its sign, for a table: `▲ Attractive`, `■ Must-be? (assumed)`. */
export function signedStanding({ category, isAssumed, isUncounted }: Standing): string {
  if (isUncounted) return l10n.t('tally has an error, not counted');
  return isAssumed && category !== null ? assumedCategory(category) : signedCategory(category);
}

/** What kind of change of category it is, and whether the numbers bear it out: `Decay, beyond the intervals`. */
export function categoryChange({ category, better, worse, assumption }: FeatureChange): string {
  if (category === null) return '';
  if (assumption === 'confirmed') return l10n.t('Assumption confirmed');
  if (assumption === 'contradicted') return l10n.t('Assumption contradicted');
  if (category.kind !== null) {
    const change = driftLabel(category.kind);
    return better || worse ? l10n.t('{change}, beyond the intervals', { change }) : l10n.t('{change}, within the intervals', { change });
  }
  if (category.before.isUncounted) return l10n.t('Tally mended');
  if (isSurveyed(category.after)) return l10n.t('Surveyed');
  if (category.after.isUncounted) return l10n.t('Not counted any more');
  return isSurveyed(category.before) ? l10n.t('Not surveyed any more') : l10n.t('Another assumption');
}

/** `0.71 → 0.42`, or the one value where both are the same. */
export function coefficientStep({ before, after }: Step<number | null>): string {
  return changedHintLabel(coefficient(before), coefficient(after));
}

/** Everything that changed of a feature, most important first, without its name: `Attractive → Must-be (Decay, beyond the intervals)`. */
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
    ...(rank ? [rankStep(rank)] : []),
    ...(isRenamed ? [l10n.t('was called “{id}”', { id: before.item.value.id ?? '' })] : []),
    ...(isRetitled ? [l10n.t('was titled “{title}”', { title: before.item.value.title ?? '' })] : []),
  ];
}

/** `rank 8 → 2` */
export function rankStep({ before, after }: Step<number>): string {
  return l10n.t('rank {before} → {after}', { before: count(before), after: count(after) });
}

/** A must-be feature that is open at a touchpoint where it was not; `null` for one at no touchpoint. */
export function gapOpenedAt(touchpoint: string | null): string {
  return touchpoint === null ? l10n.t('must-be gap opened') : l10n.t('must-be gap opened at “{touchpoint}”', { touchpoint });
}

function isSurveyed({ category, isAssumed }: Standing): boolean {
  return category !== null && !isAssumed;
}

function stateLabel({ item, numbers }: FeatureState): string {
  return hintLabel(item.value, numbers, item);
}

function countOf(name: keyof DiffCounts, number: number): string {
  const values = { count: count(number) };
  const isOne = number === 1;
  switch (name) {
    case 'categories':
      return isOne ? l10n.t('1 category moved') : l10n.t('{count} categories moved', values);
    case 'confirmed':
      return isOne ? l10n.t('1 assumption confirmed') : l10n.t('{count} assumptions confirmed', values);
    case 'contradicted':
      return isOne ? l10n.t('1 assumption contradicted') : l10n.t('{count} assumptions contradicted', values);
    case 'surveyed':
      return isOne ? l10n.t('1 feature surveyed for the first time') : l10n.t('{count} features surveyed for the first time', values);
    case 'numbers':
      return isOne ? l10n.t('Better or Worse of 1 feature moved') : l10n.t('Better or Worse of {count} features moved', values);
    case 'gapsOpened':
      return isOne ? l10n.t('1 must-be gap opened') : l10n.t('{count} must-be gaps opened', values);
    case 'gapsClosed':
      return isOne ? l10n.t('1 must-be gap closed') : l10n.t('{count} must-be gaps closed', values);
    case 'added':
      return isOne ? l10n.t('1 feature added') : l10n.t('{count} features added', values);
    case 'removed':
      return isOne ? l10n.t('1 feature removed') : l10n.t('{count} features removed', values);
    case 'renamed':
      return isOne ? l10n.t('1 feature renamed') : l10n.t('{count} features renamed', values);
    case 'statuses':
      return isOne ? l10n.t('1 status changed') : l10n.t('{count} statuses changed', values);
    case 'ranks':
      return isOne ? l10n.t('1 rank moved') : l10n.t('{count} ranks moved', values);
  }
}
