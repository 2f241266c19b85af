import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { version } from '../../../package.json';
import { temporaryFolder } from './command.ts';
import { fine, folderWith } from './folder.ts';
import { packCommand } from './packCommand.ts';
import { latinFonts } from './pictures/latinFonts.ts';

const temporary = temporaryFolder();

it('holds the command and what explains it, nothing that it does not need, and runs with nothing else to install', async () => {
  const { file, paths } = await packCommand(temporary());
  expect(
    paths
      .filter(
        (path) =>
          !/^(dist\/command\/[\w./-]+\.(?:mjs|wasm)|docs\/[^/]+\.md|schemas\/[^/]+\.schema\.json|media\/readme-[^/]+\.png)$/.test(path),
      )
      .sort(),
  ).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/cli.js', 'package.json']);
  for (const needed of [
    'docs/command-line.md',
    'docs/method.md',
    'docs/method.zh-cn.md',
    'schemas/kano.schema.json',
    'schemas/analysis.schema.json',
    'media/readme-matrix.png',
  ])
    expect(paths).toContain(needed);

  const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'package.json': '{}' });
  // Offline: whatever it needed besides could not come.
  const npm = (...parameters: string[]) =>
    promisify(execFile)('npm', ['--offline', '--no-audit', '--no-fund', ...parameters], { cwd: folder });
  await npm('install', file);
  const { stdout: listed } = await npm('ls', '--all', '--parseable');
  expect(listed.trim().split('\n').slice(1)).toEqual([join(folder, 'node_modules/vscode-kano')]);
  const npx = async (...parameters: string[]) => (await npm('exec', '--', 'kano', ...parameters)).stdout;
  expect(await npx('--version')).toBe(`${version}\n`);
  expect(await npx('lint')).toBe('No problems in 1 file\n');
  await npx('matrix', 'a.kano.yaml', '-o', 'm.png', '--fonts', latinFonts);
  expect(readFileSync(join(folder, 'm.png')).toString('latin1', 1, 4)).toBe('PNG');

  // The same in a folder where nothing is installed, and nothing is left behind.
  const empty = folderWith(temporary(), { 'a.kano.yaml': fine });
  const call = ['exec', '--yes', '--offline', '--package', file, '--', 'kano', 'lint'];
  const { stdout } = await promisify(execFile)('npm', call, {
    cwd: empty,
    env: { ...process.env, npm_config_cache: folderWith(temporary(), {}) },
  });
  expect([stdout, readdirSync(empty)]).toEqual(['No problems in 1 file\n', ['a.kano.yaml']]);
});
