import { schemaAt } from '../format/formatSchema.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { entryOf, type MapNode, plainValue } from '../yaml/node.ts';
import { appendItems, insertEntry, placesFor } from './collectionEdits.ts';
import { isAlias, ownEntries } from './nodeOffsets.ts';
import { saysTheSame } from './sameContent.ts';
import { scalarText } from './scalarText.ts';
import { type PartEdit, type TextEdit, textEdits } from './textEdit.ts';

/**
 * The edits that add texts to a list of an item, those that it has not yet, and change nothing else. No edits if it has all; `undefined` if it cannot be
 * done without changing more.
 */
export function addToList(model: KanoModel, item: Item, key: string, values: readonly string[]): readonly TextEdit[] | undefined {
  const { node, part } = item;
  if (node?.kind !== 'map' || isAlias(part.text, node)) return undefined;
  const content = plainValue(node) as Record<string, unknown>;
  const before = content[key] ?? [];
  if (!Array.isArray(before)) return undefined;
  const added = [...new Set(values)].filter((value) => !before.includes(value));
  if (added.length === 0) return [];
  const edits = listEdits(part.text, node, item.list, key, added);
  const result = edits && textEdits(model, part, edits);
  return result && saysTheSame(model, result, { item, content: { ...content, [key]: [...before, ...added] } }) ? result : undefined;
}

function listEdits(text: string, map: MapNode, list: Item['list'], key: string, added: readonly string[]): readonly PartEdit[] | undefined {
  const own = ownEntries(text, map);
  const known = entryOf({ ...map, entries: own }, key);
  const flow = added.map((value) => scalarText(value, { flow: true })).join(', ');
  if (!known) {
    // What a merge key brings in would be hidden.
    if (entryOf(map, key)) return undefined;
    const [after] = placesFor(key, own, Object.keys(schemaAt(list, [])?.properties ?? {}));
    return insertEntry(text, map, after, `${key}: [${flow}]`);
  }
  const { value } = known;
  if (value.kind !== 'list' || isAlias(text, value)) return undefined;
  return appendItems(text, value, flow, (column) =>
    added.map((each) => `\n${' '.repeat(column)}- ${scalarText(each, { flow: false })}`).join(''),
  );
}
