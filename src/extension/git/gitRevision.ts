import * as vscode from 'vscode';
import type { ComparisonBase } from '../../analysis/comparison/comparisonBase.ts';
import { type AnalysedProduct, analysedProduct } from '../../analysis/productAnalysis.ts';
import { definitionIndex } from '../../document/definitionIndex.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, readProduct } from '../../document/product.ts';
import { inSlices } from '../documents/inSlices.ts';
import { readStored } from '../documents/workspaceSource.ts';
import type { GitApi, GitRepository } from './gitApi.ts';

/** A commit, and what people call it. */
export interface GitRevision {
  readonly name: string;
  readonly commit: string;
}

export type CompareWith = 'merge-base' | 'HEAD' | 'off';

/**
 * What the files of a repository are compared with: the commit where the branch left the default branch, or with `HEAD` and on the default branch
 * itself the last commit. `undefined` where there is no commit yet.
 */
export async function revisionToCompareWith(repository: GitRepository, setting: CompareWith): Promise<GitRevision | undefined> {
  const head = repository.state.HEAD;
  if (!head?.commit || setting === 'off') return undefined;
  const last = { name: 'HEAD', commit: head.commit };
  if (setting === 'HEAD') return last;
  for (const ref of [await originHead(repository), 'origin/main', 'origin/master', 'main', 'master', 'trunk']) {
    const name = ref === 'origin/HEAD' ? ref : ref.replace(/^origin\//, '');
    if (!(await exists(repository, ref))) continue;
    if (name === head.name) return last;
    const commit = await repository.getMergeBase(head.commit, ref).catch(() => undefined);
    return commit ? { name, commit } : last;
  }
  return last;
}

/**
 * The product of a file in a commit, with the files that it used there. `undefined` where the commit does not have the file, not even under another
 * name. `incomplete` where it, or some files that it used, cannot be read: the surveys may then be in another order, and no comparison is better than a wrong one.
 *
 * @param source resolves paths, also of past versions, and knows today's `.kanorc.yaml`
 */
export async function readRevision(
  git: GitApi,
  uri: vscode.Uri,
  { name, commit }: GitRevision,
  source: Omit<DocumentSource, 'open'>,
): Promise<ComparisonBase | 'incomplete' | undefined> {
  const former = (await isRecorded(git, uri, commit)) ? uri : await nameBeforeRename(git, uri, commit);
  const read = former && (await readRecorded(git, former, commit, source));
  return typeof read === 'object' ? { name, ...read } : read;
}

/** The same for a file under the name that it has: what is under another name is another file. */
export async function readCommitted(
  git: GitApi,
  uri: vscode.Uri,
  commit: string,
  source: Omit<DocumentSource, 'open'>,
): Promise<AnalysedProduct | 'incomplete' | undefined> {
  return (await isRecorded(git, uri, commit)) ? readRecorded(git, uri, commit, source) : undefined;
}

async function readRecorded(
  git: GitApi,
  uri: vscode.Uri,
  commit: string,
  source: Omit<DocumentSource, 'open'>,
): Promise<AnalysedProduct | 'incomplete'> {
  const opened = await readPast(git.toGitUri(uri, commit).toString());
  if (!opened) return 'incomplete';
  const product = await readProduct(opened, {
    resolve: (from, path) => source.resolve(from, path),
    configuration: async (past) => source.configuration?.(past),
    open: readPast,
  });
  if (product.unresolvedUses.length > 0) return 'incomplete';
  // The first lens needs the index, to count added and removed features.
  for (const model of product.models) await inSlices(definitionIndex.inSteps(model));
  return analysedProduct(product);
}

/** Objects without content, as Git names them by SHA-1 and by SHA-256. */
const emptyObjects = ['e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813'];

/**
 * Whether a commit has a file with content. Where the content cannot be read, as in a damaged repository, the Git extension gives the same nothing as for a file
 * that the commit does not have: what is recorded tells the two apart.
 */
async function isRecorded(git: GitApi, uri: vscode.Uri, commit: string): Promise<boolean> {
  const details = git.getRepository(uri)?.getObjectDetails(commit, uri.fsPath);
  return details?.then(({ object }) => !emptyObjects.includes(object)).catch(() => false) ?? false;
}

/** The name that a file had in a commit, if Git recognises a rename. */
async function nameBeforeRename(git: GitApi, uri: vscode.Uri, commit: string): Promise<vscode.Uri | undefined> {
  const changes = await git
    .getRepository(uri)
    ?.diffIndexWith(commit)
    .catch(() => undefined);
  return changes?.find(({ renameUri }) => renameUri?.toString() === uri.toString())?.originalUri;
}

/** A file that a commit does not have is empty to the Git extension. */
async function readPast(uri: string): Promise<KanoModel | undefined> {
  const model = await readStored(uri);
  return model && model.length > 0 ? model : undefined;
}

/** The default branch of the remote, which Git records when it clones; `origin/HEAD` where the record cannot be read. */
async function originHead({ rootUri }: GitRepository): Promise<string> {
  const note = await readLine(vscode.Uri.joinPath(await gitFolder(rootUri), 'refs', 'remotes', 'origin', 'HEAD'));
  const [, ref = 'origin/HEAD'] = /^ref: refs\/remotes\/(origin\/\S+)$/.exec(note ?? '') ?? [];
  return ref;
}

/** Where Git keeps the refs of a repository. In a worktree and in a submodule, `.git` is a file that names the folder. */
async function gitFolder(root: vscode.Uri): Promise<vscode.Uri> {
  const own = vscode.Uri.joinPath(root, '.git');
  const [, named] = /^gitdir: (.+)$/.exec((await readLine(own)) ?? '') ?? [];
  if (named === undefined) return own;
  const folder = fileBeside(root, named);
  const shared = await readLine(vscode.Uri.joinPath(folder, 'commondir'));
  return shared === undefined ? folder : fileBeside(folder, shared);
}

/** A path that Git wrote, which may be absolute. */
function fileBeside(folder: vscode.Uri, path: string): vscode.Uri {
  return /^(?:[\\/]|[a-z]:)/i.test(path) ? folder.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.joinPath(folder, path);
}

/** The text of a file of one line; `undefined` where it cannot be read. */
async function readLine(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).trimEnd();
  } catch {
    return undefined;
  }
}

function exists(repository: GitRepository, ref: string): Promise<boolean> {
  return repository.getCommit(ref).then(
    () => true,
    () => false,
  );
}
