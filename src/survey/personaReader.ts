import type { Persona } from '../document/model.ts';
import { comparableText } from './comparableText.ts';
import type { SurveyMap } from './surveyMap.ts';

/** Who a respondent is: the id of a persona, `null` for those who are left out, `undefined` where it cannot be told. */
export function personaReader(personas: readonly Persona[], map: SurveyMap): (cell: string) => string | null | undefined {
  const known = new Map<string, string | null>();
  const add = (text: string, id: string | null) => {
    const key = keyOf(text);
    if (!known.has(key)) known.set(key, id);
  };
  for (const value of map.personas.leaveOut) add(value, null);
  for (const [value, id] of map.personas.values) add(value, id);
  for (const { id } of personas) if (id !== undefined) add(id, id);
  for (const { id, name } of personas) if (id !== undefined && name !== undefined) add(name, id);
  return (cell) => known.get(keyOf(cell));
}

/** Signs alone (`?`) are no text to compare by. */
function keyOf(text: string): string {
  return comparableText(text) || text.trim();
}
