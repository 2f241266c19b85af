import type { Path } from '../../document/yaml/node.ts';
import type { BlockToken } from './blockTokens.ts';
import { withoutQuotes } from './cursorPlace.ts';

/** The path of the value that a dash or key holds, from the top of the text; of −1, the top. */
export function pathOf(tokens: readonly BlockToken[], index: number): Path {
  const token = tokens[index];
  if (!token) return [];
  const parent = parentOf(tokens, index);
  if (token.kind === 'key') return [...pathOf(tokens, parent), token.name];
  const above = tokens.slice(parent + 1, index).filter(({ kind, column }) => kind === 'dash' && column === token.column);
  return [...pathOf(tokens, parent), above.length];
}

/** The indexes of all that stands below a key or dash and belongs to it; of −1, of all. */
export function blockOf(tokens: readonly BlockToken[], index: number): readonly number[] {
  const holder = tokens[index];
  const inside: number[] = [];
  for (let below = index + 1; below < tokens.length; below++) {
    const { kind, column } = tokens[below] as BlockToken;
    const isItem = kind === 'dash' && holder?.kind === 'key' && column === holder.column;
    if (holder && column <= holder.column && !isItem) break;
    inside.push(below);
  }
  return inside;
}

/** The texts of the items beside the one that a dash begins. */
export function otherItems(tokens: readonly BlockToken[], dash: number): readonly string[] {
  const { column } = tokens[dash] as BlockToken;
  const items = blockOf(tokens, parentOf(tokens, dash)).filter((index) => index !== dash && tokens[index]?.column === column);
  return textsOf(tokens, items);
}

/** The texts behind dashes. */
export function textsOf(tokens: readonly BlockToken[], dashes: readonly number[]): readonly string[] {
  return dashes.map((index) => withoutQuotes(tokens[index]?.value ?? '')).filter((text) => text !== '');
}

function parentOf(tokens: readonly BlockToken[], index: number): number {
  const { kind, column } = tokens[index] as BlockToken;
  for (let above = index - 1; above >= 0; above--) {
    const token = tokens[above] as BlockToken;
    if (token.column < column || (kind === 'dash' && token.kind === 'key' && token.column === column)) return above;
  }
  return -1;
}
