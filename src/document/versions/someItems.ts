import { oncePerObject } from '../../base/once.ts';
import { frameItems, type Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import type { Part } from '../yaml/part.ts';
import { sparseByVersion } from './sparseByVersion.ts';

/**
 * A function that gives those items of a version for which something holds: first those in the frame, then those that were parsed alone, each in
 * the order of the file. After an edit it looks only at the items that the edit touched.
 *
 * @param holds decides from the item alone
 */
export function someItems<Some extends Item>(holds: (item: Item) => item is Some): (model: KanoModel) => readonly Some[] {
  const inFrame = oncePerObject((frame: Part) => frameItems(frame).filter(holds));
  const inSegments = sparseByVersion(({ item }) => (item && holds(item) ? item : undefined));
  return (model) => {
    const [first, { values }] = [inFrame(model.frame), inSegments(model)];
    return first.length === 0 ? values : [...first, ...values];
  };
}
