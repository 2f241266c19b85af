import * as vscode from 'vscode';

export interface Repository {
  setConfig(key: string, value: string): Promise<unknown>;
  add(paths: string[]): Promise<void>;
  commit(message: string): Promise<void>;
  createBranch(name: string, checkout: boolean): Promise<void>;
}

export interface Git {
  init(root: vscode.Uri): Promise<Repository | null>;
}

/** The real Git extension; it is not there in the web-worker host. */
export async function gitExtension(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git');
  return (await extension?.activate())?.getAPI(1);
}

/** A new repository in a folder, on a branch of its own. */
export async function initialised(api: Git, root: vscode.Uri, branch = 'main'): Promise<Repository> {
  const repository = await api.init(root);
  if (!repository) throw new Error('Git made no repository.');
  await repository.setConfig('user.name', 'Test');
  await repository.setConfig('user.email', 'test@example.org');
  await repository.setConfig('commit.gpgsign', 'false');
  await repository.createBranch(branch, true).catch(() => undefined);
  return repository;
}
