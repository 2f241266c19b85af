import * as vscode from 'vscode';
import { isConfigurationPath } from '../../document/format/configuration.ts';
import { type ConfigurationFile, readConfiguration } from '../../document/format/readConfiguration.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import { diagnosticOf } from './problems.ts';

/** Shows what is wrong in `.kanorc.yaml` files while people type in them. */
export function showConfigurationProblems(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('kano');
  const show = (document: vscode.TextDocument): void => {
    if (isConfiguration(document)) collection.set(document.uri, checkConfiguration(configurationFile(document)).map(diagnosticOf));
  };
  for (const document of vscode.workspace.textDocuments) show(document);
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
export function configurationFile(document: vscode.TextDocument): ConfigurationFile {
  return readConfiguration(document.uri.toString(), document.getText());
}
