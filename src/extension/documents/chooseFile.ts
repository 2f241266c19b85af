import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { compareText } from '../../base/compareText.ts';
import { productList } from '../../document/product.ts';
import { count } from '../../terms/numbers.ts';
import { isKanoDocument, openText } from './kanoFiles.ts';
import type { Services } from './services.ts';
import { currentProducts } from './workspaceProducts.ts';

/**
 * The document that a command is about: the one its caller names, else that of the active editor, else the only visible one of ours, else one that
 * the user picks. `undefined` when the user picks none, or there is none.
 *
 * @param uri what VS Code passes to a command: menus pass the file first
 */
export async function documentFor(uri: unknown, services: Services): Promise<vscode.TextDocument | undefined> {
  if (uri instanceof vscode.Uri) return openText(uri);
  const active = vscode.window.activeTextEditor?.document;
  if (active && isKanoDocument(active)) return active;
  const visible = new Set(vscode.window.visibleTextEditors.map(({ document }) => document).filter(isKanoDocument));
  return visible.size === 1 ? [...visible][0] : chooseFile(services);
}

/** The document of the only one of our files, else one that the user picks. `undefined` when the user picks none, or there is none. */
export async function productFor(services: Services): Promise<vscode.TextDocument | undefined> {
  const { models, unreadable } = await services.files.content();
  const [only] = models;
  return only && models.length + unreadable.length === 1 ? openText(vscode.Uri.parse(only.uri)) : chooseFile(services);
}

/** Lets the user pick one of our files, by its product, its path and how many features it has. */
export async function chooseFile(services: Services): Promise<vscode.TextDocument | undefined> {
  const choices = choicesOf(services);
  const picked = await vscode.window.showQuickPick(choices, { placeHolder: l10n.t('Which product?'), matchOnDescription: true });
  if (picked) return openText(picked.uri);
  if ((await choices).length === 0)
    void vscode.window.showInformationMessage(l10n.t('There is no *.kano.yaml file in this workspace yet.'));
  return undefined;
}

async function choicesOf({ files, source }: Services): Promise<(vscode.QuickPickItem & { readonly uri: vscode.Uri })[]> {
  const { models, unreadable } = await files.content();
  const products = await currentProducts(models, models, source);
  const readable = products.map((product) => {
    const uri = vscode.Uri.parse(product.opened.uri);
    const path = vscode.workspace.asRelativePath(uri);
    const features = productList(product, 'features').length;
    return { label: product.opened.header.product ?? path, description: `${path} · ${featureCount(features)}`, uri };
  });
  const others = unreadable.map((text) => {
    const uri = vscode.Uri.parse(text);
    return { label: vscode.workspace.asRelativePath(uri), description: l10n.t('cannot be read'), uri };
  });
  return [...readable, ...others].sort((a, b) => compareText(a.label, b.label) || compareText(a.description, b.description));
}

/** `31 features` */
function featureCount(features: number): string {
  return features === 1 ? l10n.t('1 feature') : l10n.t('{count} features', { count: count(features) });
}
