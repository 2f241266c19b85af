import * as vscode from 'vscode';
import { exists } from './kanoFiles.ts';

/** The first name in a folder that no file and no open document has yet, for an unsaved file: `product.kano.yaml`, `product-2.kano.yaml` and so on. */
export async function freeFile(folder: vscode.Uri, name: string, ending: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const file = vscode.Uri.joinPath(folder, number === 1 ? `${name}${ending}` : `${name}-${number}${ending}`);
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.path === file.path);
    if (!isOpen && !(await exists(file))) return file.with({ scheme: 'untitled' });
  }
}
