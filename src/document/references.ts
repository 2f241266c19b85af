import type { ListKey } from './format/model.ts';
import type { Item } from './item.ts';
import { entryOf, type TextNode, textsOf, type ValueNode } from './yaml/node.ts';

/** An id as it is referred to, and the list that has to define it. */
export interface Reference {
  readonly target: ListKey;
  readonly node: TextNode;
}

const referencesByItem = new WeakMap<Item, readonly Reference[]>();

/** The ids that an item refers to, where they stand. */
export function referencesOf(item: Item): readonly Reference[] {
  const known = referencesByItem.get(item);
  if (known) return known;
  const references = [...readReferences(item)];
  referencesByItem.set(item, references);
  return references;
}

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
