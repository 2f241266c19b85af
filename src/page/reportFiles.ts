import type { Product } from '../document/product.ts';
import { currentLanguage } from '../terms/language.ts';
import { panelFiles, wholeFiles } from './panelFiles.ts';
import type { FilesMessage } from './protocol.ts';

/** The files that a report has in it: named by their paths from the folder that holds all of them, instead of where they are on this machine. */
export interface ReportFiles {
  readonly message: FilesMessage;
  /** The name of a file in links to its features, from its URI. */
  readonly nameOf: (uri: string) => string;
}

const scheme = 'report:///';

/** The files of these products. */
export function reportFiles(products: readonly [Product, ...Product[]]): ReportFiles {
  const shown = panelFiles(products, { isEditable: false, isWorkspace: products.length > 1 });
  const { links } = shown;
  const nameOf = namesInReport(products);
  const shownAs = (uri: string) => uriInReport(nameOf(uri));
  // A report says the same whenever it is written.
  const { asOf: _, ...withoutDay } = links;
  const message: FilesMessage = {
    type: 'files',
    language: currentLanguage(),
    links: {
      ...withoutDay,
      opened: shownAs(links.opened),
      workspace: links.workspace?.map(shownAs) ?? null,
      uses: links.uses.map((use) => ({
        ...use,
        from: shownAs(use.from),
        to: 'uri' in use.to ? { ...use.to, uri: shownAs(use.to.uri) } : use.to,
      })),
      configurations: Object.fromEntries(Object.entries(links.configurations).map(([uri, value]) => [shownAs(uri), value])),
    },
    files: wholeFiles(shown).map((file) => ({ ...file, uri: shownAs(file.uri) })),
  };
  return { message, nameOf };
}

/** Names files of a report, from their URIs: by their paths from the folder that holds the files of these products, and others alone. */
export function namesInReport(products: readonly Product[]): (uri: string) => string {
  const folder = commonFolder(products.flatMap(({ models }) => models.map(({ uri }) => pathOf(uri))));
  return (uri) => {
    const path = pathOf(uri);
    return path.slice(path.startsWith(folder) ? folder.length : path.lastIndexOf('/') + 1);
  };
}

/** The name of a file of a report in links, from its URI there. */
export function nameInReport(uri: string): string {
  return decodeURIComponent(uri.slice(scheme.length));
}

/** The URI of a file of a report, from its name in links. */
export function uriInReport(name: string): string {
  return scheme + name.split('/').map(encodeURIComponent).join('/');
}

/** The editor knows files by their URIs, the command by their paths. */
function pathOf(uri: string): string {
  const [, path] = /^[a-z][a-z0-9+.-]+:([^?#]*)/i.exec(uri) ?? [];
  return path === undefined ? uri : decodeURIComponent(path);
}

function commonFolder(uris: readonly string[]): string {
  const [first = '', ...others] = uris.map((uri) => uri.slice(0, uri.lastIndexOf('/') + 1));
  let folder = first;
  while (!others.every((other) => other.startsWith(folder))) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}
