import type { InlayHint } from 'vscode-languageserver-types';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Range } from '../document/position.ts';
import { featureSentence, hintLabel } from '../wording/featureSentences.ts';

/**
 * The category of each feature, behind its id, for the features whose id stands in `range`: what a reviewer sees in a
 * diff, where lenses do not show. The tooltip holds the whole sentence of the lens.
 */
export function inlayHints(document: KanoDocument, analysis: ProductAnalysis, range: Range): readonly InlayHint[] {
  return document.list('features').flatMap((entry): InlayHint[] => {
    if (entry.value.id === undefined) return [];
    const { start, end } = document.rangeOf(entry.placeOf(['id']));
    if (start.line < range.start.line || start.line > range.end.line) return [];
    const numbers = analysis.featureAnalysis(entry.value);
    return [
      {
        position: end,
        label: hintLabel(entry.value, numbers, entry),
        tooltip: featureSentence(entry.value, numbers, entry),
        paddingLeft: true,
      },
    ];
  });
}
