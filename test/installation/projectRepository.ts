import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { git } from '../unit/cli/folder.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A repository with one commit, which holds the project as it is now. Gives its folder and the commit. */
export function projectRepository(parent: string): { readonly folder: string; readonly commit: string } {
  const folder = join(parent, 'project');
  const kept = (path: string) =>
    !/^(node_modules|\.git|\.vscode-test|dist|generated|test|test-results|coverage)(\/|$)/.test(path.slice(project.length));
  cpSync(project, folder, { recursive: true, filter: kept });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'The project');
  return { folder, commit: git(folder, 'rev-parse', 'HEAD') };
}
