import * as l10n from '@vscode/l10n';
import type { Item, TallyOverlap } from '../document/item.ts';
import { removeItem } from '../document/writing/collectionEdits.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { sameContent } from '../document/writing/sameContent.ts';
import type { PartEdit } from '../document/writing/textEdit.ts';
import { nodeAt, plainValue } from '../document/yaml/node.ts';
import { fixInPart } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** Reported on the later tally. */
export const overlappingTallies = {
  code: 'kano/overlapping-tallies',
  severity: 'error',
  title: 'Overlapping tallies',
  description: 'Within one survey a feature has two tallies for the same persona, or one without persona beside others.',
  findInItem(item) {
    return item.tallyOverlaps.map((overlap): Occurrence => {
      const { index } = overlap;
      return {
        range: item.rangeOf(['tallies', index]),
        message: messageOf(overlap),
        fixes: (product) => {
          const title = l10n.t('Remove this copy of the tally');
          return fixInPart(product, item.part, removeCopy(item, index), { title, isPreferred: true });
        },
      };
    });
  },
} satisfies ProblemDefinition;

function messageOf({ kind, tally: { survey, persona } }: TallyOverlap): string {
  const where = survey === undefined ? l10n.t('without a survey') : l10n.t('of the survey “{survey}”', { survey });
  if (kind === 'whole-and-parts') {
    return l10n.t('Tallies {where} stand here both with and without a persona, so respondents would count twice. Keep one kind.', {
      where,
    });
  }
  if (persona === undefined)
    return l10n.t('Two tallies {where} stand here, so respondents would count twice. Keep one, or name the persona of each.', { where });
  return l10n.t('Two tallies {where} for the persona “{persona}” stand here, so respondents would count twice. Keep one.', {
    where,
    persona,
  });
}

/** Only where an earlier tally says exactly the same: of two that differ, nobody but the author knows which counts. */
function removeCopy({ node, part: { text } }: Item, index: number): readonly PartEdit[] | undefined {
  const list = nodeAt(node, ['tallies']);
  const tally = list?.kind === 'list' ? list.items[index] : undefined;
  if (list?.kind !== 'list' || !tally || !node || [node, list, tally].some((each) => isAlias(text, each))) return undefined;
  const isCopy = list.items.slice(0, index).some((earlier) => sameContent(plainValue(earlier), plainValue(tally)));
  return isCopy ? removeItem(text, list, tally) : undefined;
}
