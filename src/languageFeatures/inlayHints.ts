import type { InlayHint } from 'vscode-languageserver-types';
import { type ComparisonBase, featureBefore } from '../analysis/comparison/comparisonBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Range } from '../document/yaml/position.ts';
import { changedHintLabel, signedHintLabel, signedSentence } from '../terms/featureSentences.ts';
import { sentenceOptions } from './codeLenses.ts';

/**
 * The category of each feature, behind its id, for the features whose id is in `range`: for diffs, which show no lenses. Where the base has
 * another category, both: `▲ Attractive → ■ Must-be`. The tooltip holds the whole sentence of the lens.
 */
export function inlayHints(model: KanoModel, analysis: ProductAnalysis, range: Range, base?: ComparisonBase): readonly InlayHint[] {
  // A feature that begins before the range can have its id in it.
  const first = model.startLine(Math.max(0, model.segmentAt(range.start.line)));
  return model.beginningsWithin('features', first, range.end.line).flatMap(({ item }): InlayHint[] => {
    if (item.value.id === undefined) return [];
    const { start, end } = model.locate(item.rangeOf(['id']));
    if (start.line < range.start.line || start.line > range.end.line) return [];
    const numbers = analysis.featureAnalysis(item.value);
    const now = signedHintLabel(item.value, numbers, item);
    const before = base && featureBefore(base, item);
    const former = before && signedHintLabel(before.value, base.analysis.featureAnalysis(before.value), before);
    const label = changedHintLabel(former ?? now, now);
    return [{ position: end, label, tooltip: signedSentence(item.value, numbers, sentenceOptions(item, analysis)), paddingLeft: true }];
  });
}
