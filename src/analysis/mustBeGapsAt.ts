import { oncePerObject } from '../base/once.ts';
import { frameItems, type Item, isFeature } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { sparseByVersion } from '../document/versions/sparseByVersion.ts';
import { comparePositions } from '../document/yaml/position.ts';
import { isOpen } from './buildOrder.ts';
import { analyseFeature } from './featureAnalysis.ts';
import type { AnalysisContext } from './results.ts';

type Gap = Item<'features'>;

/** The open must-be features that have touchpoints, in a version of a file, without those in its frame. Costs what changed since the version before. */
export const mustBeGaps = oncePerObject((context: AnalysisContext) =>
  sparseByVersion(({ item }) => (item && isGap(item, context) ? item : undefined)),
);

/** The open must-be features at each of some touchpoints, in the order of the text. */
export function mustBeGapsAt(
  touchpoints: Iterable<string>,
  model: KanoModel,
  context: AnalysisContext,
): ReadonlyMap<string, readonly Gap[]> {
  const found = new Map<string, Gap[]>([...touchpoints].map((id) => [id, []]));
  for (const gap of gapsInOrder(model, context))
    for (const id of gap.value.touchpoints ?? []) {
      const here = found.get(id);
      // A feature may name a touchpoint twice.
      if (here && here.at(-1) !== gap) here.push(gap);
    }
  return found;
}

function gapsInOrder(model: KanoModel, context: AnalysisContext): readonly Gap[] {
  const { values } = mustBeGaps(context)(model);
  const inFrame = frameItems(model.frame).filter((item): item is Gap => isGap(item, context));
  if (inFrame.length === 0) return values;
  const placed = [...inFrame, ...values].map((item) => ({ item, start: model.beginningOf(item).start }));
  return placed.sort((left, right) => comparePositions(left.start, right.start)).map(({ item }) => item);
}

function isGap(item: Item, context: AnalysisContext): item is Gap {
  if (!isFeature(item) || !item.value.touchpoints || !isOpen(item.value)) return false;
  return analyseFeature(item.value, context).category === 'M';
}
