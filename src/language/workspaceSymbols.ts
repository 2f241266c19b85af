import type { SymbolInformation } from 'vscode-languageserver-types';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { listKeys } from '../document/model.ts';
import { itemName, symbolKinds } from './documentSymbols.ts';

/**
 * The items of all files whose name or id matches a query: first those that hold it as it stands, then those that hold its characters in this
 * order. Upper and lower case are one; an empty query matches all.
 *
 * @param limit how many there are at most
 */
export function workspaceSymbols(documents: readonly KanoDocument[], query: string, limit: number): readonly SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const close: Found[] = [];
  const loose: Found[] = [];
  for (const document of documents) {
    for (const list of listKeys) {
      for (const entry of document.list(list) as readonly Entry[]) {
        if (close.length >= limit) break;
        const name = searchedName(entry);
        const text = name.toLowerCase().replace(/\s+/g, '');
        if (text.includes(wanted)) close.push({ document, entry, name });
        else if (loose.length < limit && holdsInOrder(text, wanted)) loose.push({ document, entry, name });
      }
    }
  }
  return [...close, ...loose].slice(0, limit).map(({ document, entry, name }) => ({
    name,
    kind: symbolKinds[entry.list],
    containerName: document.header.product ?? '',
    location: { uri: document.uri, range: document.rangeOf(entry.placeOfId) },
  }));
}

interface Found {
  readonly document: KanoDocument;
  readonly entry: Entry;
  readonly name: string;
}

/** Name and id: the editor searches the name that it is given once more, and drops what does not match. */
function searchedName(entry: Entry): string {
  const { id } = entry.value;
  const name = itemName(entry);
  return id === undefined || id === name ? name : `${name} · ${id}`;
}

function holdsInOrder(text: string, wanted: string): boolean {
  let from = 0;
  for (const character of wanted) {
    const found = text.indexOf(character, from);
    if (found === -1) return false;
    from = found + character.length;
  }
  return true;
}
