// Runs test/bench: npm run bench [-- --json FILE] [--quick]
// Builds first, because the sizes and the start of the command are those of what is shipped.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureTestPackages } from './tests/test-packages.mjs';
import { ensureBrowser } from './vscode/browser.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { runCommand } from './vscode/run-command.mjs';

await runCommand('npm', ['run', '--silent', 'build'], { cwd: projectFolder });
// The page is measured in it.
process.env.KANO_BROWSER ??= await ensureBrowser();
await ensureTestPackages();
// Where Node finds those beside the packages of the project.
const folder = join(projectFolder, 'test', 'node_modules', '.cache');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, 'benchmark.mjs');
await build({
  absWorkingDir: projectFolder,
  entryPoints: ['test/bench/benchmark.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The peers run as they are installed.
  packages: 'external',
  logLevel: 'warning',
});
const { code } = await runCommand(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], { cwd: projectFolder, show: true });
process.exitCode = code;
