import type { Path } from '../../document/yaml/node.ts';
import { type CursorPlace, withoutQuotes } from './cursorPlace.ts';
import { type FlowToken, isClosed, readFlow } from './flowTokens.ts';

/** An open bracket on the way to the cursor, with what was read of it. */
interface Collection {
  readonly kind: '[' | '{';
  readonly path: Path;
  /** Keys of a mapping, texts of a list, without the one at the cursor. */
  readonly present: string[];
  index: number;
  /** The scalar that may turn out to be a key. */
  scalar: string | undefined;
  /** The key whose value is being read. */
  key: string | undefined;
  hasValue: boolean;
}

/**
 * The place of the cursor in the value in brackets that begins at `start` and belongs to a key or dash at `column`. `undefined` where nothing
 * can be typed: behind a complete value, or outside.
 */
export function flowPlace(text: string, offset: number, start: number, column: number, path: Path): CursorPlace | undefined {
  const stack: Collection[] = [];
  let found: CursorPlace | undefined;
  let isPassed = false;
  const { tokens } = readFlow(text, start, column);
  for (const [index, token] of tokens.entries()) {
    const isHit = !isPassed && (token.kind === 'scalar' ? offset <= token.end : offset <= token.start);
    const collection = stack.at(-1);
    if (isHit && collection) {
      isPassed = true;
      const isInside = token.kind === 'scalar' && offset >= token.start + (/["']/.test(text[token.start] as string) ? 1 : 0);
      const hasColon = isInside && tokens[index + 1]?.kind === ':';
      found = placeIn(collection, text, isInside ? token : { start: offset, end: offset }, {
        hasColon,
        needsComma: !isInside && /^(?:scalar|[[{])$/.test(token.kind),
      });
      if (isInside) {
        collection.hasValue = true;
        collection.scalar = '';
        continue;
      }
    }
    read(token, text, stack, path);
  }
  const open = stack.at(-1);
  if (!isPassed && open) found = placeIn(open, text, { start: offset, end: offset }, { hasColon: false, needsComma: false });
  return found;
}

function placeIn(
  { kind, path, present, key, index, scalar, hasValue }: Collection,
  text: string,
  token: Pick<FlowToken, 'start' | 'end'>,
  { hasColon, needsComma }: Pick<CursorPlace, 'hasColon' | 'needsComma'>,
): CursorPlace | undefined {
  const source = text.slice(token.start, token.end);
  const quoted = /^["']/.test(source);
  const isValue = kind === '{' && key !== undefined;
  if (hasValue || (scalar !== undefined && !isValue) || source.includes('\n') || (isValue && needsComma)) return undefined;
  // Two words in a row: what follows the first is something else.
  if (!isValue && !quoted && /\s/.test(source)) return undefined;
  return {
    kind: kind === '{' && !isValue ? 'key' : 'value',
    path: kind === '[' ? [...path, index] : key === undefined ? path : [...path, key],
    present: isValue ? [] : present,
    position: 'flow',
    column: 0,
    start: token.start + (quoted ? 1 : 0),
    end: token.end - (quoted && isClosed(source) ? 1 : 0),
    quoted,
    hasColon,
    needsSpace: false,
    needsComma,
  };
}

function read({ kind, start, end }: FlowToken, text: string, stack: Collection[], path: Path): void {
  const collection = stack.at(-1);
  switch (kind) {
    case '[':
    case '{': {
      const step = collection?.kind === '[' ? collection.index : collection?.key;
      if (collection) collection.hasValue = true;
      const inside = collection ? [...collection.path, ...(step === undefined ? [] : [step])] : path;
      stack.push({ kind, path: inside, present: [], index: 0, scalar: undefined, key: undefined, hasValue: false });
      return;
    }
    case ']':
    case '}':
      stack.pop();
      return;
    case ',':
      if (collection) Object.assign(collection, { index: collection.index + 1, scalar: undefined, key: undefined, hasValue: false });
      return;
    case ':':
      if (collection?.kind !== '{' || collection.scalar === undefined) return;
      if (collection.scalar !== '') collection.present.push(collection.scalar);
      Object.assign(collection, { key: collection.scalar, hasValue: false });
      return;
    case 'scalar': {
      if (!collection) return;
      const value = withoutQuotes(text.slice(start, end));
      if (collection.kind === '[') collection.present.push(value);
      if (collection.kind === '[' || collection.key !== undefined) collection.hasValue = true;
      else collection.scalar = value;
    }
  }
}
