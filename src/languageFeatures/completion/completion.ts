import type { CompletionList } from 'vscode-languageserver-types';
import { listKeys } from '../../document/format/model.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { Product } from '../../document/product.ts';
import { nodeAt } from '../../document/yaml/node.ts';
import type { Position } from '../../document/yaml/position.ts';
import { starterLabel } from '../../wording/completionWording.ts';
import { commentSuggestions } from './commentSuggestions.ts';
import type { CursorPlace } from './cursorPlace.ts';
import { cursorPlaces } from './cursorPlaces.ts';
import { completionItem, itemKinds, type Suggestion, type TextCompletionItem } from './item.ts';
import { placeSuggestions } from './placeSuggestions.ts';
import { productSurroundings } from './productSurroundings.ts';
import { escaped } from './snippetText.ts';

/** Suggestions for one place. */
export interface Completion extends CompletionList {
  items: TextCompletionItem[];
}

/** What the pure rooms cannot know. */
export interface CompletionExtras {
  /** Files that `uses` of the opened file may name, as relative paths. */
  readonly files?: readonly string[];
  /** The text of a first file, for an empty one. */
  readonly starter?: string;
}

/**
 * What can be typed at a position of the opened file: keys that are missing, values the format allows, ids the product defines, templates.
 * Looks at the list item around the position only, and at the indexes of the product.
 */
export function completion(product: Product, position: Position, { files = [], starter }: CompletionExtras = {}): Completion {
  const model = product.opened;
  const { text, offset, lineStart } = surroundingText(model, position);
  const stretch = { line: position.line, text, lineStart };
  const comment = commentSuggestions(text.slice(lineStart, offset));
  if (comment) return completionOf(comment.suggestions, { ...stretch, start: offset - comment.typed, end: offset });
  const places = cursorPlaces(text, offset).flatMap((place) => fitted(model, position, place, text.slice(offset)));
  const world = productSurroundings(product, ownId(model, position, places[0]), files);
  const found = places.map((place) => {
    const { suggestions, isComplete } = placeSuggestions(place, world, text.slice(place.start, offset));
    const first = place.path.length === 0 && starter !== undefined && isEmpty(model) ? [firstFile(starter)] : [];
    return completionOf([...first, ...suggestions], { ...stretch, start: place.start, end: place.end }, isComplete);
  });
  return { isIncomplete: found.some(({ isIncomplete }) => isIncomplete), items: found.flatMap(({ items }) => items) };
}

/** A part of a line: its number in the file, and offsets of a text that the line is in. */
interface Stretch {
  readonly line: number;
  readonly text: string;
  readonly lineStart: number;
  readonly start: number;
  readonly end: number;
}

/** Suggestions that replace a part of a line; those that go on below take the spaces before it with them. */
export function completionOf(
  suggestions: readonly Suggestion[],
  { line, text, lineStart, start, end }: Stretch,
  isComplete = true,
): Completion {
  const spaces = /[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  const items = suggestions.map((suggestion) => {
    const from = suggestion.newText.startsWith('\n') ? start - spaces : start;
    return completionItem(suggestion, { start: { line, character: from - lineStart }, end: { line, character: end - lineStart } });
  });
  return { isIncomplete: !isComplete, items };
}

/** The text of a first file as the suggestion for an empty one. */
function firstFile(starter: string): Suggestion {
  return {
    label: starterLabel(),
    kind: itemKinds.snippet,
    filterText: 'kano',
    newText: escaped(starter).replace(/^product: (.*)$/m, 'product: $${1:$1}'),
    isSnippet: true,
    order: 0,
  };
}

/** Whether nothing but comments and a word stands in a file: that is one stretch of text, and a short one. */
function isEmpty({ segments }: KanoModel): boolean {
  const text = segments[0]?.segment.text ?? '';
  if (segments.length > 1 || text.length > 10_000) return false;
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return lines.every((line, index) => index === 0 && /^\w*\s*$/.test(line));
}

/** The stretch of the file that has to be looked at: an item with the key of its list above it, or what stands between two items. */
function surroundingText(model: KanoModel, { line, character }: Position) {
  const index = model.segmentAt(line);
  const segment = model.segments[index]?.segment;
  const header = segment?.kind === 'item' ? `${segment.list}:\n` : '';
  const text = header + (segment?.text ?? '');
  let lineStart = header.length;
  for (let above = model.startLine(index); above < line; above++) lineStart = text.indexOf('\n', lineStart) + 1;
  return { text, lineStart, offset: Math.min(lineStart + character, text.length) };
}

/**
 * A place with what other stretches of the file say of it: none where the list whose key stands above goes on below, unless an item is to begin
 * at the column of the others.
 */
function fitted(model: KanoModel, { line }: Position, place: CursorPlace, after: string): readonly CursorPlace[] {
  const index = model.segmentAt(line);
  const next = model.segments[index + 1]?.segment;
  const isBelowHeader = next?.kind === 'item' && model.segments[index]?.segment.kind === 'frame' && !/\n[^\s#]/.test(after);
  const beginsItem = place.kind === 'value' && place.position === 'line' && next?.kind === 'item' && place.column === next.indentation;
  if (isBelowHeader && !beginsItem && !place.hasColon) return [];
  if (place.kind === 'value' || place.path.length > 0) return [place];
  return [{ ...place, present: [...place.present, ...topKeys(model)] }];
}

/** The keys at the margin of the file, also of one that cannot be read. */
function topKeys(model: KanoModel): readonly string[] {
  return [...model.frame.text.matchAll(/^(["']?)([\w$-]+)\1[ \t]*:(?=\s|$)/gm)].map((match) => match[2] as string);
}

function ownId(model: KanoModel, { line }: Position, place: CursorPlace | undefined): string | undefined {
  const own = model.segments[model.segmentAt(line)]?.item;
  if (own) return idOf(own.node);
  const [list, index] = place?.path ?? [];
  const key = listKeys.find((name) => name === list);
  return key && typeof index === 'number' ? idOf(nodeAt(model.frame.root, [key, index])) : undefined;
}

function idOf(item: Parameters<typeof nodeAt>[0]): string | undefined {
  const id = nodeAt(item, ['id']);
  return id?.kind === 'scalar' ? id.source : undefined;
}
