import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { newAnswersLabel, newCountsLabel } from '../../wording/completionWording.ts';
import { translated } from '../keyMarkdown.ts';
import type { CursorPlace } from './cursorPlace.ts';
import { itemKinds, type Suggestion } from './item.ts';
import { keySuggestions } from './keySuggestions.ts';
import { TabStops } from './snippetText.ts';
import type { Surroundings } from './surroundings.ts';
import { blockAnswers, countsTemplate, flowAnswers, isCounts, isMapping, newItem } from './templates.ts';
import { valueSuggestions } from './valueSuggestions.ts';

export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  /** Whether more would follow for a longer word. */
  readonly isComplete: boolean;
}

/** All that can be typed at a place, by the format and by what the product defines. */
export function placeSuggestions(place: CursorPlace, world: Surroundings, word: string): Suggestions {
  const { suggestions, isComplete } = suggestionsAt(place, world, word);
  if (!place.needsComma) return { suggestions, isComplete };
  return { suggestions: suggestions.map((suggestion) => ({ ...suggestion, newText: `${suggestion.newText}, ` })), isComplete };
}

function suggestionsAt(place: CursorPlace, world: Surroundings, word: string): Suggestions {
  const schema = world.schemaAt(place.path);
  if (!schema) return { suggestions: [], isComplete: true };
  if (place.kind === 'key') return complete(keySuggestions(place, schema, world));
  if (place.quoted && (schema.type === 'array' || isMapping(schema))) return complete([]);
  if (isMapping(schema)) return complete(mappingSuggestions(place, schema, world));
  const itemSchema = schema.type === 'array' ? world.schemaAt([...place.path, 0]) : undefined;
  if (itemSchema?.type === 'array') return complete(answersSuggestions(place));
  if (itemSchema && isMapping(itemSchema)) return complete(itemSuggestions(place, place.path, itemSchema, world));
  return valueSuggestions(place, schema, world, word);
}

function complete(suggestions: readonly Suggestion[]): Suggestions {
  return { suggestions, isComplete: true };
}

/** A mapping that begins here: all of it at once where it is an item of a list or holds counts, or its keys one by one. */
function mappingSuggestions(place: CursorPlace, schema: SchemaNode, world: Surroundings): readonly Suggestion[] {
  const { path, position, column, needsSpace } = place;
  const gap = needsSpace ? ' ' : '';
  const counts: Suggestion[] = isCounts(schema)
    ? [{ label: newCountsLabel(), kind: itemKinds.snippet, newText: `${gap}${countsTemplate(new TabStops())}`, isSnippet: true, order: 0 }]
    : [];
  if (position === 'flow') return typeof path.at(-1) === 'number' ? itemSuggestions(place, path.slice(0, -1), schema, world) : counts;
  if (position === 'inline') return isCounts(schema) ? counts : keySuggestions(place, schema, world, `\n${' '.repeat(column + 2)}`);
  const items = typeof path.at(-1) === 'number' ? itemSuggestions(place, path.slice(0, -1), schema, world) : counts;
  return [...items, ...keySuggestions(place, schema, world)];
}

/** A new item of a list of mappings, with its dash or brackets unless the place has them; of a tally two kinds. */
function itemSuggestions(place: CursorPlace, list: CursorPlace['path'], schema: SchemaNode, world: Surroundings): readonly Suggestion[] {
  const { position, column, needsSpace } = place;
  const beginsItem = typeof place.path.at(-1) === 'number';
  const flow = position === 'flow';
  const indentation = beginsItem ? column : column + (position === 'inline' ? 4 : 2);
  const before = position === 'inline' ? `\n${' '.repeat(column + 2)}- ` : beginsItem ? (needsSpace ? ' ' : '') : flow ? '[' : '- ';
  const item = (keys?: readonly string[]) => {
    const text = newItem(list, { flow, column: indentation }, world, new TabStops(), keys);
    return `${before}${text}${flow && !beginsItem ? ']' : ''}`;
  };
  const title = schema.title ?? '';
  const suggestion = (label: string, english: string, newText: string, order: number): Suggestion => ({
    label,
    kind: itemKinds.snippet,
    newText,
    isSnippet: true,
    documentation: schema.description && translated(schema.description),
    // English works whatever the language, because the keys of the file are English.
    filterText: `${english} ${label}`,
    order,
  });
  if (list.at(-1) !== 'tallies') return [suggestion(translated(title), title.toLowerCase(), item(), 0)];
  return [
    suggestion(newCountsLabel(), 'tally counts', item(), 0),
    suggestion(newAnswersLabel(), 'tally answers', item(['survey', 'answers']), 1),
  ];
}

/** The five rows of answers. */
function answersSuggestions({ position, column }: CursorPlace): readonly Suggestion[] {
  const below = column + 2;
  const newText =
    position === 'flow' ? flowAnswers() : position === 'inline' ? `\n${' '.repeat(below)}${blockAnswers(below)}` : blockAnswers(column);
  return [{ label: newAnswersLabel(), kind: itemKinds.snippet, newText, isSnippet: true, order: 0 }];
}
