// Type-checks every part of the project against what its platform has, and reports all failures.
import { join } from 'node:path';
import { ensureTestPackages } from './tests/test-packages.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { runCommand } from './vscode/run-command.mjs';

const projects = [
  'tsconfig.json',
  'tsconfig.extension.json',
  'tsconfig.page.json',
  'tsconfig.command.json',
  'tsconfig.test.json',
  'scripts/tsconfig.json',
];
const compiler = join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc');

// The tests are checked too.
await ensureTestPackages();
// Two at a time: more only wait for each other on small machines.
const waiting = [...projects];
await Promise.all([checkNext(), checkNext()]);

async function checkNext() {
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    const { code, output } = await runCommand(process.execPath, [compiler, '-p', project, '--noEmit', '--pretty', 'false'], {
      cwd: projectFolder,
    });
    console.log(`${code === 0 ? '✓' : '✗'} ${project}`);
    if (code === 0) continue;
    console.log(output);
    process.exitCode = 1;
  }
}
