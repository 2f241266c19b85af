// Builds the extension and makes vscode-kano-<version>.vsix of it: npm run package [-- --no-build] [--repository URL --tag TAG]
// With a repository, what the README names leads there.
import { parseArgs } from 'node:util';
import { makePackage } from './packaging/make-package.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { runCommand } from './vscode/run-command.mjs';

const { values } = parseArgs({
  options: { 'no-build': { type: 'boolean' }, repository: { type: 'string' }, tag: { type: 'string' } },
});
const { repository, tag } = values;
if ((repository === undefined) !== (tag === undefined)) throw new Error('--repository and --tag go together.');
if (!values['no-build']) {
  const { code } = await runCommand('npm', ['run', '--silent', 'build'], { cwd: projectFolder, show: true });
  if (code !== 0) process.exit(code);
}
const { file, files, bytes } = await makePackage(
  projectFolder,
  repository !== undefined && tag !== undefined ? { repository, tag } : undefined,
);
for (const path of files) console.log(`  ${path}`);
console.log(`${file}: ${files.length} files, ${Math.round(bytes / 1024)} kB`);
