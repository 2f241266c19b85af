import * as vscode from 'vscode';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { DocumentSource } from '../../document/product.ts';
import { definition, references } from '../../languageFeatures/references.ts';
import { prepareRename, rename } from '../../languageFeatures/rename.ts';
import { workspaceSymbols } from '../../languageFeatures/symbols.ts';
import { toKind, toLocation, toRange, toTextEdits } from '../documents/conversions.ts';
import { isEditable, isKanoDocument, kanoSelector, openText } from '../documents/kanoFiles.ts';
import { isReadOnly } from '../documents/readOnly.ts';
import type { Services } from '../documents/services.ts';
import type { WorkspaceContent } from '../documents/workspaceFiles.ts';
import { guarded, Refusal } from '../output/failures.ts';

/** More symbols than anybody scrolls through; VS Code asks again with every letter typed. */
const symbolsLimit = 500;

/** Registers what looks into other files too: definitions, references, rename, and the symbols of the workspace. */
export function registerNavigation(services: Services): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(
      kanoSelector,
      guarded('definitions', {
        async provideDefinition(document, position) {
          const product = await services.products.current(document);
          if (!product) return undefined;
          return definition(product, position).map(({ originSelectionRange, targetUri, targetRange, targetSelectionRange }) => ({
            ...(originSelectionRange ? { originSelectionRange: toRange(originSelectionRange) } : {}),
            targetUri: vscode.Uri.parse(targetUri),
            targetRange: toRange(targetRange),
            targetSelectionRange: toRange(targetSelectionRange),
          }));
        },
      }),
    ),
    languages.registerReferenceProvider(
      kanoSelector,
      guarded('references', {
        async provideReferences(document, position, { includeDeclaration }, token) {
          if (!isKanoDocument(document)) return [];
          const { opened, models, source } = await filesAround(document, services, token);
          if (!services.models.isCurrent(document, opened)) return [];
          const found = await references(opened, position, models, source, includeDeclaration);
          return found.map(({ uri, range }) => toLocation(uri, range));
        },
      }),
    ),
    languages.registerRenameProvider(kanoSelector, guarded('rename', renameProvider(services))),
    languages.registerWorkspaceSymbolProvider(
      guarded('workspace symbols', {
        async provideWorkspaceSymbols(query, token) {
          const { models } = await services.files.content(token);
          return workspaceSymbols(models, query, symbolsLimit).map(
            ({ name, kind, containerName = '', location: { uri, range } }) =>
              new vscode.SymbolInformation(name, toKind(kind), containerName, toLocation(uri, range)),
          );
        },
      }),
    ),
  );
}

/** Renames an id in all files of the workspace that share it, or throws the reason why it cannot, which VS Code shows. */
function renameProvider(services: Services): vscode.RenameProvider {
  const assertEditable = (document: vscode.TextDocument): void => {
    if (isEditable(document)) return;
    throw new Refusal(vscode.l10n.t('This version of the file cannot be edited. Rename the id in the file itself.'));
  };
  return {
    async prepareRename(document, position) {
      if (!isKanoDocument(document)) return undefined;
      assertEditable(document);
      const prepared = prepareRename(await services.models.read(document), position);
      if ('reason' in prepared) throw new Refusal(prepared.reason);
      return { range: toRange(prepared.range), placeholder: prepared.placeholder };
    },
    async provideRenameEdits(document, position, newName, token) {
      if (!isKanoDocument(document)) return undefined;
      assertEditable(document);
      await services.source.refresh();
      for (let attempt = 0; attempt < 3; attempt++) {
        const edit = await renameEdit(document, position, newName.trim(), services, token);
        if (edit) return edit;
      }
      throw new Refusal(vscode.l10n.t('Files changed at the same moment. Rename again.'));
    },
  };
}

/**
 * The edit that renames an id, or throws the reason why there is none. `undefined` where a file turned out to be other than it was read: VS Code
 * applies edits to the text that it opens, which may be decoded by another encoding, or be newer. That text is open then, and read the next time.
 */
async function renameEdit(
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
  services: Services,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  const { opened, source, ...around } = await filesAround(document, services, token);
  const hidden = await services.files.hidden(token);
  // An edit meanwhile may have moved what is at the position.
  if (!services.models.isCurrent(document, opened)) throw new vscode.CancellationError();
  const models = [...new Map([...around.models, ...hidden.models].map((model) => [model.uri, model])).values()];
  const unreadable = [...around.unreadable, ...hidden.unreadable];
  const nameOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const renamed = await rename(opened, position, newName, { ...around, models, unreadable: unreadable.map(nameOf) }, source);
  if ('reason' in renamed) throw new Refusal(renamed.reason);
  const edit = new vscode.WorkspaceEdit();
  let isAsRead = true;
  for (const [uri, edits] of renamed) {
    const target = await openText(vscode.Uri.parse(uri));
    if (await isReadOnly(target)) {
      throw new Refusal(
        vscode.l10n.t('{file} is read-only in this window, and would have to change too. Nothing was renamed.', { file: nameOf(uri) }),
      );
    }
    isAsRead &&= models.find((model) => model.uri === uri)?.text === target.getText();
    edit.set(target.uri, toTextEdits(edits));
  }
  return isAsRead ? edit : undefined;
}

/** A document with all files that may mention its ids. */
interface FilesAround extends WorkspaceContent {
  readonly opened: KanoModel;
  /** Throws once the request is cancelled. */
  readonly source: DocumentSource;
}

/**
 * The files of the workspace together with those of the document's product, which may lie elsewhere. For a past version only its product: the
 * files of today belong to another time.
 *
 * @throws {vscode.CancellationError} When `token` is cancelled.
 */
async function filesAround(document: vscode.TextDocument, services: Services, token: vscode.CancellationToken): Promise<FilesAround> {
  const { products, source, files } = services;
  const content = isEditable(document) ? await files.content(token) : { models: [], unreadable: [], isComplete: true };
  const product = await products.get(document);
  const models = new Map([...content.models, ...product.models].map((model) => [model.uri, model]));
  return { ...content, models: [...models.values()], opened: product.opened, source: cancellable(source, token) };
}

function cancellable(source: DocumentSource, token: vscode.CancellationToken): DocumentSource {
  return {
    resolve(from, path) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      return source.resolve(from, path);
    },
    open: (uri) => source.open(uri),
  };
}
