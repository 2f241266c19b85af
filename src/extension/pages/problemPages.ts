import * as vscode from 'vscode';
import type { ProblemCode } from '../../problems/index.ts';
import { methodSection } from '../../problems/methodSection.ts';
import { currentLanguage } from '../../terms/language.ts';
import { guarded } from '../output/failures.ts';

const scheme = 'kano-method';

/**
 * The page that the code of a problem links to. It is a document of our own because such a link cannot run a command, would open a web page in the
 * browser, and would show a file of the extension as source. `package.json` has such documents shown as Markdown previews.
 */
export function problemPage(code: ProblemCode): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${code.replace('kano/', '')}.md` });
}

/**
 * Serves a page for each problem: its section of the method, then the whole method, in the language of the interface. Both come with the extension and
 * need no network.
 */
export function provideProblemPages(extensionUri: vscode.Uri): vscode.Disposable {
  const docs = vscode.Uri.joinPath(extensionUri, 'docs');
  return vscode.workspace.registerTextDocumentContentProvider(
    scheme,
    guarded('problem pages', {
      async provideTextDocumentContent({ path }) {
        const text = new TextDecoder().decode(await readMethod(docs));
        return pageAbout(path.slice(1).replace(/\.md$/, ''), text);
      },
    }),
  );
}

/** In English where it is not translated. */
async function readMethod(docs: vscode.Uri): Promise<Uint8Array> {
  const read = (file: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(docs, file));
  const english = 'method.md';
  const language = currentLanguage();
  return language === 'en' ? read(english) : read(`method.${language}.md`).then(undefined, () => read(english));
}

function pageAbout(anchor: string, method: string): string {
  const section = methodSection(method, `kano/${anchor}`);
  return section === undefined ? method : `# kano/${anchor}\n\n${section}\n\n---\n\n${method}`;
}
