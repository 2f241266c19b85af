import * as vscode from 'vscode';
import { languageFor, type TranslationBundle, useLanguage } from '../terms/language.ts';
import { ModelStore } from './documents/modelStore.ts';
import { showConfigurationProblems, showProblems } from './documents/problems.ts';
import { ProductStore } from './documents/productStore.ts';
import { WorkspaceFiles } from './documents/workspaceFiles.ts';
import { WorkspaceSource } from './documents/workspaceSource.ts';
import { GitBases } from './git/gitBases.ts';
import { registerBacklogs } from './pages/backlogPages.ts';
import { registerComparisons } from './pages/comparisonPages.ts';
import { newFile } from './pages/newFile.ts';
import { provideProblemPages } from './pages/problemPages.ts';
import { openMatrixCommand } from './panel/matrixCommand.ts';
import { MatrixPanels } from './panel/matrixPanels.ts';
import { registerCodeActions } from './providers/codeActionProvider.ts';
import { registerCodeLenses } from './providers/codeLensProvider.ts';
import { registerCompletion } from './providers/completionProvider.ts';
import { registerDocumentProviders } from './providers/documentProviders.ts';
import { registerInlayHints } from './providers/inlayHintsProvider.ts';
import { registerNavigation } from './providers/navigationProviders.ts';
import { FeatureTreeView } from './views/featureTreeView.ts';
import { showStatusBar } from './views/statusBar.ts';

/** Called by VS Code once, when the first YAML file or a folder with one of our files is opened. */
export function activate(context: vscode.ExtensionContext): void {
  useLanguage(languageFor(vscode.env.language), vscode.l10n.bundle as TranslationBundle | undefined);
  const models = new ModelStore();
  const source = new WorkspaceSource(models);
  const products = new ProductStore(models, source);
  const files = new WorkspaceFiles(source);
  const services = { models, source, products, files };
  const bases = new GitBases(models, source);
  const panels = new MatrixPanels(context.extensionUri, services, bases);
  const problems = showProblems(models, products);
  context.subscriptions.push(
    models,
    source,
    products,
    files,
    panels,
    problems,
    bases,
    registerCodeActions(problems),
    registerCodeLenses(products, bases),
    registerInlayHints(products, bases),
    registerCompletion(models, products),
    registerDocumentProviders(services, bases),
    registerNavigation(services),
    vscode.commands.registerCommand('kano.newFile', newFile),
    vscode.commands.registerCommand(openMatrixCommand, (uri?: unknown, featureId?: unknown) => panels.open(uri, featureId)),
    provideProblemPages(context.extensionUri),
    registerComparisons(products, source),
    registerBacklogs(products, source),
  );
  // Everything that the first lenses and problems do not need to wait for.
  const rest = setTimeout(() => {
    context.subscriptions.push(showConfigurationProblems(), new FeatureTreeView(services, context.workspaceState), showStatusBar(products));
  });
  context.subscriptions.push({ dispose: () => clearTimeout(rest) });
}
