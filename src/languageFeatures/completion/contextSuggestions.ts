import * as l10n from '@vscode/l10n';
import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { labelsBy } from '../../terms/language.ts';
import { keyMarkdown, translated } from '../keyMarkdown.ts';
import { type CursorContext, referredList, type Surroundings } from './context.ts';
import { itemKinds, type Suggestion, type Suggestions, TabStops } from './suggestion.ts';
import { blockAnswers, countsTemplate, flowAnswers, isCounts, isMapping, keyValue, newItem } from './templates.ts';
import { valueSuggestions } from './valueSuggestions.ts';

/** Everything that can be typed in a context, by the format and by what the product defines. */
export function contextSuggestions(context: CursorContext, surroundings: Surroundings, word: string): Suggestions {
  const { suggestions, isComplete } = suggestionsAt(context, surroundings, word);
  if (!context.needsComma) return { suggestions, isComplete };
  return { suggestions: suggestions.map((suggestion) => ({ ...suggestion, newText: `${suggestion.newText}, ` })), isComplete };
}

function suggestionsAt(context: CursorContext, surroundings: Surroundings, word: string): Suggestions {
  const schema = surroundings.schemaAt(context.path);
  if (!schema) return { suggestions: [], isComplete: true };
  if (context.kind === 'key') return complete(keySuggestions(context, schema, surroundings));
  if (context.quoted && (schema.type === 'array' || isMapping(schema))) return complete([]);
  if (isMapping(schema)) return complete(mappingSuggestions(context, schema, surroundings));
  const itemSchema = schema.type === 'array' ? surroundings.schemaAt([...context.path, 0]) : undefined;
  if (itemSchema?.type === 'array') return complete(answersSuggestions(context));
  if (itemSchema && isMapping(itemSchema)) return complete(itemSuggestions(context, context.path, itemSchema, surroundings));
  return valueSuggestions(context, schema, surroundings, word);
}

const tallyLabel = labelsBy<'counts' | 'answers'>({
  counts: () => l10n.t('Tally: answers by category'),
  answers: () => l10n.t('Tally: 5×5 answer pairs'),
});

function complete(suggestions: readonly Suggestion[]): Suggestions {
  return { suggestions, isComplete: true };
}

/** A mapping that begins here: all of it at once if it is an item of a list or holds counts, or its keys one by one. */
function mappingSuggestions(context: CursorContext, schema: SchemaNode, surroundings: Surroundings): readonly Suggestion[] {
  const { path, position, column, needsSpace } = context;
  const gap = needsSpace ? ' ' : '';
  const counts: Suggestion[] = isCounts(schema)
    ? [
        {
          label: tallyLabel('counts'),
          kind: itemKinds.snippet,
          newText: `${gap}${countsTemplate(new TabStops())}`,
          isSnippet: true,
          order: 0,
        },
      ]
    : [];
  if (position === 'flow')
    return typeof path.at(-1) === 'number' ? itemSuggestions(context, path.slice(0, -1), schema, surroundings) : counts;
  if (position === 'inline')
    return isCounts(schema) ? counts : keySuggestions(context, schema, surroundings, `\n${' '.repeat(column + 2)}`);
  const items = typeof path.at(-1) === 'number' ? itemSuggestions(context, path.slice(0, -1), schema, surroundings) : counts;
  return [...items, ...keySuggestions(context, schema, surroundings)];
}

/** A new item of a list of mappings, with its dash or brackets unless the context has them. There are two kinds of tallies. */
function itemSuggestions(
  context: CursorContext,
  list: CursorContext['path'],
  schema: SchemaNode,
  surroundings: Surroundings,
): readonly Suggestion[] {
  const { position, column, needsSpace } = context;
  const beginsItem = typeof context.path.at(-1) === 'number';
  const flow = position === 'flow';
  const indentation = beginsItem ? column : column + (position === 'inline' ? 4 : 2);
  const before = position === 'inline' ? `\n${' '.repeat(column + 2)}- ` : beginsItem ? (needsSpace ? ' ' : '') : flow ? '[' : '- ';
  const item = (keys?: readonly string[]) => {
    const text = newItem(list, { flow, column: indentation }, surroundings, new TabStops(), keys);
    return `${before}${text}${flow && !beginsItem ? ']' : ''}`;
  };
  const title = schema.title ?? '';
  const suggestion = (label: string, english: string, newText: string, order: number): Suggestion => ({
    label,
    kind: itemKinds.snippet,
    newText,
    isSnippet: true,
    documentation: schema.description && translated(schema.description),
    // English works in any language, because the keys of the file are English.
    filterText: `${english} ${label}`,
    order,
  });
  if (list.at(-1) !== 'tallies') return [suggestion(translated(title), title.toLowerCase(), item(), 0)];
  return [
    suggestion(tallyLabel('counts'), 'tally counts', item(), 0),
    suggestion(tallyLabel('answers'), 'tally answers', item(['survey', 'answers']), 1),
  ];
}

/** The five rows of answer pairs. */
function answersSuggestions({ position, column }: CursorContext): readonly Suggestion[] {
  const below = column + 2;
  const newText =
    position === 'flow' ? flowAnswers() : position === 'inline' ? `\n${' '.repeat(below)}${blockAnswers(below)}` : blockAnswers(column);
  return [{ label: tallyLabel('answers'), kind: itemKinds.snippet, newText, isSnippet: true, order: 0 }];
}

/** Keys that exclude each other. */
const alternatives: readonly (readonly string[])[] = [
  ['tally', 'tallies'],
  ['counts', 'answers'],
  ['emotion', 'emotions'],
];

/** The keys that a mapping still lacks, required ones first. `before` is text to insert before the key. */
function keySuggestions(context: CursorContext, schema: SchemaNode, surroundings: Surroundings, before = ''): readonly Suggestion[] {
  const { path, present, position, column, hasColon, needsSpace } = context;
  const taken = new Set([...present, ...alternatives.filter((keys) => keys.some((key) => present.includes(key))).flat()]);
  const layout = { flow: position === 'flow', column: column + (position === 'inline' ? 4 : 2) };
  const gap = needsSpace && before === '' ? ' ' : '';
  return Object.keys(schema.properties ?? {}).flatMap((key, index): readonly Suggestion[] => {
    const keyPath = [...path, key];
    const keySchema = surroundings.schemaAt(keyPath);
    if (taken.has(key) || !keySchema) return [];
    return [
      {
        label: key,
        kind: itemKinds.property,
        newText: hasColon ? key : `${before}${gap}${key.replace('$', '\\$')}:${keyValue(keyPath, layout, surroundings)}`,
        isSnippet: !hasColon,
        detail: keySchema.title && translated(keySchema.title),
        documentation: keyMarkdown(key, keySchema),
        order: orderOf(key, index, schema),
        continues: !hasColon && hasChoices(keyPath, keySchema, surroundings),
      },
    ];
  });
}

function orderOf(key: string, index: number, { required }: SchemaNode): number {
  if (required?.includes(key)) return 10 + index;
  return (key === '$schema' ? 900 : 100) + index;
}

function hasChoices(path: CursorContext['path'], schema: SchemaNode, surroundings: Surroundings): boolean {
  return (
    schema.enum !== undefined ||
    schema.type === 'boolean' ||
    referredList(path) !== undefined ||
    path.at(-1) === 'uses' ||
    surroundings.schemaAt([...path, 0])?.enum !== undefined ||
    (isMapping(schema) && !isCounts(schema))
  );
}
