import { type Answers, type Counts, categories, type Tally } from '../format/model.ts';
import { entryOf, type ListNode, type MapNode } from '../yaml/node.ts';
import { insertEntry, placesFor, replaceValue } from './collectionEdits.ts';
import { columnOf, isAlias, ownEntries } from './nodeOffsets.ts';
import type { PartEdit } from './textEdit.ts';

interface NewNumbers {
  readonly answers: Answers;
  readonly counts: Counts;
  readonly importance?: number | undefined;
}

/**
 * The edits that give a tally other numbers, as answer pairs or counts as before, and its content afterwards. Without a new importance the
 * old one stays. `undefined` if the numbers are elsewhere in the text.
 * @param map the tally, or its counts where they stand in the short form
 */
export function changedTally(
  text: string,
  map: MapNode,
  known: Tally,
  { answers, counts, importance }: NewNumbers,
  isShort: boolean,
): { readonly edits: readonly PartEdit[]; readonly tally: Tally } | undefined {
  const own: MapNode = { ...map, entries: ownEntries(text, map) };
  if (isShort) {
    const edits = countEdits(text, own, counts);
    return edits && { edits, tally: { ...known, counts: asWritten(known.counts, counts) } };
  }
  const [pairs, letters] = [entryOf(own, 'answers')?.value, entryOf(own, 'counts')?.value];
  const numbers =
    pairs?.kind === 'list' && !isAlias(text, pairs)
      ? answerEdits(text, pairs, answers)
      : letters?.kind === 'map' && !isAlias(text, letters)
        ? countEdits(text, { ...letters, entries: ownEntries(text, letters) }, counts)
        : undefined;
  if (!numbers) return undefined;
  const rated = importance === undefined || importance === known.importance ? [] : importanceEdits(text, own, importance);
  if (!rated) return undefined;
  const tally = {
    ...known,
    ...(pairs ? { answers } : { counts: asWritten(known.counts, counts) }),
    ...(importance !== undefined && { importance }),
  };
  return { edits: [...numbers, ...rated], tally };
}

/** Absent letters count 0 and are not added. */
function asWritten(known: Partial<Counts> | undefined, counts: Counts): Partial<Counts> {
  return Object.fromEntries(
    categories.filter((letter) => known?.[letter] !== undefined || counts[letter] > 0).map((letter) => [letter, counts[letter]]),
  );
}

function countEdits(text: string, map: MapNode, counts: Counts): readonly PartEdit[] | undefined {
  const edits: PartEdit[] = [];
  const added = new Map<MapNode['entries'][number] | undefined, string[]>();
  for (const letter of categories) {
    const entry = entryOf(map, letter);
    if (!entry && counts[letter] > 0) {
      const [after] = placesFor(letter, map.entries, categories);
      added.set(after, [...(added.get(after) ?? []), `${letter}: ${counts[letter]}`]);
    }
    if (!entry || (entry.value.kind === 'scalar' && entry.value.value === counts[letter])) continue;
    const replacement = isAlias(text, entry.value) ? undefined : replaceValue(text, entry, String(counts[letter]));
    if (!replacement) return undefined;
    edits.push(...replacement);
  }
  const separator = map.flow ? ', ' : `\n${' '.repeat(columnOf(text, map.start))}`;
  for (const [after, letters] of added) edits.push(...insertEntry(text, map, after, letters.join(separator)));
  return edits;
}

function answerEdits(text: string, list: ListNode, answers: Answers): readonly PartEdit[] | undefined {
  const edits: PartEdit[] = [];
  for (const [functional, row] of list.items.entries()) {
    if (row.kind !== 'list' || isAlias(text, row)) return undefined;
    for (const [dysfunctional, cell] of row.items.entries()) {
      const count = answers[functional]?.[dysfunctional] ?? 0;
      if (cell.kind !== 'scalar') return undefined;
      if (cell.value === count) continue;
      if (isAlias(text, cell)) return undefined;
      edits.push({ start: cell.start, end: cell.end, newText: String(count) });
    }
  }
  return edits;
}

function importanceEdits(text: string, map: MapNode, importance: number): readonly PartEdit[] | undefined {
  const entry = entryOf(map, 'importance');
  if (entry) return isAlias(text, entry.value) ? undefined : replaceValue(text, entry, String(importance));
  return insertEntry(text, map, map.entries.at(-1), `importance: ${importance}`);
}
