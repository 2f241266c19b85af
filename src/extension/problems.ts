import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { DocumentChecker } from '../rules/checkDocument.ts';
import type { Problem, Severity } from '../rules/problem.ts';
import type { DocumentStore } from './documentStore.ts';
import { isEditable } from './kanoFiles.ts';
import { problemPage } from './problemPages.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

/** VS Code shows no more markers than this of a file; the most severe come first. */
const problemsLimit = 1000;

/** Keeps the Problems view right while people type, in unsaved files too. */
export function showProblems(documents: DocumentStore, products: ProductStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('kano');
  const shown = new Map<vscode.TextDocument, { readonly checker: DocumentChecker; readonly problems: readonly Problem[] }>();
  const show = async (text: vscode.TextDocument): Promise<void> => {
    if (!isEditable(text)) return;
    const product = await products.get(text);
    // While other files were read the text may have changed, or gone.
    if (text.isClosed || product.opened !== documents.get(text)) return;
    const { checker, problems: before } = shown.get(text) ?? { checker: new DocumentChecker(), problems: [] };
    const problems = checker.check(product, analysisOfProduct(product), problemsLimit);
    shown.set(text, { checker, problems });
    if (!isSame(before, problems)) collection.set(text.uri, problems.map(diagnosticOf));
  };
  for (const text of documents.all) void show(text);
  return vscode.Disposable.from(
    collection,
    products.onDidChange(show),
    documents.onDidClose((text) => {
      shown.delete(text);
      collection.delete(text.uri);
    }),
  );
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Most edits change no problem: then nothing crosses to the editor. */
function isSame(before: readonly Problem[], after: readonly Problem[]): boolean {
  return before.length === after.length && before.every((problem, index) => isSameProblem(problem, after[index]));
}

function isSameProblem(a: Problem, b: Problem | undefined): boolean {
  return a.code === b?.code && a.message === b.message && toRange(a.range).isEqual(toRange(b.range));
}

function diagnosticOf({ code, severity, message, range }: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severities[severity]);
  diagnostic.source = 'kano';
  diagnostic.code = { value: code, target: problemPage(code) };
  // What nothing refers to is shown faded.
  if (code === 'kano/unused-definition') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
