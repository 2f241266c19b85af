import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import type { Product } from '../document/product.ts';
import { checkDocument } from '../rules/checkDocument.ts';
import type { Problem, Severity } from '../rules/problem.ts';
import type { DocumentStore } from './documentStore.ts';
import { explanationOf } from './explainProblem.ts';
import { isEditable } from './kanoFiles.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

/** Keeps the Problems view right while people type, in unsaved files too. */
export function showProblems(documents: DocumentStore, products: ProductStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('kano');
  const show = async (text: vscode.TextDocument): Promise<void> => {
    if (!isEditable(text)) return;
    const product = await products.get(text);
    // While other files were read the text may have changed, or gone.
    if (text.isClosed || product.opened !== documents.get(text)) return;
    collection.set(text.uri, diagnosticsOf(product));
  };
  for (const text of documents.all) void show(text);
  return vscode.Disposable.from(
    collection,
    products.onDidChange(show),
    documents.onDidClose((text) => collection.delete(text.uri)),
  );
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function diagnosticsOf(product: Product): vscode.Diagnostic[] {
  return checkDocument(product, analysisOfProduct(product)).map(diagnosticOf);
}

function diagnosticOf({ code, severity, message, range }: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severities[severity]);
  diagnostic.source = 'kano';
  diagnostic.code = { value: code, target: explanationOf(code) };
  // What nothing refers to is shown faded.
  if (code === 'kano/unused-definition') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
