import * as vscode from 'vscode';

/** The diffs that a document is part of. */
export interface Diffs {
  /** The other sides of those diffs in which it is the changed side, that of the active tab first. */
  readonly originals: readonly vscode.Uri[];
  /** Whether it is the side before the change in some diff. */
  readonly isOriginal: boolean;
}

interface Sides {
  readonly original?: vscode.Uri | undefined;
  readonly modified?: vscode.Uri | undefined;
}

/** Finds the diffs among the open tabs in which a document stands. */
export function findDiffs(uri: vscode.Uri): Diffs {
  const wanted = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => ({ tab, isActive: tab.isActive && group.isActive })));
  const sides = tabs.sort((left, right) => Number(right.isActive) - Number(left.isActive)).flatMap(({ tab }) => sidesOf(tab.input));
  return {
    originals: sides.flatMap(({ original, modified }) => (original && modified?.toString() === wanted ? [original] : [])),
    isOriginal: sides.some(({ original }) => original?.toString() === wanted),
  };
}

/** Both sides of a diff; of a multi-file diff, whose input is not part of the stable API, both sides of every file. */
function sidesOf(input: unknown): readonly Sides[] {
  if (input instanceof vscode.TabInputTextDiff) return [input];
  const several = (input as { readonly textDiffs?: unknown } | undefined)?.textDiffs;
  return Array.isArray(several) ? several : [];
}
