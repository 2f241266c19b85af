import * as vscode from 'vscode';
import { currentLanguage } from '../../terms/language.ts';
import { exists } from '../documents/kanoFiles.ts';
import { registerCommand } from '../output/failures.ts';
import { openMatrixCommand } from '../panel/matrixCommand.ts';
import { columnFor } from '../panel/panelItems.ts';

/** "Kano: Open the Sample": an invented product as an unsaved file, which may be changed and thrown away, with its matrix beside it. */
export function registerSample(extensionUri: vscode.Uri): vscode.Disposable {
  return registerCommand('kano.openSample', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path: 'sample.kano.yaml' }));
    const editor = await vscode.window.showTextDocument(document, { viewColumn: columnFor(document.uri) });
    // Opened a second time, it is as the reader left it.
    if (document.getText() === '') {
      const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(await sampleFile(extensionUri)));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
      const start = new vscode.Position(0, 0);
      editor.selection = new vscode.Selection(start, start);
      editor.revealRange(new vscode.Range(start, start));
    }
    await vscode.commands.executeCommand(openMatrixCommand, document.uri);
  });
}

/** The example in the language of the interface, where there is one. */
async function sampleFile(extensionUri: vscode.Uri): Promise<vscode.Uri> {
  const file = (folder: string) => vscode.Uri.joinPath(extensionUri, 'examples', folder, 'shop.kano.yaml');
  const [language] = currentLanguage().split('-');
  const own = file(`web-shop-${language}`);
  return (await exists(own)) ? own : file('web-shop');
}
