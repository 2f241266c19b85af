import type { InlayHint } from 'vscode-languageserver-types';
import type { ComparisonBase } from '../analysis/compareProductsBase.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Range } from '../document/position.ts';
import { changedHintLabel, featureSentence, hintLabel } from '../wording/featureSentences.ts';
import { hintBefore } from './changeSince.ts';

/**
 * The category of each feature, behind its id, for the features whose id stands in `range`: what a reviewer sees in a
 * diff, where lenses do not show. Where it is another one than in the base, both: `Attractive → Must-be`. The tooltip holds the whole
 * sentence of the lens.
 */
export function inlayHints(document: KanoDocument, analysis: ProductAnalysis, range: Range, base?: ComparisonBase): readonly InlayHint[] {
  // A feature that begins before the range can have its id in it.
  const first = document.startLine(Math.max(0, document.segmentAt(range.start.line)));
  return document.beginningsWithin('features', first, range.end.line).flatMap(({ entry }): InlayHint[] => {
    if (entry.value.id === undefined) return [];
    const { start, end } = document.rangeOf(entry.placeOf(['id']));
    if (start.line < range.start.line || start.line > range.end.line) return [];
    const numbers = analysis.featureAnalysis(entry.value);
    const label = hintLabel(entry.value, numbers, entry);
    return [
      {
        position: end,
        label: changedHintLabel((base && hintBefore(base, entry)) ?? label, label),
        tooltip: featureSentence(entry.value, numbers, entry),
        paddingLeft: true,
      },
    ];
  });
}
