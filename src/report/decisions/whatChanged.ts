import * as l10n from '@vscode/l10n';
import type { JourneyComparison, ProductComparison, WantChange } from '../../analysis/comparison/productComparison.ts';
import { changeNotes } from '../../terms/changeSentences.ts';
import { emotionText, evidenceInShort, verdictText } from '../../terms/journeyLabels.ts';
import { definitionHeading, joinNotes } from '../../terms/labels.ts';
import { itemList } from '../../terms/numbers.ts';
import { countChanges, type DiffedProduct, hasChanges } from '../diff/diff.ts';
import { editedNotes } from '../diff/diffJourney.ts';
import { diffSummary } from '../diff/diffSummary.ts';
import { featureName } from '../featureRows.ts';
import { type Decision, type DecisionItem, more, most } from './decision.ts';

/** What the product is compared with, by its name. */
export interface ComparedWith {
  readonly base: string;
  /** `null` where the comparison has nothing to say of the product. */
  readonly diffed: DiffedProduct | null;
  /** Whether the files could not be compared, because Git left both sides of a merge conflict in them. */
  readonly isInConflict: boolean;
}

/** What changed since a revision: features, then a line for each kind of thing on the journey. */
export function whatChanged({ base, diffed, isInConflict }: ComparedWith): Decision {
  const comparison = diffed?.comparison;
  return {
    key: 'changed',
    heading: l10n.t('What changed since {base}', { base }),
    isRanked: false,
    items: comparison ? [...featureItems(comparison), ...journeyItems(comparison.journey)] : [],
    note: isInConflict ? l10n.t('Not compared, because a merge conflict is open.') : noteOf(comparison),
  };
}

/** At most as many as can be read at a glance: a change of category before one that came or went, then the others. */
function featureItems({ features }: ProductComparison): readonly DecisionItem[] {
  const changes = features.map((change) => ({ change, notes: changeNotes(change) })).filter(({ notes }) => notes.length > 0);
  const weight = ({ change }: (typeof changes)[number]) => (change.category ? 0 : change.before === null || change.after === null ? 1 : 2);
  const ordered = changes.sort((left, right) => weight(left) - weight(right));
  return ordered.slice(0, most).flatMap(({ change, notes }) => {
    const state = change.after ?? change.before;
    if (state === null) return [];
    const sign = change.after ? { category: change.after.standing.category } : {};
    const id = change.after === null ? null : (state.item.value.id ?? null);
    return [{ ...sign, name: featureName(state), id, text: joinNotes(notes) }];
  });
}

function journeyItems({ readings, emotions, wants, evidence, shipped }: JourneyComparison): readonly DecisionItem[] {
  const worseFirst = readings.toSorted((left, right) => Number(left.improved !== false) - Number(right.improved !== false));
  const lines: readonly (readonly [name: string, things: readonly (readonly [name: string, note: string])[]])[] = [
    [definitionHeading('metrics'), worseFirst.map(({ metric, improved }) => [metric.name ?? metric.id ?? '', verdictText(improved)])],
    [
      l10n.t('Emotions'),
      emotions.map(({ touchpoint, emotion: { before, after } }) => [
        touchpoint.name ?? touchpoint.id ?? '',
        `${emotionText(before)} → ${emotionText(after)}`,
      ]),
    ],
    [l10n.t('Pains and needs'), wants.map((want) => [want.phrase, wantNote(want)])],
    [
      l10n.t('Evidence'),
      evidence.map(({ after, counts, lean }) => [featureName(after), evidenceInShort({ ...counts.after, lean: lean.after })]),
    ],
    [l10n.t('Shipped'), shipped.map(({ after, day }) => [featureName(after), day])],
  ];
  return lines.flatMap(([name, things]) => (things.length === 0 ? [] : [{ name, id: null, text: thingsText(things) }]));
}

/** As many things as fit in a line. */
const mostInLine = 4;

function thingsText(things: readonly (readonly [name: string, note: string])[]): string {
  const shown = things.slice(0, mostInLine).map(([name, note]) => (note === '' ? name : l10n.t('{name} ({note})', { name, note })));
  const others = more(things.length - mostInLine);
  return itemList(others === null ? shown : [...shown, others]);
}

function wantNote({ kind, state: { before, after } }: WantChange): string {
  if (after === null) return l10n.t('removed');
  if (after === 'met') return kind === 'need' ? l10n.t('served') : l10n.t('relieved');
  return before === null ? l10n.t('new') : l10n.t('open again');
}

function noteOf(comparison: ProductComparison | undefined): string {
  if (!comparison || !hasChanges(comparison)) return l10n.t('Nothing changed in requirement terms.');
  const summary = diffSummary(countChanges([comparison]));
  if (summary !== '') return l10n.t('In all: {summary}', { summary });
  return joinNotes(comparison.settings ? [l10n.t('How the numbers are computed changed.')] : editedNotes(comparison.edits));
}
