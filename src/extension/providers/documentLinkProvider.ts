import * as vscode from 'vscode';
import { documentLinks } from '../../languageFeatures/documentLinks.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import { toRange } from '../documents/ranges.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';

class KanoLink extends vscode.DocumentLink {
  /** The document that names a file, and the path it names. */
  use: { readonly from: vscode.Uri; readonly path: string } | undefined;
}

/** Makes used files and addresses clickable. Which file is meant is found out when somebody clicks. */
export class DocumentLinkProvider implements vscode.DocumentLinkProvider<KanoLink> {
  readonly #models: ModelStore;
  readonly #source: WorkspaceSource;

  constructor(models: ModelStore, source: WorkspaceSource) {
    this.#models = models;
    this.#source = source;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<KanoLink[]> {
    if (!isKanoDocument(document)) return [];
    return documentLinks(await this.#models.read(document)).flatMap(({ range, target, data }) => {
      const link = new KanoLink(toRange(range), target === undefined ? undefined : parseAddress(target));
      if (data !== undefined) link.use = { from: document.uri, path: data };
      return link.target || link.use ? [link] : [];
    });
  }

  async resolveDocumentLink(link: KanoLink): Promise<KanoLink> {
    if (!link.use) return link;
    const resolved = await this.#source.resolve(link.use.from.toString(), link.use.path);
    if ('uri' in resolved) link.target = vscode.Uri.parse(resolved.uri);
    return link;
  }
}

/** `undefined` for what only begins like an address. */
function parseAddress(address: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(address, true);
  } catch {
    return undefined;
  }
}
