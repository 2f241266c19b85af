import * as vscode from 'vscode';
import { CodeLensProvider } from './codeLensProvider.ts';
import { DocumentStore } from './documentStore.ts';
import { exportBacklog } from './exportBacklog.ts';
import { HoverProvider } from './hoverProvider.ts';
import { InlayHintsProvider } from './inlayHintsProvider.ts';
import { kanoSelector } from './kanoFiles.ts';
import { followInterfaceLanguage } from './language.ts';
import { openMatrixCommand } from './matrixCommand.ts';
import { MatrixPanels } from './matrixPanels.ts';
import { provideProblemPages } from './problemPages.ts';
import { showProblems } from './problems.ts';
import { ProductStore } from './productStore.ts';
import { WorkspaceSource } from './workspaceSource.ts';

/** Called by VS Code once, when the first YAML file or a folder with one of ours is opened. */
export function activate(context: vscode.ExtensionContext): void {
  followInterfaceLanguage();
  const documents = new DocumentStore();
  const source = new WorkspaceSource(documents);
  const products = new ProductStore(documents, source);
  const panels = new MatrixPanels(context.extensionUri, documents, products);
  context.subscriptions.push(
    documents,
    source,
    products,
    panels,
    showProblems(documents, products),
    vscode.languages.registerCodeLensProvider(kanoSelector, new CodeLensProvider(products)),
    vscode.languages.registerHoverProvider(kanoSelector, new HoverProvider(products)),
    vscode.languages.registerInlayHintsProvider(kanoSelector, new InlayHintsProvider(products)),
    vscode.commands.registerCommand(openMatrixCommand, (uri?: vscode.Uri, featureId?: string) => panels.open(uri, featureId)),
    provideProblemPages(context.extensionUri),
    vscode.commands.registerCommand('kano.exportBacklog', (uri?: vscode.Uri) => exportBacklog(products, uri)),
  );
}
