import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { npmEnvironment } from '../../scripts/vscode/npm.mjs';
import { temporaryFolder } from '../unit/cli/command.ts';
import { fine, folderWith } from '../unit/cli/folder.ts';
import { runAction } from '../unit/cli/workflowRunner.ts';
import { projectRepository } from './projectRepository.ts';

const temporary = temporaryFolder();
const actionPath = fileURLToPath(new URL('../../', import.meta.url));
let address = '';
beforeAll(() => {
  const { folder, commit } = projectRepository(temporary());
  address = `git+${new URL(`file://${folder}`)}#${commit}`;
});

it('npm installs the command from Git as pre-commit 4.4 and newer call it', async () => {
  const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
  const prefix = folderWith(temporary(), {});
  const call = ['install', '--allow-git=root', '--install-links', '--global', address, '--no-audit', '--no-fund'];
  const env = { ...npmEnvironment(), npm_config_prefix: prefix };
  await promisify(execFile)('npm', call, { cwd: folder, env });
  const { stdout } = await promisify(execFile)(join(prefix, 'bin/kano'), ['lint'], { cwd: folder });
  expect(stdout).toBe('No problems in 1 file\n');
});

it('the action installs it from Git', async () => {
  const workspace = folderWith(temporary(), { 'a.kano.yaml': fine });
  const { steps } = await runAction(readFileSync(join(actionPath, 'action.yml'), 'utf8'), {
    workspace,
    runner: temporary(),
    actionPath,
    inputs: { package: address },
  });
  expect(steps[0]).toMatchObject({ code: 0, errors: '' });
  expect(steps[1]).toMatchObject({ code: 0, output: 'No problems in 1 file\n' });
});
