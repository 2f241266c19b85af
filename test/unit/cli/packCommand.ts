import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copyOfCommand } from './command.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Makes the npm package of the built command in a folder. Gives its file, absolute, and the paths in it. */
export async function packCommand(folder: string): Promise<{ readonly file: string; readonly paths: readonly string[] }> {
  const kept = (path: string) =>
    !/^(node_modules|\.git|\.vscode-test|dist|generated|test|test-results|coverage)(\/|$)/.test(path.slice(project.length));
  cpSync(project, join(folder, 'project'), { recursive: true, filter: kept });
  // As a build leaves it.
  mkdirSync(join(folder, 'project/dist/meta'), { recursive: true });
  copyOfCommand(join(folder, 'project/dist'));
  for (const name of ['cli.js.map', 'command/run.mjs.map', 'extension.js', 'webview.js', 'meta/cli.json'])
    writeFileSync(join(folder, 'project/dist', name), '');
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: join(folder, 'project'),
  });
  const [{ files, filename }] = JSON.parse(stdout);
  return { file: join(folder, filename), paths: files.map(({ path }: { path: string }) => path) };
}
