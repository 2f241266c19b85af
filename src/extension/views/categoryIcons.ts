import * as vscode from 'vscode';
import { categoryColor, palettes } from '../../matrix/palette.ts';
import { isHollow, shapeOf, symbolPath } from '../../matrix/symbol.ts';
import type { CategoryOrNone } from '../../terms/categoryLabels.ts';

type Icon = Extract<vscode.TreeItem['iconPath'], { readonly light: unknown }>;

/** The sign of a category as the matrix draws it: hollow where the team assumes the category. */
export function categoryIcon(category: CategoryOrNone, isAssumed: boolean): Icon {
  return { light: drawn(category, isAssumed, 'light'), dark: drawn(category, isAssumed, 'dark') };
}

function drawn(category: CategoryOrNone, isAssumed: boolean, theme: keyof typeof palettes): vscode.Uri {
  const color = categoryColor(category, palettes[theme]);
  const style = isHollow(category, isAssumed) ? `fill="none" stroke="${color}" stroke-width="1.5"` : `fill="${color}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16"><path ${style} d="${symbolPath(shapeOf(category), 4.5)}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}
