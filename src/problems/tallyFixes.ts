import { categories } from '../document/format/model.ts';
import { appendItem } from '../document/writing/listEdits.ts';
import { removeEntry } from '../document/writing/mapEdits.ts';
import { entryEnd, isAlias, ownEntries } from '../document/writing/nodeOffsets.ts';
import { sameContent } from '../document/writing/sameContent.ts';
import type { PartEdit } from '../document/writing/textEdit.ts';
import { entryOf, type MapEntry, type MapNode, nodeAt, type Path, plainValue, type ValueNode } from '../document/yaml/node.ts';
import * as wording from '../wording/problems/fixes.ts';
import type { Fix } from './fix.ts';

interface TallyFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly PartEdit[] | undefined;
}

/** The fixes for keys of which a feature, or a tally, has one or the other. */
export function tallyFixes(text: string, root: ValueNode | undefined, path: Path, lineBreak: string): readonly TallyFix[] {
  const map = nodeAt(root, path);
  if (map?.kind !== 'map' || isAlias(text, map)) return [];
  return path.length === 0 ? shortForm(text, map, lineBreak) : looseLetters(text, map);
}

/**
 * `tally` beside `tallies` goes where these say the same. Else it joins them without a survey, which counts as older than any: only where no
 * other tally is without one, because two would count the same respondents.
 */
function shortForm(text: string, map: MapNode, lineBreak: string): readonly TallyFix[] {
  const own = ownEntries(text, map);
  const [tally, tallies] = ['tally', 'tallies'].map((key) => own.find((entry) => entry.key.value === key));
  const list = tallies?.value;
  if (!tally || list?.kind !== 'list' || isAlias(text, list)) return [];
  const edits = removeEntry(text, map, tally);
  const isKnown = list.items.some((item) => sameContent(plainValue(item), { ...known(item), counts: plainValue(tally.value) }));
  if (isKnown) return [{ title: wording.removeKey('tally'), isPreferred: true, edits }];
  const counts = flowCounts(text, tally.value.kind === 'map' ? tally.value.entries : []);
  if (!edits || !counts || list.items.some((item) => entryOf(item, 'survey') === undefined)) return [];
  return [{ title: wording.moveTally(), edits: [...edits, ...appendItem(text, list, `{ ${counts} }`, lineBreak)] }];
}

function known(item: ValueNode): object {
  return item.kind === 'map' ? (plainValue(item) as object) : {};
}

/** Letters of a tally that stand beside each other go under `counts`. */
function looseLetters(text: string, map: MapNode): readonly TallyFix[] {
  const own = ownEntries(text, map);
  if (own.some(({ key }) => key.value === 'counts' || key.value === 'answers')) return [];
  const from = own.findIndex(isLetter);
  const letters = own.slice(from, own.findLastIndex(isLetter) + 1);
  const newText = flowCounts(text, letters);
  const [first, last] = [letters[0], letters.at(-1)];
  if (!newText || !first || !last) return [];
  return [
    { title: wording.lettersUnderCounts(), isPreferred: true, edits: [{ start: first.key.start, end: entryEnd(text, last), newText }] },
  ];
}

/** The letters as `counts` on one line; `undefined` where something else stands among them, or a comment. */
function flowCounts(text: string, entries: readonly MapEntry[]): string | undefined {
  const written = entries.map((entry) => text.slice(entry.key.start, entryEnd(text, entry)));
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || !entries.every((entry) => isLetter(entry) && entry.value.end > entry.value.start)) return undefined;
  if (/[\n#*&]/.test(written.join()) || /(?:^|\s)#/.test(text.slice(first.key.start, entryEnd(text, last)))) return undefined;
  return `counts: { ${written.join(', ')} }`;
}

function isLetter({ key }: MapEntry): boolean {
  return (categories as readonly unknown[]).includes(key.value);
}
