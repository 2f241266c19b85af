import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import type { Path } from '../../document/yaml/node.ts';
import { schemaValueWording } from '../../wording/schemaValueWording.ts';
import type { CursorPlace } from './cursorPlace.ts';
import { itemKinds, type Suggestion } from './item.ts';
import { escaped } from './snippetText.ts';
import { referredList, type Surroundings } from './surroundings.ts';

/** A value that may stand at a place, before it is known how it is written there. */
interface Value {
  readonly text: string;
  readonly isString: boolean;
  readonly suggestion: Pick<Suggestion, 'kind' | 'detail' | 'documentation' | 'order'>;
}

/** The scalars that the format, the product or the folder allow at a place, or in the list that begins there; none where text is free. */
export function valueSuggestions(
  place: CursorPlace,
  schema: SchemaNode,
  world: Surroundings,
  word: string,
): { readonly suggestions: readonly Suggestion[]; readonly isComplete: boolean } {
  const beginsList = schema.type === 'array';
  const itemSchema = beginsList ? world.schemaAt([...place.path, 0]) : schema;
  if (!itemSchema) return { suggestions: [], isComplete: true };
  const { values, isComplete } = valuesOf(place.path, itemSchema, world, word);
  const suggestions = values
    .filter(({ text, isString }) => !place.present.includes(text) && (isString || !place.quoted))
    .map((value): Suggestion => ({ label: value.text, ...value.suggestion, ...writtenAs(value, place, beginsList) }));
  return { suggestions, isComplete };
}

function writtenAs({ text, suggestion }: Value, place: CursorPlace, beginsList: boolean): Pick<Suggestion, 'newText' | 'isSnippet'> {
  const { position, quoted, needsSpace } = place;
  const gap = needsSpace ? ' ' : '';
  const inBrackets = position === 'flow' || (beginsList && position === 'inline');
  // The values of the format need no quotes.
  const scalar = quoted || suggestion.kind === itemKinds.enumMember ? text : scalarText(text, { flow: inBrackets });
  if (!beginsList) return { newText: `${gap}${scalar}` };
  // The next item is typed within the brackets.
  return inBrackets ? { newText: `${gap}[${escaped(scalar)}$0]`, isSnippet: true } : { newText: `- ${scalar}` };
}

function valuesOf(
  path: Path,
  schema: SchemaNode,
  world: Surroundings,
  word: string,
): { readonly values: readonly Value[]; readonly isComplete: boolean } {
  const list = referredList(path);
  if (list) {
    const { ids, isComplete } = world.idsOf(list, word);
    const isOwn = (id: string) => list === 'features' && id === world.ownId;
    const values = ids
      .filter(({ id }) => !isOwn(id))
      .map(({ id, name }): Value => ({ text: id, isString: true, suggestion: { kind: itemKinds.reference, detail: name } }));
    return { values, isComplete };
  }
  if (path[0] === 'uses') {
    const values = world.files.map((file): Value => ({ text: file, isString: true, suggestion: { kind: itemKinds.file } }));
    return { values, isComplete: true };
  }
  const fixed = schema.enum ?? (schema.type === 'boolean' ? [true, false] : schema.const === undefined ? [] : [schema.const]);
  const key = String(typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1));
  const values = fixed.map(
    (value, order): Value => ({
      text: String(value),
      isString: typeof value === 'string',
      suggestion: { kind: itemKinds.enumMember, order, ...schemaValueWording(key, String(value)) },
    }),
  );
  return { values, isComplete: true };
}
