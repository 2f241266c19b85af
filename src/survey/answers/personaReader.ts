import type { Persona } from '../../document/format/model.ts';
import { comparableValue } from './comparableText.ts';
import type { SurveyMap } from './surveyMap.ts';
import { textLookup } from './textLookup.ts';

/**
 * Who a respondent is: the id of a persona, `null` for those who are left out, `undefined` where it cannot be told. A map goes first, then come
 * ids, then names.
 */
export function personaReader(personas: readonly Persona[], { personas: { leaveOut, values } }: SurveyMap) {
  const withId = personas.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }]));
  const lookups = [
    [...leaveOut.map((value) => [value, null] as const), ...values],
    withId.map(({ id }) => [id, id] as const),
    withId.flatMap(({ id, name }) => (name === undefined ? [] : [[name, id] as const])),
  ].map((said) => textLookup<string | null>(said, keyOf));
  return (cell: string): string | null | undefined => {
    const found = lookups.map((find) => find(cell)).find(({ length }) => length > 0) ?? [];
    return found.length === 1 ? found[0] : undefined;
  };
}

/** Signs alone (`?`) are no text to compare by. */
function keyOf(text: string): string {
  return comparableValue(text) || text.trim();
}
