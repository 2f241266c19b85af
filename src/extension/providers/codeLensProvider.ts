import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import type { Ticket } from '../../document/format/trackers.ts';
import type { Product } from '../../document/product.ts';
import { codeLenses, codeLensTitle, type FeatureLens, type Lines, linesNear } from '../../languageFeatures/codeLenses.ts';
import { toRange } from '../documents/conversions.ts';
import { isKanoDocument, kanoSelector } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { GitBases } from '../git/gitBases.ts';
import { guarded } from '../output/failures.ts';
import { openMatrixCommand } from '../panel/matrixCommand.ts';

interface KanoCodeLens extends vscode.CodeLens {
  readonly lens: FeatureLens;
  readonly product: Product;
  readonly document: vscode.TextDocument;
}

/** What the editor was last given for a document. */
interface Given {
  readonly version: number;
  /** The lines that have their lenses. */
  readonly lines: Lines;
}

/**
 * Registers the lenses above features. Titles are made only for lenses that come into view. In a large file, lenses are placed only around the
 * view, because VS Code takes over all of them at every change.
 */
export function registerCodeLenses(products: ProductStore, bases: GitBases): vscode.Disposable {
  const given = new WeakMap<vscode.TextDocument, Given>();
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider<KanoCodeLens> = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      const isWanted = vscode.workspace.getConfiguration('kano', document).get<boolean>('codeLens', true);
      if (!isWanted || !isKanoDocument(document)) return [];
      const product = await products.get(document);
      const lines = linesNear(linesInView(document) ?? { first: 0, last: document.lineCount }, document.lineCount);
      given.set(document, { version: document.version, lines });
      return codeLenses(product.opened, lines).map((lens) =>
        Object.assign(new vscode.CodeLens(toRange(lens.range)), { lens, product, document }),
      );
    },
    resolveCodeLens(codeLens) {
      const { lens, product, document } = codeLens;
      const id = lens.item?.value.id;
      const base = bases.get(document);
      const title = codeLensTitle(lens, analysisOfProduct(product), base && { base, product });
      codeLens.command =
        lens.ticket === undefined
          ? { command: openMatrixCommand, title, arguments: id === undefined ? [document.uri] : [document.uri, id] }
          : openTicket(lens.ticket, title);
      return codeLens;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(kanoSelector, guarded('code lenses', provider)),
    // After an edit of the document itself VS Code asks again without being told.
    products.onDidChange((document) => given.get(document)?.version === document.version && changed.fire()),
    bases.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('kano.codeLens') && changed.fire()),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      const lines = given.get(document)?.lines;
      const view = linesInView(document);
      if (lines && view && (view.first < lines.first || view.last > lines.last)) changed.fire();
    }),
  );
}

/** Opens a ticket on the web. VS Code shows a lens without a command as a text. */
function openTicket({ url }: Ticket, title: string): vscode.Command {
  return url === null ? { command: '', title } : { command: 'vscode.open', title, tooltip: url, arguments: [vscode.Uri.parse(url, true)] };
}

/** The lines from the first to the last that any editor of a document shows; `undefined` where none shows it. */
function linesInView(document: vscode.TextDocument): Lines | undefined {
  const editors = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const ranges = editors.flatMap(({ visibleRanges }) => visibleRanges);
  if (ranges.length === 0) return undefined;
  return { first: Math.min(...ranges.map(({ start }) => start.line)), last: Math.max(...ranges.map(({ end }) => end.line)) };
}
