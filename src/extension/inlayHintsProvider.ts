import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { inlayHints } from '../language/inlayHints.ts';
import { isKanoDocument } from './kanoFiles.ts';
import type { ProductStore } from './productStore.ts';

/** Categories behind the ids of features, in diff editors only: elsewhere the lens says more. */
export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly onDidChangeInlayHints: vscode.Event<void>;
  readonly #products: ProductStore;

  constructor(products: ProductStore) {
    this.#products = products;
    const changed = new vscode.EventEmitter<void>();
    products.onDidChange(() => changed.fire());
    // A provider is given the document, not the editor: whether that is a diff shows in the tabs.
    vscode.window.tabGroups.onDidChangeTabs(() => changed.fire());
    this.onDidChangeInlayHints = changed.event;
  }

  async provideInlayHints(text: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    if (!isKanoDocument(text) || !isInDiff(text.uri)) return [];
    const product = await this.#products.get(text);
    return inlayHints(product.opened, analysisOfProduct(product), range).map(({ position, label, tooltip, paddingLeft }) => {
      const hint = new vscode.InlayHint(new vscode.Position(position.line, position.character), String(label));
      if (typeof tooltip === 'string') hint.tooltip = tooltip;
      hint.paddingLeft = paddingLeft === true;
      return hint;
    });
  }
}

function isInDiff(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => diffUris(input).some((side) => side.toString() === wanted)),
  );
}

/** Both sides of a diff; of a multi-file diff, whose input is not part of the stable API, both sides of every file. */
function diffUris(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
  const several = (input as { readonly textDiffs?: unknown } | undefined)?.textDiffs;
  return Array.isArray(several) ? several.flatMap(({ original, modified }) => [original, modified].filter(Boolean)) : [];
}
