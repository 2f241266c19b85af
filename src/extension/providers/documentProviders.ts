import * as vscode from 'vscode';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { documentLinks } from '../../languageFeatures/documentLinks.ts';
import { hover } from '../../languageFeatures/hover.ts';
import { documentHighlights } from '../../languageFeatures/references.ts';
import { selectionRange } from '../../languageFeatures/selectionRange.ts';
import { documentSymbols } from '../../languageFeatures/symbols.ts';
import { toKind, toRange } from '../documents/conversions.ts';
import { isKanoDocument, kanoSelector } from '../documents/kanoFiles.ts';
import type { Services } from '../documents/services.ts';
import type { GitBases } from '../git/gitBases.ts';
import { guarded } from '../output/failures.ts';

/**
 * Registers what looks at the open document: hovers, outline, highlights, growing selections and links. There is no folding of our own: it would
 * replace what VS Code folds by indentation, and add only lists whose dashes are at the margin.
 */
export function registerDocumentProviders({ models, source, products }: Services, bases: GitBases): vscode.Disposable {
  const { languages } = vscode;
  const ask = async <T>(document: vscode.TextDocument, question: (model: KanoModel) => T): Promise<T | undefined> =>
    isKanoDocument(document) ? question(await models.read(document)) : undefined;
  const links: vscode.DocumentLinkProvider<KanoLink> = {
    provideDocumentLinks: (document) => ask(document, (model) => linksOf(document, model)),
    async resolveDocumentLink(link) {
      if (!link.use) return link;
      const resolved = await source.resolve(link.use.from.toString(), link.use.path);
      if ('uri' in resolved) link.target = vscode.Uri.parse(resolved.uri);
      return link;
    },
  };
  const symbols: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document) {
      if (!isKanoDocument(document)) return [];
      const product = await products.get(document);
      return documentSymbols(product.opened, analysisOfProduct(product)).map(toSymbol);
    },
  };
  return vscode.Disposable.from(
    languages.registerHoverProvider(
      kanoSelector,
      guarded('hovers', {
        async provideHover(document, position) {
          const product = await products.current(document);
          const found = product && hover(product, analysisOfProduct(product), position, bases.get(document));
          // The Markdown is not trusted: no command in the text of a file can run.
          return found && new vscode.Hover(new vscode.MarkdownString(found.contents.value), found.range && toRange(found.range));
        },
      }),
    ),
    languages.registerDocumentSymbolProvider(kanoSelector, guarded('outline', symbols), { label: 'Kano' }),
    languages.registerDocumentHighlightProvider(
      kanoSelector,
      guarded('highlights', {
        provideDocumentHighlights: (document, position) =>
          ask(document, (model) =>
            documentHighlights(model, position).map(({ range, kind = 1 }) => new vscode.DocumentHighlight(toRange(range), toKind(kind))),
          ),
      }),
    ),
    languages.registerSelectionRangeProvider(
      kanoSelector,
      guarded('growing selections', {
        provideSelectionRanges: (document, positions) =>
          ask(document, (model) => positions.map((position) => toSelectionRange(selectionRange(model, position)))),
      }),
    ),
    languages.registerDocumentLinkProvider(kanoSelector, guarded('links', links)),
  );
}

function toSymbol({ name, detail = '', kind, range, selectionRange, children = [] }: DocumentSymbol): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, toKind(kind), toRange(range), toRange(selectionRange));
  symbol.children = children.map(toSymbol);
  return symbol;
}

function toSelectionRange({ range, parent }: SelectionRange): vscode.SelectionRange {
  return new vscode.SelectionRange(toRange(range), parent && toSelectionRange(parent));
}

/** A link to a used file is resolved when somebody clicks it. */
class KanoLink extends vscode.DocumentLink {
  /** The document that names a file, and the path it names. */
  use: { readonly from: vscode.Uri; readonly path: string } | undefined;
}

function linksOf(document: vscode.TextDocument, model: KanoModel): KanoLink[] {
  return documentLinks(model).flatMap(({ range, target, data }) => {
    const link = new KanoLink(toRange(range), target === undefined ? undefined : parseAddress(target));
    if (data !== undefined) link.use = { from: document.uri, path: data };
    return link.target || link.use ? [link] : [];
  });
}

/** `undefined` for text that only begins like an address. */
function parseAddress(address: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(address, true);
  } catch {
    return undefined;
  }
}
