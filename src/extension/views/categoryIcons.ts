import * as vscode from 'vscode';
import { categoryColor, palettes } from '../../matrix/palette.ts';
import { fillOf, leftHalfPath, shapeOf, symbolPath } from '../../matrix/symbol.ts';
import type { CategoryOrNone } from '../../terms/categoryLabels.ts';
import type { Certainty } from '../../terms/featureSentences.ts';

const radius = 4.5;

type Icon = Extract<vscode.TreeItem['iconPath'], { readonly light: unknown }>;

/** The sign of a category as the matrix draws it: the surer the category, the fuller. */
export function categoryIcon(category: CategoryOrNone, isAssumed: boolean, certainty: Certainty = 'sure'): Icon {
  const [shape, fill] = [shapeOf(category), fillOf(category, isAssumed, certainty)];
  return { light: drawn('light'), dark: drawn('dark') };

  function drawn(theme: keyof typeof palettes): vscode.Uri {
    const color = categoryColor(category, palettes[theme]);
    const style = fill === 'whole' ? `fill="${color}"` : `fill="none" stroke="${color}" stroke-width="1.5"`;
    const half = fill === 'half' ? `<path fill="${color}" d="${leftHalfPath(shape, radius)}"/>` : '';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16"><path ${style} d="${symbolPath(shape, radius)}"/>${half}</svg>`;
    return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
  }
}
