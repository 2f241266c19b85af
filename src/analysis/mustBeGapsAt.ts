import { oncePerObject } from '../base/once.ts';
import { frameItems, type Item, isFeature } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { groupedByVersion } from '../document/versions/groupedByVersion.ts';
import type { Part } from '../document/yaml/part.ts';
import { comparePositions } from '../document/yaml/position.ts';
import { isOpen } from './buildOrder.ts';
import { analyseFeature } from './featureAnalysis.ts';
import type { AnalysisContext } from './results.ts';

type Gap = Item<'features'>;

/** The open must-be features at each touchpoint, in a version of a file, without those in its frame. Costs what changed since the version before. */
export const mustBeGaps = oncePerObject((context: AnalysisContext) =>
  groupedByVersion(({ item }) => (item && isGap(item, context) ? { value: item, groups: new Set(item.value.touchpoints) } : undefined)),
);

/** The open must-be features at a touchpoint, in the order of the text. */
export function mustBeGapsAt(touchpoint: string, model: KanoModel, context: AnalysisContext): readonly Gap[] {
  const values = mustBeGaps(context)(model).get(touchpoint)?.values ?? [];
  const inFrame = gapsInFrame(context)(model.frame).filter((item) => item.value.touchpoints?.includes(touchpoint));
  if (inFrame.length === 0) return values;
  const placed = [...inFrame, ...values].map((item) => ({ item, start: model.beginningOf(item).start }));
  return placed.sort((left, right) => comparePositions(left.start, right.start)).map(({ item }) => item);
}

const gapsInFrame = oncePerObject((context: AnalysisContext) =>
  oncePerObject((frame: Part) => frameItems(frame).filter((item): item is Gap => isGap(item, context))),
);

function isGap(item: Item, context: AnalysisContext): item is Gap {
  if (!isFeature(item) || !item.value.touchpoints || !isOpen(item.value)) return false;
  return analyseFeature(item.value, context).category === 'M';
}
