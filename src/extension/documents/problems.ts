import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import type { Product } from '../../document/product.ts';
import { DocumentChecker } from '../../problems/checkDocument.ts';
import type { Problem, Severity } from '../../problems/problem.ts';
import { problemPage } from '../pages/problemPages.ts';
import { inSlices } from './inSlices.ts';
import { isEditable } from './kanoFiles.ts';
import type { ModelStore } from './modelStore.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

/** VS Code shows no more markers than this of a file; the most severe come first. */
const problemsLimit = 1000;

interface CheckedDocument {
  readonly product: Product;
  readonly problems: readonly Problem[];
}

/** What is known of a document; a check that a newer one overtakes is dropped. */
interface Shown {
  readonly checker: DocumentChecker;
  problems: readonly Problem[];
  last: { readonly product: Product; readonly result: Promise<CheckedDocument | undefined> } | undefined;
}

export interface ShownProblems extends vscode.Disposable {
  /** The problems of a document as it stands now; `undefined` where they are not shown, or an edit overtook the question. */
  of(document: vscode.TextDocument): Promise<CheckedDocument | undefined>;
}

/** Keeps the Problems view right while people type, in unsaved files too. */
export function showProblems(models: ModelStore, products: ProductStore): ShownProblems {
  const collection = vscode.languages.createDiagnosticCollection('kano');
  const shown = new Map<vscode.TextDocument, Shown>();
  const check = async (document: vscode.TextDocument): Promise<CheckedDocument | undefined> => {
    if (!isEditable(document)) return undefined;
    const product = await products.get(document);
    // While other files were read the text may have changed, or gone.
    if (document.isClosed || !models.isCurrent(document, product.opened)) return undefined;
    const current = shown.get(document) ?? { checker: new DocumentChecker(), problems: [], last: undefined };
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
  return a.code === b?.code && a.severity === b.severity && a.message === b.message && toRange(a.range).isEqual(toRange(b.range));
}

/** A problem as VS Code shows it. */
export function diagnosticOf({ code, severity, message, range }: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severities[severity]);
  diagnostic.source = 'kano';
  diagnostic.code = { value: code, target: problemPage(code) };
  // What nothing refers to is shown faded.
  if (code === 'kano/unused-definition') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
