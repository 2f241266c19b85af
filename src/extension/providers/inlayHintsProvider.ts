import * as vscode from 'vscode';
import type { ComparisonBase } from '../../analysis/comparison/comparisonBase.ts';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import { inlayHints } from '../../languageFeatures/inlayHints.ts';
import { isEditable, isKanoDocument, kanoSelector } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { GitBases } from '../git/gitBases.ts';
import { guarded } from '../output/failures.ts';

/** Milliseconds after which VS Code is told a second time. */
const repeatAfter = 500;

/** Registers the categories behind the ids of features: on the changed side of diffs, which show no lenses, or everywhere if the user wants that. */
export function registerInlayHints(products: ProductStore, bases: GitBases): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  // While VS Code waits for an answer it does not listen: a change in that time would be lost.
  let repeated: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    changed.fire();
    clearTimeout(repeated);
    repeated = setTimeout(() => changed.fire(), repeatAfter);
  };
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range) {
      const setting = vscode.workspace.getConfiguration('kano', document).get<'diff' | 'always' | 'off'>('inlayHints', 'diff');
      if (!isKanoDocument(document) || setting === 'off') return [];
      const original = originalOf(document.uri);
      // The old side of a diff has no hints, so that on the new one a change stands out.
      if (setting === 'diff' && !original) return [];
      const product = await products.get(document);
      if (lacksFiles(document, product.unresolvedUses)) return [];
      const base = original ? await originalBase(original, products) : bases.get(document);
      return inlayHints(product.opened, analysisOfProduct(product), range, base).map(({ position, label, tooltip, paddingLeft }) => {
        const hint = new vscode.InlayHint(new vscode.Position(position.line, position.character), String(label));
        if (typeof tooltip === 'string') hint.tooltip = tooltip;
        hint.paddingLeft = paddingLeft === true;
        return hint;
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    { dispose: () => clearTimeout(repeated) },
    vscode.languages.registerInlayHintsProvider(kanoSelector, guarded('inlay hints', provider)),
    products.onDidChange(refresh),
    bases.onDidChange(refresh),
    // A provider is given the document, not the editor: the tabs tell whether that is a diff.
    vscode.window.tabGroups.onDidChangeTabs(refresh),
    vscode.window.tabGroups.onDidChangeTabGroups(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('kano.inlayHints') && refresh()),
  );
}

/** Without the files that it uses, a past version may have its surveys in another order: no category is better than a wrong one. */
function lacksFiles(document: vscode.TextDocument, unresolvedUses: readonly unknown[]): boolean {
  return !isEditable(document) && unresolvedUses.length > 0;
}

/** The left side of a diff as a base, if it is one of ours. The left side of a new file cannot be opened. */
async function originalBase(uri: vscode.Uri, products: ProductStore): Promise<ComparisonBase | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    if (!isKanoDocument(document)) return undefined;
    const product = await products.get(document);
    return lacksFiles(document, product.unresolvedUses) ? undefined : { name: '', product, analysis: analysisOfProduct(product) };
  } catch {
    return undefined;
  }
}

interface Sides {
  readonly original?: vscode.Uri | undefined;
  readonly modified?: vscode.Uri | undefined;
}

/** The left side of the diff that has a document on its right: of the active tab, or else of any. */
function originalOf(uri: vscode.Uri): vscode.Uri | undefined {
  const wanted = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => ({ tab, isActive: tab.isActive && group.isActive })));
  const sides = tabs.sort((a, b) => Number(b.isActive) - Number(a.isActive)).flatMap(({ tab }) => sidesOf(tab.input));
  return sides.find(({ original, modified }) => original && modified?.toString() === wanted)?.original;
}

/** Both sides of a diff; for a multi-file diff, whose input is not part of the stable API, both sides of every file. */
function sidesOf(input: unknown): readonly Sides[] {
  if (input instanceof vscode.TabInputTextDiff) return [input];
  const several = (input as { readonly textDiffs?: unknown } | undefined)?.textDiffs;
  return Array.isArray(several) ? several : [];
}
