import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import type { Path } from '../../document/yaml/node.ts';
import { valueMeaning } from '../valueMeanings.ts';
import { type CursorContext, referredList, type Surroundings } from './context.ts';
import { escaped, itemKinds, type Suggestion, type Suggestions } from './suggestion.ts';

/** A possible value, before it is known how it is written. */
interface Value {
  readonly text: string;
  readonly isString: boolean;
  readonly suggestion: Pick<Suggestion, 'kind' | 'detail' | 'documentation' | 'order'>;
}

/** The scalars that the format, the product or the folder allow in a context, or in the list that begins there; none for free text. */
export function valueSuggestions(context: CursorContext, schema: SchemaNode, surroundings: Surroundings, word: string): Suggestions {
  const beginsList = schema.type === 'array';
  const itemSchema = beginsList ? surroundings.schemaAt([...context.path, 0]) : schema;
  if (!itemSchema) return { suggestions: [], isComplete: true };
  const { values, isComplete } = valuesOf(context.path, itemSchema, surroundings, word);
  const suggestions = values
    .filter(({ text, isString }) => !context.present.includes(text) && (isString || !context.quoted))
    .map((value): Suggestion => ({ label: value.text, ...value.suggestion, ...writtenAs(value, context, beginsList) }));
  return { suggestions, isComplete };
}

function writtenAs({ text, suggestion }: Value, context: CursorContext, beginsList: boolean): Pick<Suggestion, 'newText' | 'isSnippet'> {
  const { position, quoted, needsSpace } = context;
  const gap = needsSpace ? ' ' : '';
  const inBrackets = position === 'flow' || (beginsList && position === 'inline');
  // The values of the format need no quotes.
  const scalar = quoted || suggestion.kind === itemKinds.enumMember ? text : scalarText(text, { flow: inBrackets });
  if (!beginsList) return { newText: `${gap}${scalar}` };
  // The cursor stays within the brackets, for the next item.
  return inBrackets ? { newText: `${gap}[${escaped(scalar)}$0]`, isSnippet: true } : { newText: `- ${scalar}` };
}

function valuesOf(
  path: Path,
  schema: SchemaNode,
  surroundings: Surroundings,
  word: string,
): { readonly values: readonly Value[]; readonly isComplete: boolean } {
  const list = referredList(path);
  if (list) {
    const { ids, isComplete } = surroundings.idsOf(list, word);
    const others = list === 'features' ? ids.filter(({ id }) => id !== surroundings.ownId) : ids;
    const suggestion = (detail: string | undefined) => ({ kind: itemKinds.reference, detail });
    return { values: others.map(({ id, name }) => ({ text: id, isString: true, suggestion: suggestion(name) })), isComplete };
  }
  if (path[0] === 'uses') {
    const values = surroundings.files.map((file): Value => ({ text: file, isString: true, suggestion: { kind: itemKinds.file } }));
    return { values, isComplete: true };
  }
  const fixed = schema.enum ?? (schema.type === 'boolean' ? [true, false] : schema.const === undefined ? [] : [schema.const]);
  const key = String(typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1));
  const values = fixed.map(
    (value, order): Value => ({
      text: String(value),
      isString: typeof value === 'string',
      suggestion: { kind: itemKinds.enumMember, order, ...valueMeaning(key, String(value)) },
    }),
  );
  return { values, isComplete: true };
}
