import type { Entry } from '../document/entry.ts';
import { schemaAt } from '../document/formatSchema.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { listKeys } from '../document/model.ts';
import { entryOf, type MapEntry, type MapNode, plainValue, type ValueNode } from '../document/node.ts';
import { updateDocument } from '../document/updateDocument.ts';
import { insertEntry, removeEntry, replaceValue } from '../document/writing/mapEdits.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import { isAlias, ownEntries } from '../document/writing/spans.ts';
import { lineBreakOf, type PartEdit, type TextEdit, textChanges, textEdits } from '../document/writing/textEdit.ts';

/**
 * The edits that give one property of a list item another value, or with `undefined` take it away, and change nothing else: comments, blank
 * lines, quotes and line breaks stay. A new property comes behind the nearest one that the schema names before it. Nothing to do gives no
 * edits; `undefined` where it cannot be done without changing more, as for an item that an alias brings in.
 */
export function setProperty(
  document: KanoDocument,
  entry: Entry,
  key: string,
  value: string | number | undefined,
): readonly TextEdit[] | undefined {
  const { node, part } = entry;
  if (node?.kind !== 'map' || isAlias(part.text, node) || (typeof value === 'number' && !Number.isFinite(value))) return undefined;
  const expected = { ...(plainValue(node) as Record<string, unknown>), [key]: value };
  if (sameContent(expected, plainValue(node))) return [];
  for (const edits of candidates(document, entry, node, key, value)) {
    const result = textEdits(document, part, edits);
    if (givesExactly(document, entry, expected, result)) return result;
  }
  return undefined;
}

function* candidates(
  document: KanoDocument,
  { list, part: { text } }: Entry,
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
    yield insertEntry(text, map, before, written, lineBreakOf(document));
  }
}

/** Behind the nearest key that the schema names before, else before all keys; where that changes what is there, behind any other. */
function placesFor(key: string, own: readonly MapEntry[], order: readonly string[]): readonly (MapEntry | undefined)[] {
  const rank = (entry: MapEntry) => order.indexOf(String(entry.key.value));
  const earlier = own.filter((entry) => rank(entry) !== -1 && rank(entry) < order.indexOf(key));
  const best = earlier.reduce<MapEntry | undefined>((found, entry) => (found && rank(found) > rank(entry) ? found : entry), undefined);
  return [best, ...own.filter((entry) => entry !== best), ...(best ? [undefined] : [])];
}

/** Whether the edited file says the same as before but for the one item: read again, because no rule about YAML has no exception. */
function givesExactly(before: KanoDocument, entry: Entry, expected: unknown, edits: readonly TextEdit[]): boolean {
  const after = updateDocument(before, textChanges(edits));
  if (after.syntaxFindings.length > before.syntaxFindings.length) return false;
  if (!sameContent(outsideLists(after.frame.root), outsideLists(before.frame.root))) return false;
  return listKeys.every((list) => {
    const [old, now] = [before.list(list) as readonly Entry[], after.list(list) as readonly Entry[]];
    return (
      old.length === now.length &&
      old.every((item, index) => {
        if (item === now[index]) return true;
        const content = now[index]?.node && plainValue(now[index].node);
        return sameContent(content, item === entry ? expected : item.node && plainValue(item.node));
      })
    );
  });
}

function outsideLists(root: ValueNode | undefined): unknown {
  if (root?.kind !== 'map') return root && plainValue(root);
  return plainValue({ ...root, entries: root.entries.filter(({ key }) => !(listKeys as readonly unknown[]).includes(key.value)) });
}

/** Whether two values are equal, whatever the order of their keys; a key without a value is as good as none. */
function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameContent(left[key], right[key]));
}
