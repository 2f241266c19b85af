import type { KanoModel } from '../document/kanoModel.ts';
import type { Product, ResolvedUse } from '../document/product.ts';
import type { Position, TextChange } from '../document/yaml/position.ts';
import type { FileChange, FileLinks, FileText, HostMessage } from './protocol.ts';

/** The files that a page has, or is to have. */
export interface PanelFiles {
  readonly links: FileLinks;
  readonly models: ReadonlyMap<string, { readonly version: number; readonly model: KanoModel }>;
}

/** Longer texts are sent as a whole, because a page reads whole texts in slices. */
const longText = 100_000;

/**
 * What the page needs to show these products.
 *
 * @param products the one of the opened file first
 * @param before what the page has
 */
export function panelFiles(
  products: readonly [Product, ...Product[]],
  { isEditable, isWorkspace }: { readonly isEditable: boolean; readonly isWorkspace: boolean },
  before?: PanelFiles,
): PanelFiles {
  const models = new Map<string, { version: number; model: KanoModel }>();
  for (const model of products.flatMap((product) => product.models)) {
    const known = before?.models.get(model.uri);
    models.set(model.uri, known?.model === model ? known : { version: (known?.version ?? 0) + 1, model });
  }
  const uses = new Map(products.flatMap((product) => product.uses).map((use): [string, ResolvedUse] => [`${use.from}\n${use.path}`, use]));
  const links: FileLinks = {
    opened: products[0].opened.uri,
    isEditable,
    workspace: isWorkspace ? products.map(({ opened }) => opened.uri) : null,
    uses: [...uses.values()],
    ...(products[0].asOf !== undefined && { asOf: products[0].asOf }),
    configurations: Object.fromEntries(
      products.flatMap(({ opened, configuration }) => (configuration ? [[opened.uri, configuration]] : [])),
    ),
  };
  return { links: before && JSON.stringify(before.links) === JSON.stringify(links) ? before.links : links, models };
}

/** All files, for a page that has none. */
export function wholeFiles({ models }: PanelFiles): readonly FileText[] {
  return [...models.values()].map(({ version, model }) => ({ uri: model.uri, version, text: model.text }));
}

/** What leads a page from some files to others; `null` where they are the same. */
export function changesBetween(before: PanelFiles, after: PanelFiles): Extract<HostMessage, { readonly type: 'changes' }> | null {
  const files = [...after.models].flatMap(([uri, { version, model }]): (FileText | FileChange)[] => {
    const known = before.models.get(uri);
    if (known?.model === model) return [];
    const change = known && changeBetween(known.model, model);
    if (!change || change.text.length > longText) return [{ uri, version, text: model.text }];
    return [{ uri, version, changes: [change] }];
  });
  const removed = [...before.models.keys()].filter((uri) => !after.models.has(uri));
  const links = after.links === before.links ? {} : { links: after.links };
  return files.length + removed.length > 0 || 'links' in links ? { type: 'changes', files, removed, ...links } : null;
}

/** The lines that differ, as one change: versions share the segments that edits did not touch. */
function changeBetween(before: KanoModel, after: KanoModel): TextChange {
  const { first, removed, added } = after.spliceFrom(before);
  // Past the last segment is the end of the file.
  const startOf = (index: number): Position => ({
    line: index < before.segments.length ? before.startLine(index) : Number.MAX_SAFE_INTEGER,
    character: 0,
  });
  const text = after.segments.slice(first, first + added).map(({ segment }) => segment.text);
  return { range: { start: startOf(first), end: startOf(first + removed) }, text: text.join('') };
}
