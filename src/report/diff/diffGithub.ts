import * as l10n from '@vscode/l10n';
import type { FeatureState } from '../../analysis/comparison/productComparison.ts';
import { changeNotes } from '../../terms/changeSentences.ts';
import { joinNotes } from '../../terms/labels.ts';
import { oneLine } from '../../terms/markdown.ts';
import { featureName } from '../featureRows.ts';
import { githubCommand } from '../githubCommand.ts';
import { conflictSentence, type Diff, type DiffedProduct } from './diff.ts';
import { journeyAnnotations } from './diffGithubJourney.ts';

/**
 * The changes as annotations for GitHub Actions (https://docs.github.com/actions/reference/workflow-commands-for-github-actions), one for
 * each feature, on the line of its id after the change, then what got worse on the journey. Removed features are annotated on their file if it still exists.
 */
export function diffGithub({ products, conflicts = [], pathOf }: Diff): string {
  const open = conflicts.map((file) => githubCommand('error', { file }, conflictSentence([file])));
  return [...open, ...products.flatMap((product) => productLines(product, pathOf))].map((line) => `${line}\n`).join('');
}

/** Where an annotation is shown; empty if the file is gone. */
type Place = Readonly<Record<string, string | number>>;

function productLines({ after, comparison }: DiffedProduct, pathOf: Diff['pathOf']): readonly string[] {
  const gapNotes = new Map<FeatureState, string[]>();
  for (const gap of comparison.gaps) {
    const touchpoint = gap.after?.name ?? gap.after?.id;
    const note = touchpoint === undefined ? l10n.t('must-be gap opened') : l10n.t('must-be gap opened at “{touchpoint}”', { touchpoint });
    for (const state of gap.opened) gapNotes.set(state, [...(gapNotes.get(state) ?? []), note]);
  }
  const paths = new Set(after?.product.models.map(pathOf));
  const changed = new Set(comparison.features.map((change) => change.after));
  const onFeatures = comparison.features.flatMap((change) => {
    const state = change.after ?? change.before;
    if (!state) return [];
    const path = pathOf(state.model);
    const place = change.after ? placeOf(change.after, path) : paths.has(path) ? { file: path } : {};
    return [annotation(place, featureName(state), [...changeNotes(change), ...(gapNotes.get(state) ?? [])])];
  });
  // An added touchpoint can open a gap although the feature itself did not change.
  const onGaps = [...gapNotes].flatMap(([state, notes]) =>
    changed.has(state) ? [] : [annotation(placeOf(state, pathOf(state.model)), featureName(state), notes)],
  );
  return [...onFeatures, ...onGaps, ...(after ? journeyAnnotations(comparison.journey, after.product, pathOf) : [])];
}

function placeOf({ model, item }: FeatureState, path: string): Place {
  return { file: path, line: model.locate(item.rangeOfId).start.line + 1 };
}

function annotation(place: Place, title: string, notes: readonly string[]): string {
  return githubCommand('notice', { ...place, title: oneLine(title) }, oneLine(joinNotes(notes)));
}
