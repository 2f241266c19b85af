import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { Category, Feature } from '../document/model.ts';
import { standingLabel } from '../wording/featureSentences.ts';
import type { NotesContext } from './backlogNotes.ts';

/** Categories that customers ask for, or would at least not mind. */
const wanted: ReadonlySet<Category | null> = new Set<Category | null>(['M', 'O', 'A', 'I']);

/**
 * What to build first, one line a feature with its category: the place in the list is its rank. It ends where only features follow that are to
 * be asked about, asked about again, or not to be built, unless others in it need them.
 */
export function backlogBuildOrder({ analysis, nameOf }: NotesContext): readonly string[] {
  const { buildOrder } = analysis;
  const isWanted = (feature: Feature) => wanted.has(effectiveCategory(feature, analysis.featureAnalysis(feature)).category);
  return buildOrder
    .slice(0, buildOrder.findLastIndex(isWanted) + 1)
    .map((feature) => [nameOf(feature), standingLabel(feature.assumed ?? null, analysis.featureAnalysis(feature).category)].join(' · '));
}
