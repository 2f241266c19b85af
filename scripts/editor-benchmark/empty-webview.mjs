import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The command of the extension that `writeEmptyWebview` writes. */
export const emptyWebviewCommand = 'Benchmark: Open Empty Webview';

/**
 * Writes an extension that opens a webview panel with one element in it: the least that a panel can cost.
 *
 * @param {string} folder
 */
export function writeEmptyWebview(folder) {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    ...{ name: 'empty-webview', publisher: 'benchmark', version: '0.0.1', engines: { vscode: '^1.100.0' }, main: './extension.js' },
    contributes: { commands: [{ command: 'benchmark.emptyWebview', category: 'Benchmark', title: 'Open Empty Webview' }] },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'extension.js'),
    `const vscode = require('vscode');
exports.activate = ({ subscriptions }) =>
  subscriptions.push(
    vscode.commands.registerCommand('benchmark.emptyWebview', () => {
      const panel = vscode.window.createWebviewPanel('benchmark.empty', 'Empty', vscode.ViewColumn.Beside, { enableScripts: true });
      panel.webview.html = '<!DOCTYPE html><html><body><p class="point">empty</p></body></html>';
    }),
  );
`,
  );
}
