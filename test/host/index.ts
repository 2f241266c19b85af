import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { CountingReporter, countsOf } from './countingReporter.ts';

/**
 * Called by VS Code in the extension host: runs all test files of this folder, and leaves their counts in `results.json` beside
 * the extension's folder.
 *
 * @throws {Error} When a test failed, which is how VS Code learns of it.
 */
export async function run(): Promise<void> {
  // VS Code may lose an event while it is busy: a second try.
  mocha.setup({ ui: 'bdd', reporter: CountingReporter, timeout: 120_000, retries: 1 });
  // Only now, because describe and it are there only now.
  await import('host-tests');
  // Not mocha.run(), which reads options from the page's address: an extension host has none.
  const failures = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  await saveResults();
  if (failures > 0) throw new Error(`${failures} failed`);
}

async function saveResults(): Promise<void> {
  const extension = vscode.extensions.getExtension('kano.vscode-kano');
  if (!extension) throw new Error('The extension kano.vscode-kano is not loaded.');
  const results = { vscode: vscode.version, host: typeof process === 'undefined' ? 'web-worker' : 'node', ...countsOf() };
  const file = vscode.Uri.joinPath(extension.extensionUri, '..', 'results.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${JSON.stringify(results, null, 2)}\n`));
}
