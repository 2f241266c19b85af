import { isListKey, listKeys } from '../format/model.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { updateModel } from '../versions/updateModel.ts';
import { plainValue, type ValueNode } from '../yaml/node.ts';
import { type TextEdit, textChanges } from './textEdit.ts';

/** Whether edits change nothing in a file except the content of one item. */
export function saysTheSame(
  before: KanoModel,
  edits: readonly TextEdit[],
  except?: { readonly item: Item; readonly content: unknown },
): boolean {
  return saysTheSameBut(before, edits, new Map(except && [[except.item, except.content]]));
}

/**
 * Whether edits change nothing in a file except the content of these items. Reads the file again, because every rule about YAML has
 * exceptions.
 */
export function saysTheSameBut(before: KanoModel, edits: readonly TextEdit[], changed: ReadonlyMap<Item, unknown>): boolean {
  const after = updateModel(before, textChanges(edits));
  if (after.syntaxFindings.length > before.syntaxFindings.length) return false;
  if (!sameContent(outsideLists(after.frame.root), outsideLists(before.frame.root))) return false;
  return listKeys.every((list) => {
    const [old, now] = [before.list(list) as readonly Item[], after.list(list) as readonly Item[]];
    return (
      old.length === now.length &&
      old.every((item, index) => {
        if (item === now[index]) return true;
        return sameContent(contentOf(now[index]), item && changed.has(item) ? changed.get(item) : contentOf(item));
      })
    );
  });
}

/** Whether two values are equal, whatever the order of their keys; a key without a value counts as absent. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameContent(left[key], right[key]));
}

function contentOf(item: Item | undefined): unknown {
  return item?.node && plainValue(item.node);
}

function outsideLists(root: ValueNode | undefined): unknown {
  if (root?.kind !== 'map') return root && plainValue(root);
  return plainValue({ ...root, entries: root.entries.filter(({ key }) => !isListKey(key.value)) });
}
