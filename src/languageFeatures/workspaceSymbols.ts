import type { SymbolInformation } from 'vscode-languageserver-types';
import { listKeys } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { itemName, symbolKinds } from './documentSymbols.ts';

/**
 * The items of all files whose name or id matches a query: first those that hold it as it stands, then those that hold its characters in this
 * order. Upper and lower case are one; an empty query matches all.
 *
 * @param limit how many there are at most
 */
export function workspaceSymbols(models: readonly KanoModel[], query: string, limit: number): readonly SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const close: Found[] = [];
  const loose: Found[] = [];
  for (const model of models) {
    for (const list of listKeys) {
      for (const item of model.list(list) as readonly Item[]) {
        if (close.length >= limit) break;
        const name = searchedName(item);
        const text = name.toLowerCase().replace(/\s+/g, '');
        if (text.includes(wanted)) close.push({ model, item, name });
        else if (loose.length < limit && holdsInOrder(text, wanted)) loose.push({ model, item, name });
      }
    }
  }
  return [...close, ...loose].slice(0, limit).map(({ model, item, name }) => ({
    name,
    kind: symbolKinds[item.list],
    containerName: model.header.product ?? '',
    location: { uri: model.uri, range: model.locate(item.rangeOfId) },
  }));
}

interface Found {
  readonly model: KanoModel;
  readonly item: Item;
  readonly name: string;
}

/** Name and id: the editor searches the name that it is given once more, and drops what does not match. */
function searchedName(item: Item): string {
  const { id } = item.value;
  const name = itemName(item);
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
