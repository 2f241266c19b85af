import * as vscode from 'vscode';
import {
  type FeatureGroup,
  type FeatureGrouping,
  featureGroupings,
  featureTreeInSteps,
  type ListedFeature,
} from '../../languageFeatures/featureTree.ts';
import { toRange } from '../documents/conversions.ts';
import { inSlices } from '../documents/inSlices.ts';
import { excludedFiles, kanoFilePattern } from '../documents/kanoFiles.ts';
import type { Services } from '../documents/services.ts';
import { workspaceProducts } from '../documents/workspaceProducts.ts';
import { guarded, registerCommand } from '../output/failures.ts';
import { categoryIcon } from './categoryIcons.ts';

/** Milliseconds without a change before the workspace is read again. */
const quiet = 500;

/** Headings over more features start collapsed: VS Code asks for everything under an expanded one. */
const openedFeatures = 500;

const groupingKey = 'kano.featureGrouping';

type Node = FeatureGroup | ListedFeature;

/** The Kano view in the Explorer: the features of the workspace by category, touchpoint or stage. */
export class FeatureTreeView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #services: Services;
  readonly #memento: vscode.Memento;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Something changed while the view was hidden. */
  #isOutOfDate = false;
  #isShown = false;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services, memento: vscode.Memento) {
    this.#services = services;
    this.#memento = memento;
    this.#view = vscode.window.createTreeView<Node>('kano.features', {
      treeDataProvider: guarded<vscode.TreeDataProvider<Node>>('Kano view', this),
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      services.files.onDidChange(() => this.#refreshSoon()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#isOutOfDate && this.#refresh()),
      registerCommand('kano.groupFeatures', () => this.#chooseGrouping()),
    ];
    void this.#show();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return 'features' in node ? [...node.features] : [];
    const { products, unreadable, isComplete } = await workspaceProducts(this.#services);
    this.#view.message = messageOver(unreadable, isComplete);
    return [...((await inSlices(featureTreeInSteps(products, this.#grouping))) ?? [])];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'features' in node ? groupItem(node, this.#grouping) : featureItem(node);
  }

  get #grouping(): FeatureGrouping {
    const stored = this.#memento.get<string>(groupingKey);
    return featureGroupings.find((grouping) => grouping === stored) ?? 'category';
  }

  async #chooseGrouping(): Promise<void> {
    const labels = { category: vscode.l10n.t('Category'), touchpoint: vscode.l10n.t('Touchpoint'), stage: vscode.l10n.t('Stage') };
    const picks = featureGroupings.map((grouping) => ({ label: labels[grouping], grouping, picked: grouping === this.#grouping }));
    const chosen = await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('List features by') });
    if (!chosen) return;
    await this.#memento.update(groupingKey, chosen.grouping);
    this.#refresh();
  }

  /** Shows the view once the workspace has one of our files. */
  async #show(): Promise<void> {
    if (this.#isShown) return;
    const [found] = await vscode.workspace.findFiles(kanoFilePattern, excludedFiles, 1);
    if (!found || this.#isShown) return;
    this.#isShown = true;
    await vscode.commands.executeCommand('setContext', 'kano.hasFiles', true);
  }

  #refreshSoon(): void {
    this.#isOutOfDate = true;
    clearTimeout(this.#waiting);
    if (this.#view.visible || !this.#isShown) this.#waiting = setTimeout(() => this.#settle(), quiet);
  }

  #settle(): void {
    void this.#show();
    if (this.#view.visible) this.#refresh();
  }

  #refresh(): void {
    this.#isOutOfDate = false;
    this.#changed.fire(undefined);
  }
}

/** What the view says over the list if some files of the workspace are missing from it. */
function messageOver(unreadable: readonly string[], isComplete: boolean): string {
  if (unreadable.length === 0) return isComplete ? '' : vscode.l10n.t('The workspace has more files than are listed here.');
  const names = unreadable.map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
  return vscode.l10n.t('Not readable: {files}', { files: names.join(', ') });
}

function groupItem({ key, label, category, features }: FeatureGroup, grouping: FeatureGrouping): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const treeItem = new vscode.TreeItem(label, features.length > openedFeatures ? Collapsed : Expanded);
  treeItem.id = `${grouping} ${key}`;
  treeItem.description = String(features.length);
  if (category !== undefined) treeItem.iconPath = categoryIcon(category, false);
  return treeItem;
}

function featureItem({ model, item, label, description, category, isAssumed, certainty }: ListedFeature): vscode.TreeItem {
  const treeItem = new vscode.TreeItem(label);
  treeItem.description = description;
  treeItem.iconPath = categoryIcon(category, isAssumed, certainty);
  treeItem.contextValue = 'feature';
  const selection = toRange(model.locate(item.rangeOfId));
  treeItem.command = { command: 'vscode.open', title: label, arguments: [vscode.Uri.parse(model.uri), { selection }] };
  return treeItem;
}
