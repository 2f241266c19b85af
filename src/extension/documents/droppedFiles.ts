import * as vscode from 'vscode';

const scheme = 'kano-dropped';

/** A file that has no address: it was dropped from the system. */
interface DroppedContent {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly bytes: Uint8Array;
}

/** Files that were dropped from outside, for as long as somebody needs them: VS Code reads them like others, and cannot write them. */
const contents = new Map<string, DroppedContent>();
let count = 0;

/** Keeps a dropped file, and gives it an address. */
export function keepDropped(file: DroppedContent): vscode.Uri {
  count++;
  // Its number is in the query, so that the path is the name alone.
  const uri = vscode.Uri.from({ scheme, path: `/${file.name.replaceAll('/', '-')}`, query: String(count) });
  contents.set(uri.toString(), file);
  return uri;
}

/** Nobody reads these files any more; other files are left alone. */
export function forgetDropped(uris: readonly vscode.Uri[]): void {
  for (const uri of uris) contents.delete(uri.toString());
}

/** Whether a file was dropped from outside. */
export function isDropped(uri: vscode.Uri): boolean {
  return uri.scheme === scheme;
}

/** How a reader knows a file: by its path in the workspace, or its name where it was dropped. */
export function shownPath(uri: vscode.Uri): string {
  return isDropped(uri) ? (uri.path.split('/').at(-1) ?? '') : vscode.workspace.asRelativePath(uri);
}

/** Lets VS Code read what was dropped. */
export function provideDroppedFiles(): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const find = (uri: vscode.Uri): DroppedContent => {
    const found = contents.get(uri.toString());
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) => {
      const { modified, bytes } = find(uri);
      return { type: vscode.FileType.File, ctime: modified, mtime: modified, size: bytes.length };
    },
    readFile: (uri) => find(uri).bytes,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.Disposable.from(vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true }), changes);
}
