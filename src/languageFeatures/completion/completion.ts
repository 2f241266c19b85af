import * as l10n from '@vscode/l10n';
import type { CompletionList } from 'vscode-languageserver-types';
import { listKeys } from '../../document/format/model.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { Product } from '../../document/product.ts';
import { nodeAt } from '../../document/yaml/node.ts';
import type { OffsetRange, Position } from '../../document/yaml/position.ts';
import { configurationSchemaAt } from '../../problems/checkConfiguration.ts';
import { defaultSeverities } from '../../problems/index.ts';
import { commentSuggestions } from './commentSuggestions.ts';
import { type CursorContext, productSurroundings, type Surroundings } from './context.ts';
import { contextSuggestions } from './contextSuggestions.ts';
import { cursorContexts } from './cursorContexts.ts';
import { completionItem, escaped, itemKinds, type Suggestion, type TextCompletionItem } from './suggestion.ts';

export interface Completion extends CompletionList {
  items: TextCompletionItem[];
}

/** What only the caller knows. */
export interface CompletionExtras {
  /** Files that `uses` of the opened file may name, as relative paths. */
  readonly files?: readonly string[];
  /** The text of a first file, for an empty one. */
  readonly starter?: string;
}

/**
 * What can be typed at a position of the opened file: keys that are missing, values that the format allows, ids that the product defines,
 * templates. Reads only the list item around the position, and the indexes of the product.
 */
export function completion(product: Product, position: Position, { files = [], starter }: CompletionExtras = {}): Completion {
  const model = product.opened;
  const cursor = cursorIn(model, position);
  const { text, offset } = cursor;
  const comment = commentCompletion(cursor);
  if (comment) return comment;
  const contexts = cursorContexts(text, offset).flatMap((context) => fitted(model, position, context, text.slice(offset)));
  const surroundings = productSurroundings(product, ownId(model, position, contexts[0]), files);
  const found = contexts.map((context) => {
    const { suggestions, isComplete } = contextSuggestions(context, surroundings, text.slice(context.start, offset));
    const first = context.path.length === 0 && starter !== undefined && isEmpty(model) ? [firstFile(starter)] : [];
    return completionOf([...first, ...suggestions], cursor, context, isComplete);
  });
  return { isIncomplete: found.some(({ isIncomplete }) => isIncomplete), items: found.flatMap(({ items }) => items) };
}

/** What can be typed at a position of a `.kanorc.yaml` file: keys, problem codes with their default severity, levels. */
export function settingsCompletion(text: string, { line, character }: Position): Completion {
  const lineStart = text.split('\n', line).reduce((sum, { length }) => sum + length + 1, 0);
  const cursor = { line, text, lineStart, offset: Math.min(lineStart + character, text.length) };
  const comment = commentCompletion(cursor);
  if (comment) return comment;
  const items = cursorContexts(text, cursor.offset).flatMap((context) => {
    const { suggestions } = contextSuggestions(context, settingsSurroundings, '');
    return completionOf(suggestions.map(withSeverity), cursor, context).items;
  });
  return { isIncomplete: false, items };
}

/** Settings refer to nothing. */
const settingsSurroundings: Surroundings = {
  schemaAt: configurationSchemaAt,
  idsOf: () => ({ ids: [], isComplete: true }),
  isDefined: () => false,
  files: [],
  ownId: undefined,
};

function withSeverity(suggestion: Suggestion): Suggestion {
  const severity: string | undefined = (defaultSeverities as Readonly<Record<string, string>>)[suggestion.label];
  return severity === undefined ? suggestion : { ...suggestion, detail: severity };
}

/** A line of a file, and the cursor in it, as offsets of a text around the line. */
interface Cursor {
  readonly line: number;
  readonly text: string;
  readonly lineStart: number;
  readonly offset: number;
}

