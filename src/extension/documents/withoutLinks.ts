import * as vscode from 'vscode';
import { inParallel } from '../../base/inParallel.ts';

const readsAtOnce = 16;

/**
 * Leaves out files that a symbolic link leads to once more: one file over two ways counts once, under its own name. VS Code cannot resolve links, but its
 * folders say which entries are links; a file behind one that has the size and both times of another is that other.
 */
export async function withoutLinks(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const isLinked = await linkFinder(uris);
  const linked = uris.filter(isLinked);
  if (linked.length === 0) return uris;
  const own = uris.filter((uri) => !isLinked(uri));
  const seen = new Set(await inParallel(own, readsAtOnce, identity));
  const kept = new Set(own);
  // One after the other: of several links to a file elsewhere, the first stays.
  for (const uri of linked) {
    const name = await identity(uri);
    if (seen.has(name)) continue;
    seen.add(name);
    kept.add(uri);
  }
  return uris.filter((uri) => kept.has(uri));
}

/** Reads every folder between the files and their workspace folder once; gives whether a file, or a folder above it, is a link. */
async function linkFinder(uris: readonly vscode.Uri[]): Promise<(uri: vscode.Uri) => boolean> {
  const folders = new Map(uris.flatMap(pathFromWorkspace).map((uri) => [String(parentOf(uri)), parentOf(uri)]));
  const links = new Set<string>();
  await inParallel([...folders.values()], readsAtOnce, async (folder) => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []))
      if (type & vscode.FileType.SymbolicLink) links.add(String(vscode.Uri.joinPath(folder, name)));
  });
  return (uri) => links.size > 0 && pathFromWorkspace(uri).some((part) => links.has(String(part)));
}

/** The file and the folders above it, up to its workspace folder, without that. */
function pathFromWorkspace(uri: vscode.Uri): readonly vscode.Uri[] {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, '');
  const found: vscode.Uri[] = [];
  for (let each = uri; root !== undefined && each.path.length > root.length + 1; each = parentOf(each)) found.push(each);
  return found;
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

/** What two ways to one file have in common, and two files do not: not even a copy, which is created later. */
async function identity(uri: vscode.Uri): Promise<string> {
  try {
    const { size, ctime, mtime } = await vscode.workspace.fs.stat(uri);
    return `${size} ${ctime} ${mtime}`;
  } catch {
    return String(uri);
  }
}
