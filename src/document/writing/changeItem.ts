import type { ListKey } from '../format/model.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { updateModel } from '../versions/updateModel.ts';
import { type TextEdit, textChanges } from './textEdit.ts';

/** Makes the edits of one step; `undefined` where that cannot be done without changing something else. */
export type EditStep<List extends ListKey> = (model: KanoModel, item: Item<List>) => readonly TextEdit[] | undefined;

/** The model after the steps changed an item, one after the other; `undefined` where one of them cannot be done. */
export function changeItem<List extends ListKey>(
  model: KanoModel,
  list: List,
  index: number,
  steps: readonly EditStep<List>[],
): KanoModel | undefined {
  let after = model;
  for (const step of steps) {
    const current = after.list(list)[index];
    const edits = current && step(after, current);
    if (!edits) return undefined;
    if (edits.length > 0) after = updateModel(after, textChanges(edits));
  }
  return after;
}
