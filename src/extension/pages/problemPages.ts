import * as vscode from 'vscode';
import type { ProblemCode } from '../../problems/index.ts';

const scheme = 'kano-method';

/**
 * The page that the code of a problem links to. It is a document of our own because such a link cannot run a command, would open a web page in the
 * browser, and would show a file of the extension as source. `package.json` has such documents shown as Markdown previews.
 */
export function problemPage(code: ProblemCode): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${code.replace('kano/', '')}.md` });
}

/** Serves a page for each problem: its section of the method, then the whole method. Both come with the extension and need no network. */
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
