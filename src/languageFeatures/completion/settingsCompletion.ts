import type { Position } from '../../document/yaml/position.ts';
import { configurationSchemaAt } from '../../problems/checkConfiguration.ts';
import { defaultSeverities } from '../../problems/problem.ts';
import { commentSuggestions } from './commentSuggestions.ts';
import { type Completion, completionOf } from './completion.ts';
import { cursorPlaces } from './cursorPlaces.ts';
import type { Suggestion } from './item.ts';
import { placeSuggestions } from './placeSuggestions.ts';
import type { Surroundings } from './surroundings.ts';

/** What can be typed at a position of a `.kanorc.yaml` file: keys, problem codes with the severity they have, levels. */
export function settingsCompletion(text: string, { line, character }: Position): Completion {
  const lineStart = text.split('\n', line).reduce((sum, { length }) => sum + length + 1, 0);
  const offset = Math.min(lineStart + character, text.length);
  const comment = commentSuggestions(text.slice(lineStart, offset));
  if (comment) return completionOf(comment.suggestions, { line, text, lineStart, start: offset - comment.typed, end: offset });
  const items = cursorPlaces(text, offset).flatMap((place) => {
    const { suggestions } = placeSuggestions(place, surroundings, '');
    return completionOf(suggestions.map(withSeverity), { line, text, lineStart, start: place.start, end: place.end }).items;
  });
  return { isIncomplete: false, items };
}

/** Settings refer to nothing. */
const surroundings: Surroundings = {
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
