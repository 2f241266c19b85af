import * as vscode from 'vscode';
import { languageFor, type TranslationBundle, useLanguage } from '../terms/language.ts';
import { provideDroppedFiles } from './documents/droppedFiles.ts';
import { ModelStore } from './documents/modelStore.ts';
import { followMovedFiles } from './documents/movedFiles.ts';
import { showConfigurationProblems, showProblems } from './documents/problems.ts';
import { ProductStore } from './documents/productStore.ts';
import { WorkspaceFiles } from './documents/workspaceFiles.ts';
import { WorkspaceSource } from './documents/workspaceSource.ts';
import { GitBases } from './git/gitBases.ts';
import { registerOutput } from './output/bugReport.ts';
import { attemptNow, registerCommand } from './output/failures.ts';
import { registerAnswersImport } from './pages/answersPages.ts';
import { registerBacklogs } from './pages/backlogPages.ts';
import { registerComparisons } from './pages/comparisonPages.ts';
import { registerFeedback } from './pages/feedbackPages.ts';
import { newFile } from './pages/newFile.ts';
import { provideProblemPages } from './pages/problemPages.ts';
import { registerQuestionnaires } from './pages/questionnaires.ts';
import { registerReports } from './pages/reportPages.ts';
import { registerSample } from './pages/sample.ts';
import { openMatrixCommand } from './panel/matrixCommand.ts';
import { MatrixPanels } from './panel/matrixPanels.ts';
import { registerCodeActions } from './providers/codeActionProvider.ts';
import { registerCodeLenses } from './providers/codeLensProvider.ts';
import { registerCompletion } from './providers/completionProvider.ts';
import { registerDocumentProviders } from './providers/documentProviders.ts';
import { registerInlayHints } from './providers/inlayHintsProvider.ts';
import { registerNavigation } from './providers/navigationProviders.ts';
import { registerAgentTools } from './tools/agentTools.ts';
import { showContext } from './views/contextKeys.ts';
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
  context.subscriptions.push(models, source, products, files, panels, bases);
  // Each part starts by itself: where one fails, the others are there.
  const start = (part: string, register: () => vscode.Disposable) => {
    const registered = attemptNow(part, register);
    if (registered) context.subscriptions.push(registered);
  };
  start('output', () => registerOutput(context.extension));
  start('problems', () => {
    const problems = showProblems(models, products);
    return vscode.Disposable.from(problems, registerCodeActions(problems));
  });
  start('code lenses', () => registerCodeLenses(products, bases));
  start('inlay hints', () => registerInlayHints(products, bases));
  start('suggestions', () => registerCompletion(models, products));
  start('document providers', () => registerDocumentProviders(services, bases));
  start('navigation', () => registerNavigation(services));
  start('moved files', () => followMovedFiles(services));
  start('context', showContext);
  start('sample', () => registerSample(context.extensionUri));
  start('questionnaires', () => registerQuestionnaires(context.extensionUri, services));
  start('new file', () => registerCommand('kano.newFile', newFile));
  start('panel', () => registerCommand(openMatrixCommand, (uri, featureId) => panels.open(uri, featureId)));
  start('problem pages', () => provideProblemPages(context.extensionUri));
  start('comparisons', () => registerComparisons(services));
  start('backlogs', () => registerBacklogs(services));
  start('reports', () => registerReports(context.extensionUri, services, panels));
  start('feedback', () => registerFeedback(services));
  start('dropped files', provideDroppedFiles);
  start('survey answers', () => registerAnswersImport(context.extensionUri, services));
  start('tools for agents', () => registerAgentTools(services));
  // Everything that the first lenses and problems do not need to wait for.
  const rest = setTimeout(() => {
    start('problems of .kanorc.yaml', () => showConfigurationProblems());
    start('Kano view', () => new FeatureTreeView(services, context.workspaceState));
    start('status bar', () => showStatusBar(products));
  });
  context.subscriptions.push({ dispose: () => clearTimeout(rest) });
}
