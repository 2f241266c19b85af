import * as vscode from 'vscode';
import { showConfigurationProblems } from './documents/configurationProblems.ts';
import { kanoSelector } from './documents/kanoFiles.ts';
import { followInterfaceLanguage } from './documents/language.ts';
import { ModelStore } from './documents/modelStore.ts';
import { showProblems } from './documents/problems.ts';
import { ProductStore } from './documents/productStore.ts';
import { WorkspaceFiles } from './documents/workspaceFiles.ts';
import { WorkspaceSource } from './documents/workspaceSource.ts';
import { GitBases } from './git/gitBases.ts';
import { openBacklogPreview, provideBacklogPages } from './pages/backlogPages.ts';
import { compareWith } from './pages/compareCommand.ts';
import { provideComparisonPages } from './pages/comparisonPages.ts';
import { exportBacklog } from './pages/exportBacklog.ts';
import { newFile } from './pages/newFile.ts';
import { provideProblemPages } from './pages/problemPages.ts';
import { openMatrixCommand } from './panel/matrixCommand.ts';
import { MatrixPanels } from './panel/matrixPanels.ts';
import { provideCodeActions } from './providers/codeActionProvider.ts';
import { CodeLensProvider } from './providers/codeLensProvider.ts';
import { provideCompletion } from './providers/completionProvider.ts';
import { HoverProvider } from './providers/hoverProvider.ts';
import { InlayHintsProvider } from './providers/inlayHintsProvider.ts';
import { provideNavigation } from './providers/navigation.ts';
import { FeatureTreeView } from './views/featureTreeView.ts';
import { showStatusBar } from './views/statusBar.ts';

/** Called by VS Code once, when the first YAML file or a folder with one of ours is opened. */
export function activate(context: vscode.ExtensionContext): void {
  followInterfaceLanguage();
  const models = new ModelStore();
  const source = new WorkspaceSource(models);
  const products = new ProductStore(models, source);
  const files = new WorkspaceFiles(source);
  const panels = new MatrixPanels(context.extensionUri, { models, source, products, files });
  const bases = new GitBases(models, source);
  const problems = showProblems(models, products);
  const lenses = new CodeLensProvider(products, bases);
  const hints = new InlayHintsProvider(products, bases);
  context.subscriptions.push(
    models,
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
    vscode.languages.registerHoverProvider(kanoSelector, new HoverProvider(models, products, bases)),
    vscode.languages.registerInlayHintsProvider(kanoSelector, hints),
    provideCompletion(models, products),
    vscode.commands.registerCommand('kano.newFile', newFile),
    vscode.commands.registerCommand(openMatrixCommand, (uri?: unknown, featureId?: unknown) => panels.open(uri, featureId)),
    provideNavigation({ models, source, products, files }),
    provideProblemPages(context.extensionUri),
    provideComparisonPages(products, source),
    vscode.commands.registerCommand('kano.compareWith', compareWith),
    provideBacklogPages(products, source),
    vscode.commands.registerCommand('kano.openBacklogPreview', openBacklogPreview),
    vscode.commands.registerCommand('kano.exportBacklog', (uri?: unknown) => exportBacklog(products, source, uri)),
  );
  // What the first lens and the first problem need not wait for.
  const rest = setTimeout(() => {
    context.subscriptions.push(
      showConfigurationProblems(),
      new FeatureTreeView(files, source, context.workspaceState),
      showStatusBar(products),
    );
  });
  context.subscriptions.push({ dispose: () => clearTimeout(rest) });
}
