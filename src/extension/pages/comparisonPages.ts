import * as vscode from 'vscode';
import { analysedProduct } from '../../analysis/productAnalysis.ts';
import type { ProductItem } from '../../document/product.ts';
import { diffProduct } from '../../report/diff/diff.ts';
import { diffMarkdown } from '../../report/diff/diffMarkdown.ts';
import { documentFor } from '../documents/chooseFile.ts';
import { openText } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { Services } from '../documents/services.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { findGit } from '../git/gitApi.ts';
import { type GitRevision, readRevision } from '../git/gitRevision.ts';
import { revisionsOf } from '../git/revisionPicks.ts';
import { registerCommand } from '../output/failures.ts';
import { provideFollowingPages } from './followingPages.ts';

const scheme = 'kano-diff';

/** Registers "Kano: Compare With…" and the pages that it opens. */
export function registerComparisons(services: Services): vscode.Disposable {
  const { products, source } = services;
  return vscode.Disposable.from(
    registerCommand('kano.compareWith', (uri: unknown) => compareWith(services, uri)),
    provideFollowingPages(scheme, products, (page) => report(page, products, source)),
  );
}

/** Asks for a branch, tag or commit and shows what changed in a product since. */
async function compareWith(services: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri, services);
  if (!document) return;
  const git = await findGit();
  const repository = git?.getRepository(document.uri);
  if (!repository) {
    const reason = git
      ? vscode.l10n.t('This file is in no Git repository that VS Code has open, so there is nothing to compare it with.')
      : vscode.l10n.t('There is no Git here, so there is nothing to compare with.');
    void vscode.window.showInformationMessage(reason);
    return;
  }
  const picked = await vscode.window.showQuickPick(revisionsOf(repository), {
    placeHolder: vscode.l10n.t('Compare with which branch, tag or commit?'),
    matchOnDescription: true,
  });
  if (!picked?.revision) return;
  const page = comparisonPage(document.uri, picked.revision);
  await vscode.commands.executeCommand('vscode.open', page);
}

/** The URI of the page on what changed in the product of a file since a commit. `package.json` has such documents shown as Markdown previews. */
function comparisonPage(file: vscode.Uri, { name, commit }: GitRevision): vscode.Uri {
  const title = `${vscode.l10n.t('{0} since {1}', file.path.split('/').at(-1) ?? '', name.replaceAll('/', '-'))}.md`;
  return vscode.Uri.from({ scheme, path: `/${title}`, query: JSON.stringify({ file: file.toString(), name, commit }) });
}

/**
 * Where a line of a file is, as VS Code's Markdown previews and editors understand it: paths begin at the first folder of the workspace.
 * `undefined` for a file elsewhere.
 */
function linkInPage(file: string, line: number): string | undefined {
  const uri = vscode.Uri.parse(file);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder || folder.index > 0) return undefined;
  const path = vscode.workspace.asRelativePath(uri, false).split('/').map(encodeURIComponent).join('/');
  return `/${path}#L${line + 1}`;
}

/** The report of `kano diff` on a page. */
async function report(page: vscode.Uri, products: ProductStore, source: WorkspaceSource): Promise<string> {
  const { file, name, commit } = JSON.parse(page.query) as { readonly file: string; readonly name: string; readonly commit: string };
  const uri = vscode.Uri.parse(file);
  const pathOf = (other: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(other));
  const product = await products.get(await openText(uri));
  const git = await findGit();
  if (!git) return `${vscode.l10n.t('There is no Git here, so there is nothing to compare with.')}\n`;
  const before = await readRevision(git, uri, { name, commit }, source);
  if (before === 'incomplete')
    return `${vscode.l10n.t('Git cannot read this file, or one that it used then, so there is nothing to compare with.')}
`;
  const after = { ...analysedProduct(product), path: pathOf(file), faulty: [] };
  // The URI of a past version has the path that the file had then.
  const formerPath = before && pathOf(vscode.Uri.file(vscode.Uri.parse(before.product.opened.uri).path).toString());
  const compared = [diffProduct(before && formerPath ? { ...before, path: formerPath, faulty: [] } : null, after)];
  const linkOf = ({ model, item }: ProductItem<'features'>) =>
    product.models.includes(model) ? linkInPage(model.uri, model.locate(item.rangeOfId).start.line) : undefined;
  return diffMarkdown({ base: name, head: null, products: compared, pathOf: (model) => pathOf(model.uri), linkOf });
}
