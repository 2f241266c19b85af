import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { commandFile, temporaryFolder, withBuiltCommand } from './command.ts';

withBuiltCommand();
const temporary = temporaryFolder();
const project = fileURLToPath(new URL('../../../', import.meta.url));

it('holds the command and what explains it, and nothing that it does not need', async () => {
  const folder = temporary();
  const kept = (path: string) =>
    !/^(node_modules|\.git|\.vscode-test|dist|generated|test-results|coverage)(\/|$)/.test(path.slice(project.length));
  cpSync(project, join(folder, 'project'), { recursive: true, filter: kept });
  // As a build leaves it.
  mkdirSync(join(folder, 'project/dist/meta'), { recursive: true });
  copyFileSync(commandFile(), join(folder, 'project/dist/cli.js'));
  for (const name of ['cli.js.map', 'extension.js', 'webview.js', 'meta/cli.json']) writeFileSync(join(folder, 'project/dist', name), '');
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: join(folder, 'project'),
  });
  const [{ files }] = JSON.parse(stdout);
  const paths: string[] = files.map(({ path }: { path: string }) => path);
  expect(paths.filter((path) => !/^(docs\/[^/]+\.md|schemas\/[^/]+\.schema\.json|media\/readme-[^/]+\.png)$/.test(path)).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/cli.js',
    'package.json',
  ]);
  for (const needed of [
    'docs/command-line.md',
    'docs/method.md',
    'schemas/kano.schema.json',
    'schemas/analysis.schema.json',
    'schemas/diff.schema.json',
    'media/readme-matrix.png',
  ])
    expect(paths).toContain(needed);
});
