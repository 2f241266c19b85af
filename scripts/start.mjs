// Opens examples/ in VS Code with the extension running: npm start
// In a desktop VS Code when there is one (KANO_VSCODE, or `code` on the PATH), else in a web VS Code on this machine.
import { ensureDependencies } from './vscode/ensure-dependencies.mjs';
import { findExecutable } from './vscode/find-executable.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { withProgress } from './vscode/progress.mjs';
import { runCommandOrThrow } from './vscode/run-command.mjs';
import { openDesktop } from './vscode/start-desktop.mjs';
import { openWeb } from './vscode/start-web.mjs';

try {
  await ensureDependencies();
  await withProgress('npm run build', () => runCommandOrThrow('npm', ['run', '--silent', 'build'], { cwd: projectFolder }));
  const desktop = process.env.KANO_VSCODE || findExecutable('code');
  await (desktop ? openDesktop(desktop) : openWeb());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
