import * as vscode from 'vscode';
import { isConfigurationPath } from '../document/configuration.ts';
import { type ConfigurationFile, readConfiguration } from '../document/readConfiguration.ts';
import { checkConfiguration } from '../rules/checkConfiguration.ts';
import { diagnosticOf } from './problems.ts';

/** Shows what is wrong in `.kanorc.yaml` files while people type in them. */
export function showConfigurationProblems(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('kano');
  const show = (text: vscode.TextDocument): void => {
    if (isConfiguration(text)) collection.set(text.uri, checkConfiguration(configurationFile(text)).map(diagnosticOf));
  };
  for (const text of vscode.workspace.textDocuments) show(text);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => show(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

/** Whether a document is a `.kanorc.yaml` file that can be changed. */
export function isConfiguration({ uri }: vscode.TextDocument): boolean {
  return isConfigurationPath(uri.path) && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** Such a document as it stands now. */
export function configurationFile(text: vscode.TextDocument): ConfigurationFile {
  return readConfiguration(text.uri.toString(), text.getText());
}
