import * as vscode from 'vscode';

/** Writes a file into the workspace folder and gives its URI. */
export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No workspace folder is open.');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** Writes a file and shows it in an editor. */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await writeFile(name, text));
}

/** Calls `read` until it gives something that `isRight` accepts. Fails after a minute with what it gave, or threw, last. */
export async function eventually<T>(read: () => T | Thenable<T>, isRight: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    let last: string;
    try {
      const value = await read();
      if (isRight(value)) return value;
      last = JSON.stringify(value);
    } catch (error) {
      last = String(error);
    }
    if (Date.now() > end) throw new Error(`Waited a minute in vain; last seen: ${last}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Codes and places of the problems that the extension shows for a file, in the order of the text. */
export function problemsOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'kano')
    .map(({ code, range: { start, end } }) => `${codeOf(code)} ${start.line}:${start.character}-${end.line}:${end.character}`);
}

/** The code of a diagnostic, with or without a link. */
export function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
