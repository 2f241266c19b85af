import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import type { ComparisonBase } from '../../analysis/comparison/compareProductsBase.ts';
import { inlayHints } from '../../languageFeatures/inlayHints.ts';
import { isEditable, isKanoDocument } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { GitBases } from '../git/gitBases.ts';
import { findDiffs } from './diffTabs.ts';

/** Categories behind the ids of features: in diff editors, where lenses do not show, and everywhere for those who want that. */
export class InlayHintsProvider implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #products: ProductStore;
  readonly #bases: GitBases;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(products: ProductStore, bases: GitBases) {
    this.#products = products;
    this.#bases = bases;
    const refresh = () => this.#changed.fire();
    this.#subscriptions = [
      this.#changed,
      products.onDidChange(refresh),
      bases.onDidChange(refresh),
      // A provider is given the document, not the editor: whether that is a diff shows in the tabs.
      vscode.window.tabGroups.onDidChangeTabs(refresh),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('kano.inlayHints') && refresh()),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async provideInlayHints(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    const setting = vscode.workspace.getConfiguration('kano', document).get<'diff' | 'always' | 'off'>('inlayHints', 'diff');
    if (!isKanoDocument(document) || setting === 'off') return [];
    const diffs = findDiffs(document.uri);
    if (setting === 'diff' && !diffs.isOriginal && diffs.originals.length === 0) return [];
    const product = await this.#products.get(document);
    // Without the files that it uses, a past version may know its surveys in another order: no category is better than a wrong one.
    if (!isEditable(document) && product.unresolvedUses.length > 0) return [];
    const base = diffs.originals[0] ? await this.#otherSide(diffs.originals[0]) : diffs.isOriginal ? undefined : this.#bases.get(document);
    return inlayHints(product.opened, analysisOfProduct(product), range, base).map(({ position, label, tooltip, paddingLeft }) => {
      const hint = new vscode.InlayHint(new vscode.Position(position.line, position.character), String(label));
      if (typeof tooltip === 'string') hint.tooltip = tooltip;
      hint.paddingLeft = paddingLeft === true;
      return hint;
    });
  }

  /** The left side of a diff, where it is one of ours; a file that was not there before has none that can be opened. */
  async #otherSide(uri: vscode.Uri): Promise<ComparisonBase | undefined> {
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      if (!isKanoDocument(document)) return undefined;
      const product = await this.#products.get(document);
      if (!isEditable(document) && product.unresolvedUses.length > 0) return undefined;
      return { name: '', product, analysis: analysisOfProduct(product) };
    } catch {
      return undefined;
    }
  }
}
