import * as vscode from 'vscode';
import { defaultSeverities, type ProblemCode } from '../rules/problem.ts';

/** Opens the page on the method where it speaks of a problem; its argument is the problem's code. */
export const explainProblemCommand = 'kano.explainProblem';

/**
 * Where the code of a problem leads. A command, because a link to the page itself would show its source, and in no place of it; the page
 * comes with the extension, so that it opens without a network.
 */
export function explanationOf(code: ProblemCode): vscode.Uri {
  return vscode.Uri.parse(`command:${explainProblemCommand}?${encodeURIComponent(JSON.stringify([code]))}`);
}

/** Shows the page as people read it, or its source where nothing else can show Markdown. */
export async function explainProblem(extensionUri: vscode.Uri, code: unknown): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'method.md');
  const anchor = typeof code === 'string' && Object.hasOwn(defaultSeverities, code) ? code.replace('kano/', '') : '';
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page.with({ fragment: anchor }));
  } catch {
    // VS Code's own Markdown extension is switched off.
    await showSource(page, anchor);
  }
}

async function showSource(page: vscode.Uri, anchor: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(page);
  const line = Math.max(0, document.getText().split(/\r?\n/).indexOf(`### ${anchor}`));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
}
