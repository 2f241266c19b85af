import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { entryOf } from '../document/node.ts';
import { takeItem } from '../document/writing/listEdits.ts';
import { removeEntry } from '../document/writing/mapEdits.ts';
import { isAlias } from '../document/writing/spans.ts';
import { type TextEdit, textEdits } from '../document/writing/textEdit.ts';

/**
 * The edits that take an item out of its list; the list's key goes with the only one. `undefined` where that would lose a comment, or change
 * what an alias elsewhere stands for.
 */
export function removeDefinition(document: KanoDocument, entry: Entry): readonly TextEdit[] | undefined {
  const { part, node } = entry;
  const { frame } = document;
  const list = part === frame ? entryOf(frame.root, entry.list)?.value : part.root;
  if (node === undefined || list?.kind !== 'list' || isAlias(part.text, node) || part.anchors.size > 0) return undefined;
  const alone = document.list(entry.list).length === 1;
  const header = entryOf(frame.root, entry.list);
  if (alone && part === frame) {
    const edits = frame.root?.kind === 'map' && header && removeEntry(frame.text, frame.root, header);
    return edits ? textEdits(document, frame, edits) : undefined;
  }
  const item = takeItem(part.text, list, node);
  const key = alone && frame.root?.kind === 'map' && header ? removeEntry(frame.text, frame.root, header) : [];
  return item && key ? [...textEdits(document, frame, key), ...textEdits(document, part, item)] : undefined;
}
