import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { diffMarkdown } from '../../report/diff/diffMarkdown.ts';
import { diffProduct } from '../../report/diff/diffProduct.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { findGit } from '../git/gitApi.ts';
import { type GitRevision, readRevision } from '../git/gitRevision.ts';

const scheme = 'kano-diff';

/** A page follows typing, but not every key. In milliseconds. */
const followTime = 500;

/** Where it stands what changed in the product of a file since a commit. `package.json` has such documents shown as Markdown previews. */
export function comparisonPage(file: vscode.Uri, { name, commit }: GitRevision): vscode.Uri {
  const title = `${vscode.l10n.t('{0} since {1}', file.path.split('/').at(-1) ?? '', name.replaceAll('/', '-'))}.md`;
  return vscode.Uri.from({ scheme, path: `/${title}`, query: JSON.stringify({ file: file.toString(), name, commit }) });
}

/** Serves these pages: the same report as `kano diff`, read-only, following the file as it is typed. */
export function provideComparisonPages(products: ProductStore, source: WorkspaceSource): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  };
  return vscode.Disposable.from(
    changed,
    products.onDidChange(() => {
      clearTimeout(timer);
      timer = setTimeout(refresh, followTime);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => report(uri, products, source),
    }),
  );
}

async function report(page: vscode.Uri, products: ProductStore, source: WorkspaceSource): Promise<string> {
  const { file, name, commit } = JSON.parse(page.query) as { readonly file: string; readonly name: string; readonly commit: string };
  const uri = vscode.Uri.parse(file);
  const pathOf = (other: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(other));
  const product = await products.get(await vscode.workspace.openTextDocument(uri));
  const git = await findGit();
  if (!git) return `${vscode.l10n.t('There is no Git here, so there is nothing to compare with.')}\n`;
  const before = await readRevision(git, uri, { name, commit }, source);
  if (before === 'incomplete')
    return `${vscode.l10n.t('Not all files that this one used then can be read, so there is nothing to compare with.')}\n`;
  const after = { product, analysis: analysisOfProduct(product), path: pathOf(file), faulty: [] };
  // Git's name for a version has the path that the file had then.
  const formerPath = before && pathOf(vscode.Uri.file(vscode.Uri.parse(before.product.opened.uri).path).toString());
  const compared = [diffProduct(before && formerPath ? { ...before, path: formerPath, faulty: [] } : null, after)];
  return diffMarkdown({ base: name, head: null, products: compared, pathOf: (model) => pathOf(model.uri) });
}