/** The cursor in the text that completion reads: an item below the key of its list, or what is between two items. */
function cursorIn(model: KanoModel, { line, character }: Position): Cursor {
  const index = model.segmentAt(line);
  const segment = model.segments[index]?.segment;
  const header = segment?.kind === 'item' ? `${segment.list}:\n` : '';
  const text = header + (segment?.text ?? '');
  let lineStart = header.length;
  for (let above = model.startLine(index); above < line; above++) lineStart = text.indexOf('\n', lineStart) + 1;
  return { line, text, lineStart, offset: Math.min(lineStart + character, text.length) };
}

function commentCompletion(cursor: Cursor): Completion | undefined {
  const { text, lineStart, offset } = cursor;
  const comment = commentSuggestions(text.slice(lineStart, offset));
  return comment && completionOf(comment.suggestions, cursor, { start: offset - comment.typed, end: offset });
}

/** Suggestions that replace a part of a line. Those that go on in the next line also replace the spaces before it. */
function completionOf(
  suggestions: readonly Suggestion[],
  { line, text, lineStart }: Cursor,
  { start, end }: OffsetRange,
  isComplete = true,
): Completion {
  const before = text.slice(lineStart, start);
  const items = suggestions.map((suggestion) => {
    const from = suggestion.newText.startsWith('\n') ? lineStart + before.trimEnd().length : start;
    return completionItem(suggestion, { start: { line, character: from - lineStart }, end: { line, character: end - lineStart } });
  });
  return { isIncomplete: !isComplete, items };
}

/** The suggestion of a whole first file for an empty one. */
function firstFile(starter: string): Suggestion {
  return {
    label: l10n.t('A first Kano file, with examples and explanations'),
    kind: itemKinds.snippet,
    filterText: 'kano',
    newText: escaped(starter).replace(/^product: (.*)$/m, 'product: $${1:$1}'),
    isSnippet: true,
    order: 0,
  };
}

/** Whether a file holds nothing but comments and a word. */
function isEmpty({ segments }: KanoModel): boolean {
  const text = segments[0]?.segment.text ?? '';
  if (segments.length > 1 || text.length > 10_000) return false;
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return lines.every((line, index) => index === 0 && /^\w*\s*$/.test(line));
}

/**
 * A context checked against the segments around the text that was read. It is dropped where the list whose key is above goes on below, unless a new
 * item begins at the column of the others.
 */
function fitted(model: KanoModel, { line }: Position, context: CursorContext, after: string): readonly CursorContext[] {
  const index = model.segmentAt(line);
  const next = model.segments[index + 1]?.segment;
  const isBelowHeader = next?.kind === 'item' && model.segments[index]?.segment.kind === 'frame' && !/\n[^\s#]/.test(after);
  const beginsItem =
    context.kind === 'value' && context.position === 'line' && next?.kind === 'item' && context.column === next.indentation;
  if (isBelowHeader && !beginsItem && !context.hasColon) return [];
  if (context.kind === 'value' || context.path.length > 0) return [context];
  return [{ ...context, present: [...context.present, ...topKeys(model)] }];
}

/** The keys at the margin of the file, even if it cannot be read. */
function topKeys(model: KanoModel): readonly string[] {
  return [...model.frame.text.matchAll(/^(["']?)([\w$-]+)\1[ \t]*:(?=\s|$)/gm)].map((match) => match[2] as string);
}

function ownId(model: KanoModel, { line }: Position, context: CursorContext | undefined): string | undefined {
  const own = model.segments[model.segmentAt(line)]?.item;
  if (own) return idOf(own.node);
  const [list, index] = context?.path ?? [];
  const key = listKeys.find((name) => name === list);
  return key && typeof index === 'number' ? idOf(nodeAt(model.frame.root, [key, index])) : undefined;
}

function idOf(item: Parameters<typeof nodeAt>[0]): string | undefined {
  const id = nodeAt(item, ['id']);
  return id?.kind === 'scalar' ? id.source : undefined;
}
