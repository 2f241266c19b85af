import * as vscode from 'vscode';

// What we use of the API of VS Code's own Git extension (extensions/git/src/api/git.d.ts), version 1.

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
  /** Rejects where there is none. */
  getCommit(ref: string): Promise<GitCommit>;
  getMergeBase(left: string, right: string): Promise<string | undefined>;
  getRefs(query: { readonly sort?: 'alphabetically' | 'committerdate'; readonly count?: number }): Promise<readonly GitRef[]>;
  log(options: { readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  /** What the files that Git knows of are named and were named in a commit, changed ones only. */
  diffIndexWith(ref: string): Promise<readonly GitChange[]>;
}

export interface GitChange {
  readonly originalUri: vscode.Uri;
  /** Of a renamed file the new one. */
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

/** The Git extension's API; `undefined` where there is none: in a browser, without Git, or where somebody turned it off. */
export async function findGit(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  try {
    return (await extension?.activate())?.getAPI(1);
  } catch {
    return undefined;
  }
}
