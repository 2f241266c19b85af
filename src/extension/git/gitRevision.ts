import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import type { ComparisonBase } from '../../analysis/comparison/compareProductsBase.ts';
import { definitionIndex } from '../../document/definitionIndex.ts';
import type { DocumentSource } from '../../document/documentSource.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readProduct } from '../../document/product.ts';
import { readModelInSteps } from '../../document/readModel.ts';
import { inSlices } from '../documents/inSlices.ts';
import type { GitApi, GitRepository } from './gitApi.ts';

/** A commit, and what people call it. */
export interface GitRevision {
  readonly name: string;
  readonly commit: string;
}

export type CompareWith = 'merge-base' | 'HEAD' | 'off';

/**
 * What the files of a repository are compared with: where the branch left the default branch, or the last commit; the latter on the default
 * branch itself too. `undefined` where there is no commit yet.
 */
export async function revisionToCompareWith(repository: GitRepository, setting: CompareWith): Promise<GitRevision | undefined> {
  const head = repository.state.HEAD;
  if (!head?.commit || setting === 'off') return undefined;
  const last = { name: 'HEAD', commit: head.commit };
  if (setting === 'HEAD') return last;
  for (const ref of [...(await originHead(repository)), 'origin/main', 'origin/master', 'main', 'master', 'trunk']) {
    const name = ref.replace(/^origin\//, '');
    if (!(await exists(repository, ref))) continue;
    if (name === head.name) return last;
    const commit = await repository.getMergeBase(head.commit, ref).catch(() => undefined);
    return commit ? { name, commit } : last;
  }
  return last;
}

/**
 * The product that a file opened in a commit, read with what it used there; `undefined` where the file was not there, under no other name, and
 * `incomplete` where not all that it used can be read: then its surveys may come in another order, and no comparison is better than a wrong one.
 * @param source finds files beside others, of past versions too, and what `.kanorc.yaml` says of them today
 */
export async function readRevision(
  git: GitApi,
  uri: vscode.Uri,
  { name, commit }: GitRevision,
  source: Omit<DocumentSource, 'open'>,
): Promise<ComparisonBase | 'incomplete' | undefined> {
  const opened = (await readPast(git.toGitUri(uri, commit).toString())) ?? (await readRenamed(git, uri, commit));
  if (!opened) return undefined;
  const product = await readProduct(opened, {
    resolve: (from, path) => source.resolve(from, path),
    configuration: async (past) => source.configuration?.(past),
    open: readPast,
  });
  if (product.unresolvedUses.length > 0) return 'incomplete';
  // What came and went is asked for with the first lens.
  for (const model of product.models) await inSlices(definitionIndex.inSteps(model));
  return { name, product, analysis: analysisOfProduct(product) };
}

/** What Git takes for the same file under another name. */
async function readRenamed(git: GitApi, uri: vscode.Uri, commit: string): Promise<KanoModel | undefined> {
  const changes = await git
    .getRepository(uri)
    ?.diffIndexWith(commit)
    .catch(() => undefined);
  const renamed = changes?.find(({ renameUri }) => renameUri?.toString() === uri.toString());
  return renamed && readPast(git.toGitUri(renamed.originalUri, commit).toString());
}

/** A past version never changes, and is read once for each comparison. */
async function readPast(uri: string): Promise<KanoModel | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    if (bytes.length === 0) return undefined;
    return await inSlices(readModelInSteps(uri, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

/** The branch that the remote calls its default, as Git notes it down when it clones. */
async function originHead({ rootUri }: GitRepository): Promise<readonly string[]> {
  try {
    const note = vscode.Uri.joinPath(rootUri, '.git', 'refs', 'remotes', 'origin', 'HEAD');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(note));
    const [, ref] = /^ref: refs\/remotes\/(origin\/\S+)\s*$/.exec(text) ?? [];
    return ref === undefined ? [] : [ref];
  } catch {
    return [];
  }
}

function exists(repository: GitRepository, ref: string): Promise<boolean> {
  return repository.getCommit(ref).then(
    () => true,
    () => false,
  );
}
