import { nearest } from '../base/nearestWord.ts';
import { removeItem } from '../document/writing/listEdits.ts';
import { removeEntry } from '../document/writing/mapEdits.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import type { PartEdit } from '../document/writing/textEdit.ts';
import type { LocalRange } from '../document/yaml/localRange.ts';
import { entryOf, stringsAt } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { changeTo, removeFrom } from '../wording/problems/fixes.ts';
import { unresolvedUse } from '../wording/problems/references.ts';
import { fixInPart } from './fix.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** More would bury the other fix. */
const filesOffered = 3;

/** `kano/unresolved-use`: a file named under `uses` that is missing, unreadable, out of bounds or part of a cycle. */
export function checkUses({ product, model }: RuleContext): readonly Finding[] {
  return product.unresolvedUses
    .filter((use) => use.model === model)
    .map(({ path, range, reason }) => ({
      code: 'kano/unresolved-use',
      range,
      message: unresolvedUse(path, reason),
      fixes: (product, files) => [
        ...(reason === 'cycle' || reason === 'unreadable' ? [] : otherFiles(path, range.part, files)).flatMap(({ file, ...fix }) =>
          fixInPart(product, range.part, renameUse(range, file), { title: changeTo(path, file), ...fix }),
        ),
        ...fixInPart(product, range.part, removeUse(range), { title: removeFrom('uses', path) }),
      ],
    }));
}

/** Files that may be meant: those of the same name elsewhere, else of the name most like it. None that is used already. */
function otherFiles(path: string, { root }: Part, files: readonly string[]): readonly { file: string; isPreferred: boolean }[] {
  const used = stringsAt(root, ['uses']).map(({ value }) => value);
  const offered = files.filter((file) => !used.includes(file));
  const name = nearest(nameOf(path), offered.map(nameOf));
  const found = offered.filter((file) => nameOf(file) === name).slice(0, filesOffered);
  return found.map((file) => ({ file, isPreferred: found.length === 1 }));
}

/** Without its folder and what all names end with. */
function nameOf(path: string): string {
  return path.replace(/^.*[\\/]|(?:\.kano)?(?:\.ya?ml)?$/g, '');
}

function renameUse({ part, start }: LocalRange, file: string): readonly PartEdit[] {
  const use = stringsAt(part.root, ['uses']).find((each) => each.start === start);
  if (!use || isAlias(part.text, use)) return [];
  return [{ start, end: use.end, newText: scalarText(file, { flow: true, quote: quoteOf(part.text.slice(start)) }) }];
}

/** The list goes with its only entry. */
function removeUse({ part: { root, text }, start }: LocalRange): readonly PartEdit[] | undefined {
  const entry = entryOf(root, 'uses');
  if (root?.kind !== 'map' || entry?.value.kind !== 'list') return undefined;
  const item = entry.value.items.find((each) => each.start === start);
  return item && (entry.value.items.length === 1 ? removeEntry(text, root, entry) : removeItem(text, entry.value, item));
}
