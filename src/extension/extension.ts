import * as vscode from 'vscode';
import { openBacklogPreview, provideBacklogPages } from './backlogPages.ts';
import { provideCodeActions } from './codeActionProvider.ts';
import { CodeLensProvider } from './codeLensProvider.ts';
import { compareWith } from './compareCommand.ts';
import { provideComparisonPages } from './comparisonPages.ts';
import { provideCompletion } from './completionProvider.ts';
import { showConfigurationProblems } from './configurationProblems.ts';
import { DocumentStore } from './documentStore.ts';
import { exportBacklog } from './exportBacklog.ts';
import { FeatureTreeView } from './featureTreeView.ts';
import { GitBases } from './gitBases.ts';
import { HoverProvider } from './hoverProvider.ts';
import { InlayHintsProvider } from './inlayHintsProvider.ts';
import { kanoSelector } from './kanoFiles.ts';
import { followInterfaceLanguage } from './language.ts';
import { openMatrixCommand } from './matrixCommand.ts';
import { MatrixPanels } from './matrixPanels.ts';
import { provideNavigation } from './navigation.ts';
import { newFile } from './newFile.ts';
import { provideProblemPages } from './problemPages.ts';
import { showProblems } from './problems.ts';
import { ProductStore } from './productStore.ts';
import { readSchemaTexts } from './schemaTexts.ts';
import { showStatusBar } from './statusBar.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';
import { WorkspaceSource } from './workspaceSource.ts';

/** Called by VS Code once, when the first YAML file or a folder with one of ours is opened. */
export function activate(context: vscode.ExtensionContext): void {
  followInterfaceLanguage();
  const documents = new DocumentStore();
  const source = new WorkspaceSource(documents);
  const products = new ProductStore(documents, source);
  const files = new WorkspaceFiles(source);
  const panels = new MatrixPanels(context.extensionUri, { documents, source, products, files });
  const bases = new GitBases(documents, source);
  const problems = showProblems(documents, products);
  const lenses = new CodeLensProvider(products, bases);
  const hints = new InlayHintsProvider(products, bases);
  context.subscriptions.push(
    documents,
    source,
    products,
    files,
    panels,
    problems,
    provideCodeActions(problems),
    bases,
    lenses,
    hints,
    vscode.languages.registerCodeLensProvider(kanoSelector, lenses),
    vscode.languages.registerHoverProvider(kanoSelector, new HoverProvider(documents, products, bases)),
    vscode.languages.registerInlayHintsProvider(kanoSelector, hints),
    provideCompletion(documents, products),
    vscode.commands.registerCommand('kano.newFile', newFile),
    vscode.commands.registerCommand(openMatrixCommand, (uri?: unknown, featureId?: unknown) => panels.open(uri, featureId)),
    provideNavigation({ documents, source, products, files }),
    provideProblemPages(context.extensionUri),
    provideComparisonPages(products, source),
    vscode.commands.registerCommand('kano.compareWith', compareWith),
    provideBacklogPages(products, source),
    vscode.commands.registerCommand('kano.openBacklogPreview', openBacklogPreview),
    vscode.commands.registerCommand('kano.exportBacklog', (uri?: unknown) => exportBacklog(products, source, uri)),
  );
  // What the first lens and the first problem need not wait for.
  const rest = setTimeout(() => {
    void readSchemaTexts(context.extensionUri);
    context.subscriptions.push(
      showConfigurationProblems(),
      new FeatureTreeView(files, source, context.workspaceState),
      showStatusBar(products),
    );
  });
  context.subscriptions.push({ dispose: () => clearTimeout(rest) });
}
