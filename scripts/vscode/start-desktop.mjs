import { examplesFolder, firstExample, lineOfFeatures } from './examples.mjs';
import { projectFolder } from './folders.mjs';
import { runCommandOrThrow } from './run-command.mjs';

/**
 * Opens the examples in a desktop VS Code that loads the extension from this folder.
 *
 * @param {string} executable
 */
export async function openDesktop(executable) {
  const example = firstExample();
  await runCommandOrThrow(executable, [
    '--new-window',
    `--extensionDevelopmentPath=${projectFolder}`,
    examplesFolder,
    ...(example ? ['--goto', `${example}:${lineOfFeatures(example)}`] : []),
  ]);
  console.log(`Opened ${examplesFolder} in ${executable}.`);
}
