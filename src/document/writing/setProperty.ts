import { schemaAt } from '../format/formatSchema.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { entryOf, type MapNode, plainValue } from '../yaml/node.ts';
import { insertEntry, placesFor, removeEntry, replaceValue } from './collectionEdits.ts';
import { isAlias, ownEntries } from './nodeOffsets.ts';
import { sameContent, saysTheSame } from './sameContent.ts';
import { quoteOf, scalarText } from './scalarText.ts';
import { type PartEdit, type TextEdit, textEdits } from './textEdit.ts';

/**
 * The edits that set one property of a list item, or remove it if `value` is `undefined`, and change nothing else: comments, blank lines,
 * quotes and line breaks stay. A new property goes after the nearest one before it in the schema. No edits if there is nothing to change;
 * `undefined` if it cannot be done without changing more, for example in an item that is an alias.
 */
export function setProperty(
  model: KanoModel,
  item: Item,
  key: string,
  value: string | number | undefined,
): readonly TextEdit[] | undefined {
  const { node, part } = item;
  if (node?.kind !== 'map' || isAlias(part.text, node) || (typeof value === 'number' && !Number.isFinite(value))) return undefined;
  const expected = { ...(plainValue(node) as Record<string, unknown>), [key]: value };
  if (sameContent(expected, plainValue(node))) return [];
  for (const edits of candidates(item, node, key, value)) {
    const result = textEdits(model, part, edits);
    if (saysTheSame(model, result, { item, content: expected })) return result;
  }
  return undefined;
}

function* candidates(
  { list, part: { text } }: Item,
  map: MapNode,
  key: string,
  value: string | number | undefined,
): Iterable<readonly PartEdit[]> {
  const own = ownEntries(text, map);
  const known = entryOf({ ...map, entries: own }, key);
  if (value === undefined) {
    const removal = known && removeEntry(text, map, known);
    if (removal) yield removal;
    return;
  }
  if (known) {
    const quote =
      known.value.kind === 'scalar' && typeof known.value.value === 'string' ? quoteOf(text.slice(known.value.start)) : undefined;
    const replacement = replaceValue(text, known, scalarText(value, { flow: map.flow, quote }));
    if (replacement) yield replacement;
    return;
  }
  const written = `${key}: ${scalarText(value, { flow: map.flow })}`;
  for (const before of placesFor(key, own, Object.keys(schemaAt(list, [])?.properties ?? {}))) {
    yield insertEntry(text, map, before, written);
  }
}
