import type { BlockToken } from './blockTokens.ts';
import { blockOf, otherItems, pathOf, textsOf } from './blockTree.ts';
import type { CursorPlace } from './cursorPlace.ts';

/** A word that begins a line or follows dashes, as offsets of the text, with the column that it stands at. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** The dash before it on its line. */
  readonly dash: BlockToken | undefined;
  /** The index of the key that it is, when its colon stands already. */
  readonly edited?: number;
}

/**
 * What can stand in the place of a word: the nearest key or dash above it (up to `last`) and left of it decides, with what else belongs to
 * that. Nothing where the column is not that of the others.
 */
export function blockPlaces(tokens: readonly BlockToken[], last: number, word: Word): readonly CursorPlace[] {
  const { start, end, column, dash } = word;
  // It would take what stands below away from what it belongs to.
  if (word.edited === undefined && (tokens[last + 1]?.column ?? 0) > column) return [];
  const parent = tokens.findLastIndex((token, index) => index <= last && token.column < column);
  const inside = blockOf(tokens, parent).filter((index) => index !== word.edited);
  const place: PlaceWithoutPath = {
    kind: 'value',
    position: dash ? 'dash' : 'line',
    column,
    start,
    end,
    quoted: false,
    hasColon: false,
    needsSpace: start === dash?.end,
    needsComma: false,
  };
  const first = tokens[inside[0] ?? -1];
  if (!first) return inEmptyBlock(tokens, parent, place, dash, word.edited !== undefined);
  if (first.column !== column) return [];
  const path = pathOf(tokens, parent);
  const level = inside.filter((index) => tokens[index]?.column === column);
  if (first.kind === 'dash') return [{ ...place, path, present: textsOf(tokens, level) }];
  const keys = level.filter((index) => tokens[index]?.kind === 'key');
  const present = keys.map((index) => tokens[index]?.name ?? '');
  return [{ ...place, kind: 'key', path, present }, ...listOfKeyAbove(tokens, last, keys, place)];
}

type PlaceWithoutPath = Omit<CursorPlace, 'path' | 'present'>;

function inEmptyBlock(
  tokens: readonly BlockToken[],
  parent: number,
  place: PlaceWithoutPath,
  dash: BlockToken | undefined,
  isKey: boolean,
): readonly CursorPlace[] {
  const holder = tokens[parent];
  const path = pathOf(tokens, parent);
  if (isKey || (!holder && place.column === 0)) return [{ ...place, kind: 'key', path, present: [] }];
  // Behind a dash the word itself is its value.
  if (!holder || (holder.value !== '' && holder !== dash)) return [];
  return [{ ...place, path, present: dash ? otherItems(tokens, parent) : [] }];
}

/** Dashes may stand at the column of their key: then a line at that column may begin an item as well as the next key. */
function listOfKeyAbove(
  tokens: readonly BlockToken[],
  last: number,
  keys: readonly number[],
  place: PlaceWithoutPath,
): readonly CursorPlace[] {
  const above = keys.findLast((index) => index <= last);
  if (above === undefined || tokens[above]?.value !== '' || place.position === 'dash') return [];
  const inside = blockOf(tokens, above);
  if (inside.length > 0 && tokens[inside[0] as number]?.column !== place.column) return [];
  const items = inside.filter((index) => tokens[index]?.column === place.column);
  return [{ ...place, path: pathOf(tokens, above), present: textsOf(tokens, items) }];
}
