import * as l10n from '@vscode/l10n';
import { categories } from '../../document/format/model.ts';
import { appendItems, removeEntry } from '../../document/writing/collectionEdits.ts';
import { entryEnd, isAlias, ownEntries } from '../../document/writing/nodeOffsets.ts';
import { sameContent } from '../../document/writing/sameContent.ts';
import { entryOf, type MapEntry, type MapNode, nodeAt, type Path, plainValue, type ValueNode } from '../../document/yaml/node.ts';
import { type PartFix, removeKeyTitle } from '../fix.ts';

/** The fixes for keys of which a feature, or a tally, has one or the other. */
export function tallyFixes(text: string, root: ValueNode | undefined, path: Path): readonly PartFix[] {
  const map = nodeAt(root, path);
  if (map?.kind !== 'map' || isAlias(text, map)) return [];
  if (entryOf(map, 'emotions')) return [];
  return path.length === 0 ? shortForm(text, map) : looseLetters(text, map);
}

/**
 * Removes a `tally` beside `tallies` that say the same. Otherwise moves it there without a survey, which counts as older than any survey: only
 * where no other tally is without a survey, because two would count the same respondents.
 */
function shortForm(text: string, map: MapNode): readonly PartFix[] {
  const own = ownEntries(text, map);
  const [tally, tallies] = ['tally', 'tallies'].map((key) => own.find((entry) => entry.key.value === key));
  const list = tallies?.value;
  if (!tally || list?.kind !== 'list' || isAlias(text, list)) return [];
  const edits = removeEntry(text, map, tally);
  const isKnown = list.items.some((item) => sameContent(plainValue(item), { ...known(item), counts: plainValue(tally.value) }));
  if (isKnown) return [{ title: removeKeyTitle('tally'), isPreferred: true, edits }];
  const counts = flowCounts(text, tally.value.kind === 'map' ? tally.value.entries : []);
  if (!edits || !counts || list.items.some((item) => entryOf(item, 'survey') === undefined)) return [];
  const item = `{ ${counts} }`;
  const addition = appendItems(text, list, item, (column) => `\n${' '.repeat(column)}- ${item}`);
  return [{ title: l10n.t('Move “tally” into “tallies”, as answers of no survey'), edits: [...edits, ...addition] }];
}

function known(item: ValueNode): object {
  return item.kind === 'map' ? (plainValue(item) as object) : {};
}

/** Moves adjacent letters of a tally under `counts`. */
function looseLetters(text: string, map: MapNode): readonly PartFix[] {
  const own = ownEntries(text, map);
  if (own.some(({ key }) => key.value === 'counts' || key.value === 'answers')) return [];
  const from = own.findIndex(isLetter);
  const letters = own.slice(from, own.findLastIndex(isLetter) + 1);
  const newText = flowCounts(text, letters);
  const [first, last] = [letters[0], letters.at(-1)];
  if (!newText || !first || !last) return [];
  const edits = [{ start: first.key.start, end: entryEnd(text, last), newText }];
  return [{ title: l10n.t('Put the letters under “counts”'), isPreferred: true, edits }];
}

/** The letters as `counts` on one line; `undefined` where there is something else among them, or a comment. */
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
