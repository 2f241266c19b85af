import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { inlayHints } from '../language/inlayHints.ts';
import { isEditable, isKanoDocument } from './kanoFiles.ts';
import type { ProductStore } from './productStore.ts';

/** Categories behind the ids of features, in diff editors only: elsewhere the lens says more. */
export class InlayHintsProvider implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #products: ProductStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(products: ProductStore) {
    this.#products = products;
    this.#subscriptions = [
      this.#changed,
      products.onDidChange(() => this.#changed.fire()),
      // A provider is given the document, not the editor: whether that is a diff shows in the tabs.
      vscode.window.tabGroups.onDidChangeTabs(() => this.#changed.fire()),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async provideInlayHints(text: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    if (!isKanoDocument(text) || !isInDiff(text.uri)) return [];
    const product = await this.#products.get(text);
    // Without the files that it uses, a past version may know its surveys in another order: no category is better than a wrong one.
    if (!isEditable(text) && product.unresolvedUses.length > 0) return [];
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
