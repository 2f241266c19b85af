import * as vscode from 'vscode';
import { type AgentDiff, type AgentFiles, AgentRefusal } from '../../agents/agentTool.ts';
import { type AnalysedProduct, analysedProduct } from '../../analysis/productAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { inParallel } from '../../base/inParallel.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { isKanoPath, type Product, readProduct } from '../../document/product.ts';
import { type DiffSide, diffProduct } from '../../report/diff/diff.ts';
import { differingProducts } from '../../report/diff/differingProducts.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { CommitFiles } from '../git/commitFiles.ts';
import { findGit, type GitApi, type GitRepository } from '../git/gitApi.ts';

const readsAtOnce = 8;

interface Compared {
  readonly base: string;
  /** `null` for the files as they are now. */
  readonly head: string | null;
  /** The only file that counts. */
  readonly path?: string | undefined;
}

interface Workspace extends Pick<AgentFiles, 'pathOf' | 'stopIfCancelled'> {
  /** Every file as the product that it opens. */
  readonly products: readonly Product[];
  readonly source: WorkspaceSource;
}

/** Compares the files of the workspace between two states, those too that one of the states does not have, as `kano diff` does. */
export async function compareWorkspace({ base, head, path }: Compared, workspace: Workspace): Promise<AgentDiff> {
  const { products, source, stopIfCancelled } = workspace;
  const git = await findGit();
  if (!git) throw new AgentRefusal('There is no Git here, so there is nothing to compare with.');
  const pathOf = (uri: string) => workspace.pathOf(vscode.Uri.file(vscode.Uri.parse(uri).path).toString());
  const listed = new Map(products.map((product) => [product.opened.uri, product]));
  const commits = new Commits(git, source);
  const isWanted = (uri: vscode.Uri) => path === undefined || pathOf(uri.toString()) === path.replaceAll('\\', '/').replace(/^\.\//, '');
  const uris = [...listed.keys()].map((uri) => vscode.Uri.parse(uri)).filter(isWanted);
  const tracked = uris.filter((uri) => git.getRepository(uri));
  const outside = uris.filter((uri) => !git.getRepository(uri)).map((uri) => pathOf(uri.toString()));
  const others = (await changedFiles(git, tracked, [base, head], commits)).filter((uri) => !listed.has(uri.toString()) && isWanted(uri));
  if (tracked.length + others.length === 0 && outside[0] !== undefined) throw inNoRepository(outside[0]);
  if (tracked.length + others.length === 0)
    throw new AgentRefusal(`There is no file ${path ?? 'to compare'}. kano_list_features names the files.`);

  const now = async (uri: vscode.Uri): Promise<FileState | undefined> => {
    const known = listed.get(uri.toString());
    if (known) return { opened: analysedProduct(known), isExcluded: false };
    const model = await source.open(uri.toString());
    return model && { opened: analysedProduct(await readProduct(model, source)), isExcluded: true };
  };
  const past = async (uri: vscode.Uri, name: string): Promise<FileState | undefined> => {
    const repository = git.getRepository(uri);
    if (!repository) throw inNoRepository(pathOf(uri.toString()));
    const files = await commits.files(repository, name);
    const opened = await files.read(uri);
    if (opened === 'incomplete')
      throw new AgentRefusal(`Git cannot read ${pathOf(uri.toString())}, or a file that it used, as of “${name}”.`);
    return opened && { opened, isExcluded: await files.excludes(uri) };
  };
  const states = await inParallel([...tracked, ...others], readsAtOnce, async (uri) => {
    stopIfCancelled();
    return [await past(uri, base), head === null ? await now(uri) : await past(uri, head)] as const;
  });
  // A file is left out where every state that has it excludes it.
  const kept = states.filter((state) => state.some((each) => each?.isExcluded === false));
  const { pairs, conflicts } = differingProducts(
    kept.flatMap(([before]) => before?.opened ?? []),
    kept.flatMap(([, after]) => after?.opened ?? []),
    { placeOf: ({ uri }) => vscode.Uri.parse(uri).path },
  );
  const sideOf = (opened: AnalysedProduct): DiffSide => ({ ...opened, path: pathOf(opened.product.opened.uri), faulty: [] });
  const compared = pairs.map(([before, after]) => diffProduct(before && sideOf(before), after && sideOf(after)));
  return {
    base,
    head,
    products: compared.sort((left, right) =>
      compareText((left.after ?? left.before)?.path ?? '', (right.after ?? right.before)?.path ?? ''),
    ),
    outside,
    conflicts: [...conflicts].map((place) => pathOf(vscode.Uri.file(place).toString())).sort(compareText),
    pathOf: ({ uri }: KanoModel) => pathOf(uri),
  };
}

/** A file in one of the states. */
interface FileState {
  readonly opened: AnalysedProduct;
  readonly isExcluded: boolean;
}

function inNoRepository(path: string): AgentRefusal {
  return new AgentRefusal(`${path} is in no Git repository that VS Code has open, so there is nothing to compare it with.`);
}

/** Our files in the workspace that differ between a state and the disk, under the names that they have in that state: they may be gone. */
async function changedFiles(
  git: GitApi,
  listed: readonly vscode.Uri[],
  names: readonly (string | null)[],
  commits: Commits,
): Promise<readonly vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => git.getRepository(uri) ?? []);
  const inside = git.repositories.filter(({ rootUri }) => vscode.workspace.getWorkspaceFolder(rootUri));
  const having = listed.flatMap((uri) => git.getRepository(uri) ?? []);
  const needed = new Set(having.map(({ rootUri }) => rootUri.toString()));
  const repositories = new Map([...folders, ...inside, ...having].map((repository) => [repository.rootUri.toString(), repository]));
  const found = new Map<string, vscode.Uri>();
  for (const [root, repository] of repositories)
    for (const name of names) {
      if (name === null) continue;
      const commit = await commits.commit(repository, name).catch((error: unknown) => {
        // Nothing of this repository would be compared.
        if (!needed.has(root)) return undefined;
        throw error;
      });
      for (const { originalUri } of commit === undefined ? [] : await repository.diffWith(commit))
        if (isKanoPath(originalUri.path) && vscode.workspace.getWorkspaceFolder(originalUri))
          found.set(originalUri.toString(), originalUri);
    }
  return [...found.values()];
}

/** The commits that names of revisions mean, by repository. */
class Commits {
  readonly #git: GitApi;
  readonly #source: WorkspaceSource;
  readonly #commits = new Map<string, Promise<string>>();
  readonly #files = new Map<string, CommitFiles>();

  constructor(git: GitApi, source: WorkspaceSource) {
    this.#git = git;
    this.#source = source;
  }

  /** @throws {AgentRefusal} Where there is none of that name. */
  commit(repository: GitRepository, name: string): Promise<string> {
    const key = JSON.stringify([repository.rootUri, name]);
    const commit = this.#commits.get(key) ?? hashOf(repository, name);
    this.#commits.set(key, commit);
    return commit;
  }

  async files(repository: GitRepository, name: string): Promise<CommitFiles> {
    const commit = await this.commit(repository, name);
    const key = JSON.stringify([repository.rootUri, commit]);
    const files = this.#files.get(key) ?? new CommitFiles(this.#git, commit, this.#source);
    this.#files.set(key, files);
    return files;
  }
}

async function hashOf(repository: GitRepository, name: string): Promise<string> {
  try {
    return (await repository.getCommit(name)).hash;
  } catch {
    throw new AgentRefusal(`Git does not know the revision “${name.slice(0, 80)}”. Give the name of a branch, a tag or a commit.`);
  }
}
