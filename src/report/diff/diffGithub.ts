import type { FeatureState } from '../../analysis/comparison/productComparison.ts';
import { oneLine } from '../../terms/markdown.ts';
import { joinNotes } from '../../wording/backlogWording.ts';
import { changeNotes, gapOpenedAt } from '../../wording/diffWording.ts';
import { featureName } from '../featureRows.ts';
import { githubCommand } from '../githubCommand.ts';
import type { Diff, DiffedProduct } from './diff.ts';

/**
 * The changes as annotations for GitHub Actions (https://docs.github.com/actions/reference/workflow-commands-for-github-actions), one
 * a feature, on the line of its id as it is after the change; what was removed stands on its file, where that is still there.
 */
export function diffGithub({ products, pathOf }: Diff): string {
  return products
    .map((product) =>
      productLines(product, pathOf)
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('');
}

/** Where an annotation stands, if the file is still there. */
type Place = Readonly<Record<string, string | number>>;

function productLines({ after, comparison }: DiffedProduct, pathOf: Diff['pathOf']): readonly string[] {
  const gapNotes = new Map<FeatureState, string[]>();
  for (const gap of comparison.gaps) {
    const place = gap.after?.name ?? gap.after?.id ?? null;
    for (const state of gap.opened) gapNotes.set(state, [...(gapNotes.get(state) ?? []), gapOpenedAt(place)]);
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
  // A gap also opens where nothing of the feature itself changed, by another touchpoint.
  const onGaps = [...gapNotes].flatMap(([state, notes]) =>
    changed.has(state) ? [] : [annotation(placeOf(state, pathOf(state.model)), featureName(state), notes)],
  );
  return [...onFeatures, ...onGaps];
}

function placeOf({ model, item }: FeatureState, path: string): Place {
  return { file: path, line: model.locate(item.rangeOfId).start.line + 1 };
}

function annotation(place: Place, title: string, notes: readonly string[]): string {
  return githubCommand('notice', { ...place, title: oneLine(title) }, oneLine(joinNotes(notes)));
}
