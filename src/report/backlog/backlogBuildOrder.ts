import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { Feature } from '../../document/format/model.ts';
import { standingLabel } from '../../terms/featureSentences.ts';
import { answersWords } from '../../wording/backlogWording.ts';
import { standsApart } from './backlogGroups.ts';
import type { NotesContext } from './backlogNotes.ts';

/**
 * What to build first, one line a feature with its category: the place in the list is its rank. It ends where only features follow that are to
 * be asked about, asked about again, or not to be built, unless others in it need them.
 */
export function backlogBuildOrder(context: NotesContext): readonly string[] {
  const { analysis, nameOf } = context;
  const { buildOrder } = analysis;
  return buildOrder
    .slice(0, buildOrder.findLastIndex((feature) => !standsApart(feature, analysis)) + 1)
    .map((feature) => [nameOf(feature), standing(feature, context)].join(' · '));
}

/** That a tally has an error does not mean that nobody was asked. */
function standing(feature: Feature, { analysis, talliesUnreadable }: NotesContext): string {
  const numbers = analysis.featureAnalysis(feature);
  const isUnknown = effectiveCategory(feature, numbers).category === null && talliesUnreadable(feature);
  return isUnknown ? answersWords().unreadable : standingLabel(feature.assumed ?? null, numbers.category);
}
