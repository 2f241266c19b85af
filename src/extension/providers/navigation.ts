import * as vscode from 'vscode';
import { kanoSelector } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { WorkspaceFiles } from '../documents/workspaceFiles.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { DefinitionProvider } from './definitionProvider.ts';
import { DocumentHighlightProvider } from './documentHighlightProvider.ts';
import { DocumentLinkProvider } from './documentLinkProvider.ts';
import { DocumentSymbolProvider } from './documentSymbolProvider.ts';
import { ReferenceProvider } from './referenceProvider.ts';
import { RenameProvider } from './renameProvider.ts';
import { SelectionRangeProvider } from './selectionRangeProvider.ts';
import { WorkspaceSymbolProvider } from './workspaceSymbolProvider.ts';

/** What readers of files find their way with, as VS Code asks for it. */
export interface NavigationSources {
  readonly models: ModelStore;
  readonly source: WorkspaceSource;
  readonly products: ProductStore;
  readonly files: WorkspaceFiles;
}

/** Registers outline, search, links, definitions, references and rename. */
export function provideNavigation(sources: NavigationSources): vscode.Disposable {
  const { models, source, products, files } = sources;
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(kanoSelector, new DefinitionProvider(models, products)),
    languages.registerReferenceProvider(kanoSelector, new ReferenceProvider(sources)),
    languages.registerRenameProvider(kanoSelector, new RenameProvider(sources)),
    languages.registerDocumentHighlightProvider(kanoSelector, new DocumentHighlightProvider(models)),
    languages.registerDocumentSymbolProvider(kanoSelector, new DocumentSymbolProvider(products), { label: 'Kano' }),
    languages.registerDocumentLinkProvider(kanoSelector, new DocumentLinkProvider(models, source)),
    languages.registerSelectionRangeProvider(kanoSelector, new SelectionRangeProvider(models)),
    languages.registerWorkspaceSymbolProvider(new WorkspaceSymbolProvider(files)),
  );
}
