// Builds the extension and makes vscode-kano-<version>.vsix of it: npm run package [-- --no-build]
import { makePackage } from './packaging/make-package.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { runCommand } from './vscode/run-command.mjs';

if (!process.argv.includes('--no-build')) {
  const { code } = await runCommand('npm', ['run', '--silent', 'build'], { cwd: projectFolder, show: true });
  if (code !== 0) process.exit(code);
}
const { file, files, bytes } = await makePackage(projectFolder);
for (const path of files) console.log(`  ${path}`);
console.log(`${file}: ${files.length} files, ${Math.round(bytes / 1024)} kB`);
