import * as vscode from 'vscode';
import type { ProblemCode } from '../../problems/problem.ts';

const scheme = 'kano-method';

/**
 * Where the code of a problem leads: to a document of our own, because VS Code lets no problem run a command, would leave a web page for the
 * browser, and shows a file of the extension as its source. `package.json` has such documents shown as Markdown previews.
 */
export function problemPage(code: ProblemCode): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${anchorOf(code)}.md` });
}

/** Serves a page for each problem: what the method says of it, then the whole method. It comes with the extension and needs no network. */
export function provideProblemPages(extensionUri: vscode.Uri): vscode.Disposable {
  const method = vscode.Uri.joinPath(extensionUri, 'docs', 'method.md');
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(method));
      const anchor = path.slice(1).replace(/\.md$/, '');
      return pageAbout(anchor, text);
    },
  });
}

function pageAbout(anchor: string, method: string): string {
  const [, after] = method.split(`\n### ${anchor}\n`);
  const section = after?.split(/\n##/)[0]?.trim();
  return section === undefined ? method : `# kano/${anchor}\n\n${section}\n\n---\n\n${method}`;
}

function anchorOf(code: ProblemCode): string {
  return code.replace('kano/', '');
}
