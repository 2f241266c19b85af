import type { ListKey } from '../format/model.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { joinSegments, readModel } from '../readModel.ts';
import type { ReadSegment } from '../readSegment.ts';
import { changeItem, type EditStep } from './changeItem.ts';

/** An item of a list and the steps that change it. */
export interface ItemChange<List extends ListKey> {
  readonly item: Item<List>;
  readonly steps: readonly EditStep<List>[];
}

/** A file after its items were changed. */
export interface ChangedItems<List extends ListKey> {
  readonly model: KanoModel;
  /** The items that cannot be changed without changing something else. */
  readonly refused: ReadonlySet<Item<List>>;
}

/**
 * The model after many items of a list were changed, each as `changeItem` does it. In a large file every edit takes a walk along the file. So items
 * that are parsed alone are changed each in a file of its own, which has the frame and no other item, and put in their places at once. Where that
 * file would be cut in another way, and for all other items, they are changed one after the other.
 */
export function changeItems<List extends ListKey>(before: KanoModel, list: List, changes: readonly ItemChange<List>[]): ChangedItems<List> {
  const alone = changeAlone(before, list, changes);
  const refused = new Set(alone?.refused);
  // Changed items stay where they are in the list.
  const places = new Map(before.list(list).map((item, index) => [item, index]));
  let model = alone?.model ?? before;
  for (const { item, steps } of alone?.others ?? changes) {
    const after = changeItem(model, list, places.get(item) ?? -1, steps);
    if (after) model = after;
    else refused.add(item);
  }
  return { model, refused };
}

interface ChangedAlone<List extends ListKey> extends ChangedItems<List> {
  /** What is left to do. */
  readonly others: readonly ItemChange<List>[];
}

/** Changes the items that are parsed alone; `undefined` where all of them together are cut in another way than each alone. */
function changeAlone<List extends ListKey>(
  model: KanoModel,
  list: List,
  changes: readonly ItemChange<List>[],
): ChangedAlone<List> | undefined {
  const indexes = new Map<unknown, number>(model.segments.flatMap(({ item }, index) => (item ? [[item, index]] : [])));
  const fileOf = filesWithOneItem(model);
  const changed = new Map<number, ReadSegment>();
  const [refused, others]: [Set<Item<List>>, ItemChange<List>[]] = [new Set(), []];
  for (const change of changes) {
    const index = indexes.get(change.item);
    const alone = index === undefined || changed.has(index) ? undefined : fileOf(index);
    const after = alone && changeItem(alone, list, alone.list(list).indexOf(change.item), change.steps);
    if (index === undefined || !alone) others.push(change);
    else if (!after) refused.add(change.item);
    else {
      const segment = onlyChanged(alone, after);
      if (!segment) return undefined;
      changed.set(index, segment);
    }
  }
  const expected = model.segments.map((segment, index) => changed.get(index) ?? segment);
  const together = changed.size === 0 ? model : readModel(model.uri, expected.map(({ segment }) => segment.text).join(''));
  return isCutInto(together, expected) ? { model: together, refused, others } : undefined;
}

/** Gives for the index of a segment the file that has it and the frame. */
function filesWithOneItem(model: KanoModel): (index: number) => KanoModel {
  const frames = [...model.segments.entries()].filter(([, { item }]) => item === undefined);
  const parts = frames.map(([, part]) => part);
  const length = parts.reduce((sum, { segment }) => sum + segment.text.length, 0);
  const before = joinSegments(model.uri, parts, length);
  return (index) => {
    const added = model.segments.slice(index, index + 1);
    const first = frames.filter(([at]) => at < index).length;
    const splice = { first, removed: 0, added: added.length };
    const itsLength = added.reduce((sum, { segment }) => sum + segment.text.length, 0);
    const segments = parts.toSpliced(first, 0, ...added);
    return joinSegments(model.uri, segments, length + itsLength, { before, splice, removed: [], added });
  };
}

/** The one item of a file after a change, where nothing else changed. */
function onlyChanged(before: KanoModel, after: KanoModel): ReadSegment | undefined {
  const index = before.segments.findIndex(({ item }) => item !== undefined);
  const segment = after.segments[index];
  return segment?.item && isCutInto(after, before.segments.with(index, segment)) ? segment : undefined;
}

function isCutInto({ segments }: KanoModel, expected: readonly ReadSegment[]): boolean {
  return (
    segments.length === expected.length &&
    segments.every(
      ({ segment, item }, index) => segment.text === expected[index]?.segment.text && item?.list === expected[index]?.item?.list,
    )
  );
}
