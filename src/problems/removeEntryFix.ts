import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { takeItem } from '../document/writing/listEdits.ts';
import { removeEntry } from '../document/writing/mapEdits.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { type TextEdit, textEdits } from '../document/writing/textEdit.ts';
import { entryOf } from '../document/yaml/node.ts';

/**
 * The edits that take an item out of its list; the list's key goes with the only one. `undefined` where that would lose a comment, or change
 * what an alias elsewhere stands for.
 */
export function removeDefinition(model: KanoModel, item: Item): readonly TextEdit[] | undefined {
  const { part, node } = item;
  const { frame } = model;
  const list = part === frame ? entryOf(frame.root, item.list)?.value : part.root;
  if (node === undefined || list?.kind !== 'list' || isAlias(part.text, node) || part.anchors.size > 0) return undefined;
  const alone = model.list(item.list).length === 1;
  const header = entryOf(frame.root, item.list);
  if (alone && part === frame) {
    const edits = frame.root?.kind === 'map' && header && removeEntry(frame.text, frame.root, header);
    return edits ? textEdits(model, frame, edits) : undefined;
  }
  const removal = takeItem(part.text, list, node);
  const key = alone && frame.root?.kind === 'map' && header ? removeEntry(frame.text, frame.root, header) : [];
  return removal && key ? [...textEdits(model, frame, key), ...textEdits(model, part, removal)] : undefined;
}
