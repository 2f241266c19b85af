import * as vscode from 'vscode';
import { type AgentFiles, AgentRefusal } from '../../agents/agentTool.ts';
import { analysedProduct } from '../../analysis/productAnalysis.ts';
import { type Product, usedByNone } from '../../document/product.ts';
import { type DiffedProduct, type DiffSide, diffProduct } from '../../report/diff/diff.ts';
import type { Services } from '../documents/services.ts';
import { currentProducts } from '../documents/workspaceProducts.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { findGit, type GitApi } from '../git/gitApi.ts';
import { readRevision } from '../git/gitRevision.ts';

/** The files of the workspace for one call of an agent, as they are in editors or else stored. */
export function agentWorkspace({ files, models: open, source }: Services, token: vscode.CancellationToken): AgentFiles {
  const pathOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const stopIfCancelled = () => {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
  };
  const read = async () => {
    const { models: listed, unreadable } = await files.content(token);
    // A file that was made a moment ago is in an editor before VS Code finds it.
    const known = new Set(listed.map(({ uri }) => uri));
    const others = open.documents.filter(
      ({ uri }) => !known.has(uri.toString()) && vscode.workspace.getWorkspaceFolder(uri) && isEditableFile(uri),
    );
    const models = [...listed, ...(await Promise.all(others.map((document) => open.read(document))))];
    return { products: await currentProducts(models, models, source), unreadable: unreadable.map(pathOf) };
  };
  return {
    read,
    pathOf,
    stopIfCancelled,
    async compare(base, head, path) {
      const git = await findGit();
      if (!git) throw new AgentRefusal('There is no Git here, so there is nothing to compare with.');
      const { products } = await read();
      const wanted = path === undefined ? usedByNone(products) : products.filter(({ opened }) => pathOf(opened.uri) === path);
      if (wanted.length === 0) throw new AgentRefusal(`There is no file ${path ?? 'to compare'}. kano_list_features names the files.`);
      const compared: DiffedProduct[] = [];
      for (const product of wanted) {
        stopIfCancelled();
        const sideOf = async (revision: string | null) =>
          revision === null ? side(product, pathOf) : pastSide(product, revision, { git, source, pathOf });
        compared.push(diffProduct(await sideOf(base), await sideOf(head)));
      }
      return { base, head, products: compared, pathOf: ({ uri }) => pathOf(uri) };
    },
  };
}

/** Not a past version of a file, nor one of another extension. */
function isEditableFile({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

function side(product: Product, pathOf: AgentFiles['pathOf']): DiffSide {
  return { ...analysedProduct(product), path: pathOf(product.opened.uri), faulty: [] };
}

interface PastContext {
  readonly git: GitApi;
  readonly source: WorkspaceSource;
  readonly pathOf: AgentFiles['pathOf'];
}

/** A product as it was in a revision; `null` where that did not have it. */
async function pastSide(product: Product, name: string, { git, source, pathOf }: PastContext): Promise<DiffSide | null> {
  const uri = vscode.Uri.parse(product.opened.uri);
  const path = pathOf(product.opened.uri);
  const repository = git.getRepository(uri);
  if (!repository) throw new AgentRefusal(`${path} is in no Git repository that VS Code has open, so there is nothing to compare it with.`);
  const commit = await repository.getCommit(name).catch(() => undefined);
  if (!commit)
    throw new AgentRefusal(`Git does not know the revision “${name.slice(0, 80)}”. Give the name of a branch, a tag or a commit.`);
  const past = await readRevision(git, uri, { name, commit: commit.hash }, source);
  if (past === 'incomplete') throw new AgentRefusal(`Git cannot read ${path}, or a file that it used, as of “${name}”.`);
  return past ? { ...past, path, faulty: [] } : null;
}
