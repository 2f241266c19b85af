import * as vscode from 'vscode';

// The part that we use of the API of VS Code's own Git extension (extensions/git/src/api/git.d.ts), version 1.

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
  /** The file as it is in a commit. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  /** Rejects where there is no such commit. */
  getCommit(ref: string): Promise<GitCommit>;
  getMergeBase(left: string, right: string): Promise<string | undefined>;
  getRefs(query: { readonly sort?: 'alphabetically' | 'committerdate'; readonly count?: number }): Promise<readonly GitRef[]>;
  log(options: { readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  /** What a commit has recorded under a path, also where its content cannot be read. Rejects where it has recorded nothing. */
  getObjectDetails(ref: string, path: string): Promise<{ readonly object: string }>;
  /** The files that Git knows and that differ between a commit and the disk, with their names now and in the commit. */
  diffWith(ref: string): Promise<readonly GitChange[]>;
  /** The same between a commit and what is staged. */
  diffIndexWith(ref: string): Promise<readonly GitChange[]>;
}

export interface GitChange {
  readonly originalUri: vscode.Uri;
  /** The new URI of a renamed file. */
  readonly renameUri: vscode.Uri | undefined;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
}

export interface GitRef {
  /** 0 a branch, 1 a branch of a remote, 2 a tag. */
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

/** What the Git extension exports. The API is there only while the setting `git.enabled` is on. */
interface GitExports {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): GitApi;
}

/** The API of the Git extension; `undefined` in a browser, without Git, or where the extension is turned off. */
export async function findGit(): Promise<GitApi | undefined> {
  try {
    return (await gitExports())?.getAPI(1);
  } catch {
    return undefined;
  }
}

/** Calls back when Git is turned on or off, or its extension comes or goes. */
export function onDidChangeGit(changed: () => void): vscode.Disposable {
  const subscriptions = [vscode.extensions.onDidChange(changed)];
  void gitExports().then(
    (git) => git && subscriptions.push(git.onDidChangeEnablement(changed)),
    () => undefined,
  );
  return new vscode.Disposable(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
}

async function gitExports(): Promise<GitExports | undefined> {
  return vscode.extensions.getExtension<GitExports>('vscode.git')?.activate();
}
