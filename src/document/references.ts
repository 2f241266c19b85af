import { oncePerObject } from '../base/once.ts';
import type { ListKey } from './format/model.ts';
import type { Item } from './item.ts';
import { entryOf, type TextNode, textsOf, type ValueNode } from './yaml/node.ts';

/** A reference to an id, and the list that has to define it. */
export interface Reference {
  readonly target: ListKey;
  readonly node: TextNode;
}

/** The ids that an item refers to, with their nodes. Kept, because every index of an item asks for them. */
export const referencesOf = oncePerObject((item: Item): readonly Reference[] => [...readReferences(item)]);

function* readReferences({ list, node }: Item): Iterable<Reference> {
  if (list === 'touchpoints') yield* referencesAt(node, 'stage', 'stages');
  else if (list === 'metrics') yield* referencesAt(node, 'touchpoint', 'touchpoints');
  else if (list === 'features') {
    yield* referencesAt(node, 'touchpoints', 'touchpoints');
    yield* referencesAt(node, 'dependsOn', 'features');
    const tallies = entryOf(node, 'tallies')?.value;
    for (const tally of tallies?.kind === 'list' ? tallies.items : []) {
      yield* referencesAt(tally, 'survey', 'surveys');
      yield* referencesAt(tally, 'persona', 'personas');
    }
  }
}

function referencesAt(node: ValueNode | undefined, key: string, target: ListKey): readonly Reference[] {
  const value = entryOf(node, key)?.value;
  return value ? textsOf(value).map((text) => ({ target, node: text })) : [];
}
