import type { Item } from '../document/item.ts';
import { removeItem } from '../document/writing/listEdits.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { sameContent } from '../document/writing/sameContent.ts';
import type { PartEdit } from '../document/writing/textEdit.ts';
import { nodeAt, plainValue } from '../document/yaml/node.ts';
import { removeTallyCopy } from '../wording/problems/fixes.ts';
import { overlappingTallies } from '../wording/problems/references.ts';
import { fixInPart } from './fix.ts';
import type { Finding } from './problem.ts';

/** `kano/overlapping-tallies`: respondents who would count twice, on the later entry. */
export function checkOverlappingTallies(item: Item): readonly Finding[] {
  return item.tallyOverlaps.map(({ index, kind, tally }) => ({
    code: 'kano/overlapping-tallies',
    range: item.rangeOf(['tallies', index]),
    fixes: (product) => fixInPart(product, item.part, removeCopy(item, index), { title: removeTallyCopy(), isPreferred: true }),
    message: overlappingTallies(kind, tally.survey ?? null, tally.persona ?? null),
  }));
}

/** Only where an earlier tally says exactly the same: of two that differ, nobody but the author knows which counts. */
function removeCopy({ node, part: { text } }: Item, index: number): readonly PartEdit[] | undefined {
  const list = nodeAt(node, ['tallies']);
  const tally = list?.kind === 'list' ? list.items[index] : undefined;
  if (list?.kind !== 'list' || !tally || !node || [node, list, tally].some((each) => isAlias(text, each))) return undefined;
  const isCopy = list.items.slice(0, index).some((earlier) => sameContent(plainValue(earlier), plainValue(tally)));
  return isCopy ? removeItem(text, list, tally) : undefined;
}
