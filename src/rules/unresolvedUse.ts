import { entryOf } from '../document/node.ts';
import type { Place } from '../document/place.ts';
import { removeItem } from '../document/writing/listEdits.ts';
import { removeEntry } from '../document/writing/mapEdits.ts';
import type { PartEdit } from '../document/writing/textEdit.ts';
import { removeFrom } from '../wording/problems/fixes.ts';
import { unresolvedUse } from '../wording/problems/references.ts';
import { fixInPart } from './fix.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/unresolved-use`: a file named under `uses` that is missing, unreadable, out of bounds or part of a circle. */
export function checkUses({ product, document }: RuleContext): readonly Finding[] {
  return product.unresolvedUses
    .filter((use) => use.document === document)
    .map(({ path, place, reason }) => ({
      code: 'kano/unresolved-use',
      place,
      message: unresolvedUse(path, reason),
      fixes: (product) => fixInPart(product, place.part, removeUse(place), { title: removeFrom('uses', path) }),
    }));
}

/** The list goes with its only entry. */
function removeUse({ part: { root, text }, start }: Place): readonly PartEdit[] | undefined {
  const entry = entryOf(root, 'uses');
  if (root?.kind !== 'map' || entry?.value.kind !== 'list') return undefined;
  const item = entry.value.items.find((each) => each.start === start);
  return item && (entry.value.items.length === 1 ? removeEntry(text, root, entry) : removeItem(text, entry.value, item));
}
