import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import { type ConfigurationFile, isConfigurationPath, readConfiguration } from '../../document/configuration.ts';
import type { Product } from '../../document/product.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import { DocumentChecker } from '../../problems/checkDocument.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Severity } from '../../problems/problemDefinition.ts';
import { attempt, attemptNow, reportFailure } from '../output/failures.ts';
import { problemPage } from '../pages/problemPages.ts';
import { toRange } from './conversions.ts';
import { inSlices } from './inSlices.ts';
import { isEditable } from './kanoFiles.ts';
import type { ModelStore } from './modelStore.ts';
import type { ProductStore } from './productStore.ts';

/** VS Code shows no more markers of a file; the most severe come first. */
const problemsLimit = 1000;

export interface CheckedDocument {
  readonly product: Product;
  readonly problems: readonly Problem[];
}

/** What is known of a document. A newer check drops an older one. */
interface Shown {
  readonly checker: DocumentChecker;
  problems: readonly Problem[];
  last: { readonly product: Product; readonly result: Promise<CheckedDocument | undefined> } | undefined;
}

export interface ShownProblems extends vscode.Disposable {
  /** The problems of a document as it is now; `undefined` where none are shown, or where an edit came in between. */
  of(document: vscode.TextDocument): Promise<CheckedDocument | undefined>;
}

/** Keeps the Problems view up to date while people type, also in unsaved files. */
export function showProblems(models: ModelStore, products: ProductStore): ShownProblems {
  const collection = vscode.languages.createDiagnosticCollection('kano');
  const shown = new Map<vscode.TextDocument, Shown>();
  const checkNow = async (document: vscode.TextDocument): Promise<CheckedDocument | undefined> => {
    if (!isEditable(document)) return undefined;
    const product = await products.get(document);
    // While other files were read, the document may have been edited or closed.
    if (document.isClosed || !models.isCurrent(document, product.opened)) return undefined;
    const current = shown.get(document) ?? { checker: new DocumentChecker(reportFailure), problems: [], last: undefined };
    shown.set(document, current);
    if (current.last?.product === product) return current.last.result;
    const isWanted = () => shown.get(document) === current && current.last?.product === product;
    const steps = current.checker.checkInSteps(product, analysisOfProduct(product), problemsLimit);
    const result = Promise.resolve().then(async () => {
      const problems = await inSlices(steps, isWanted);
      if (!problems || !isWanted()) return undefined;
      if (!isSame(current.problems, problems)) collection.set(document.uri, problems.map(diagnosticOf));
      current.problems = problems;
      return { product, problems };
    });
    current.last = { product, result };
    return result;
  };
  const check = (document: vscode.TextDocument) => attempt('problems', () => checkNow(document));
  const show = async (document: vscode.TextDocument): Promise<void> => void (await check(document));
  for (const document of models.documents) void show(document);
  const subscriptions = vscode.Disposable.from(
    collection,
    products.onDidChange(show),
    models.onDidClose((document) => {
      shown.delete(document);
      collection.delete(document.uri);
    }),
  );
  return { of: check, dispose: () => subscriptions.dispose() };
}

/** Most edits change no problem: then nothing is sent to the editor. */
function isSame(before: readonly Problem[], after: readonly Problem[]): boolean {
  const isSameAt = ({ code, severity, message, range }: Problem, index: number) => {
    const other = after[index];
    return code === other?.code && severity === other.severity && message === other.message && toRange(range).isEqual(toRange(other.range));
  };
  return before.length === after.length && before.every(isSameAt);
}

/** Shows what is wrong in `.kanorc.yaml` files while people type in them. */
export function showConfigurationProblems(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('kano');
  const show = (document: vscode.TextDocument): void => {
    if (!isConfiguration(document)) return;
    const problems = attemptNow('problems of .kanorc.yaml', () => checkConfiguration(configurationFile(document)));
    collection.set(document.uri, problems?.map(diagnosticOf));
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

/** What a `.kanorc.yaml` document holds now. */
export function configurationFile(document: vscode.TextDocument): ConfigurationFile {
  return readConfiguration(document.uri.toString(), document.getText());
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function diagnosticOf({ code, severity, message, range }: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severities[severity]);
  diagnostic.source = 'kano';
  diagnostic.code = { value: code, target: problemPage(code) };
  // Shown faded.
  if (code === 'kano/unused-definition') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
