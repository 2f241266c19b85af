import { schemaAt } from '../format/formatSchema.ts';
import type { ListKey } from '../format/model.ts';
import type { KanoModel } from '../kanoModel.ts';
import { entryOf } from '../yaml/node.ts';
import { endOfLine } from '../yaml/syntaxFinding.ts';
import { appendToFlow } from './collectionEdits.ts';
import { columnOf, contentEnd, isAlias } from './nodeOffsets.ts';
import { scalarText } from './scalarText.ts';
import { lineBreakOf, type TextEdit, textEdits } from './textEdit.ts';

/** The texts of an item, and lists of ids. */
type NewItem = Readonly<Record<string, string | readonly string[]>>;

/**
 * Adds an item to a list of a file, in the style of its last item. A new list goes where the schema has it. `undefined` if the way the list
 * is written does not allow it.
 */
export function addDefinition(model: KanoModel, list: ListKey, item: NewItem): readonly TextEdit[] | undefined {
  return addDefinitions(model, list, [item]);
}

/** Adds several items to a list, in one edit. */
export function addDefinitions(model: KanoModel, list: ListKey, items: readonly NewItem[]): readonly TextEdit[] | undefined {
  const { frame } = model;
  if (frame.root !== undefined && (frame.root.kind !== 'map' || frame.root.flow)) return undefined;
  const entry = entryOf(frame.root, list);
  const last = model.list(list).at(-1);
  if (!entry) return newList(model, list, items);
  if (entry.value.kind === 'list' && entry.value.flow)
    return textEdits(model, frame, appendToFlow(frame.text, entry.value, items.map(flowText).join(', ')));
  if (!last?.node || !last.ownsPart || isAlias(last.part.text, last.node)) return undefined;
  const { part, node } = last;
  const end = endOfLine(part.text, contentEnd(part.text, node));
  const dash = columnOf(part.text, part.root?.start ?? 0);
  const inner = columnOf(part.text, node.start);
  const isBlock = node.kind === 'map' && !node.flow;
  const lines = items.flatMap((item) =>
    isBlock ? blockLines(item, dash, Math.max(inner, dash + 2)) : [`${' '.repeat(dash)}- ${flowText(item)}`],
  );
  return textEdits(model, part, [{ start: end, end, newText: lines.map((line) => `\n${line}`).join('') }]);
}

function newList(model: KanoModel, list: ListKey, items: readonly NewItem[]): readonly TextEdit[] {
  const lineBreak = lineBreakOf(model);
  const lines = [`${list}:`, ...items.map((item) => `  - ${flowText(item)}`)];
  const order = Object.keys(schemaAt(undefined, [])?.properties ?? {});
  const later = order.slice(order.indexOf(list) + 1).find((key) => entryOf(model.frame.root, key));
  const text = model.text.split('\n');
  if (later === undefined) {
    const line = text.length - 1;
    const character = text[line]?.length ?? 0;
    const position = { line, character };
    const newText = `${character > 0 ? lineBreak : ''}${lines.join(lineBreak)}${lineBreak}`;
    return [{ range: { start: position, end: position }, newText }];
  }
  let { line } = model.locate(model.rangeOfKey([later])).start;
  // A comment above a key is about the key.
  while (line > 0 && /^#/.test(text[line - 1] ?? '')) line--;
  const position = { line, character: 0 };
  return [{ range: { start: position, end: position }, newText: lines.map((each) => each + lineBreak).join('') }];
}

function flowText(item: NewItem): string {
  const pairs = Object.entries(item).map(([key, value]) => `${key}: ${valueText(value, true)}`);
  return `{ ${pairs.join(', ')} }`;
}

function blockLines(item: NewItem, dash: number, column: number): readonly string[] {
  return Object.entries(item).map(([key, value], index) => {
    const start = index === 0 ? `${' '.repeat(dash)}-${' '.repeat(column - dash - 1)}` : ' '.repeat(column);
    return `${start}${key}: ${valueText(value, false)}`;
  });
}

function valueText(value: string | readonly string[], flow: boolean): string {
  return typeof value === 'string' ? scalarText(value, { flow }) : `[${value.map((each) => scalarText(each, { flow: true })).join(', ')}]`;
}
