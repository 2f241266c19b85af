import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { keyMarkdown, translated } from '../keyMarkdown.ts';
import type { CursorPlace } from './cursorPlace.ts';
import { itemKinds, type Suggestion } from './item.ts';
import { referredList, type Surroundings } from './surroundings.ts';
import { isCounts, isMapping, keyValue } from './templates.ts';

/** Keys of which a mapping has one. */
const alternatives: readonly (readonly string[])[] = [
  ['tally', 'tallies'],
  ['counts', 'answers'],
];

/** The keys that a mapping still lacks, those that it must have first; `before` is what has to stand before the first of them. */
export function keySuggestions(place: CursorPlace, schema: SchemaNode, world: Surroundings, before = ''): readonly Suggestion[] {
  const { path, present, position, column, hasColon, needsSpace } = place;
  const taken = new Set([...present, ...alternatives.filter((keys) => keys.some((key) => present.includes(key))).flat()]);
  const layout = { flow: position === 'flow', column: column + (position === 'inline' ? 4 : 2) };
  const gap = needsSpace && before === '' ? ' ' : '';
  return Object.keys(schema.properties ?? {}).flatMap((key, index): readonly Suggestion[] => {
    const keyPath = [...path, key];
    const keySchema = world.schemaAt(keyPath);
    if (taken.has(key) || !keySchema) return [];
    return [
      {
        label: key,
        kind: itemKinds.property,
        newText: hasColon ? key : `${before}${gap}${key.replace('$', '\\$')}:${keyValue(keyPath, layout, world)}`,
        isSnippet: !hasColon,
        detail: keySchema.title && translated(keySchema.title),
        documentation: keyMarkdown(key, keySchema),
        order: orderOf(key, index, schema),
        continues: !hasColon && hasChoices(keyPath, keySchema, world),
      },
    ];
  });
}

function orderOf(key: string, index: number, { required }: SchemaNode): number {
  if (required?.includes(key)) return 10 + index;
  return (key === '$schema' ? 900 : 100) + index;
}

function hasChoices(path: CursorPlace['path'], schema: SchemaNode, world: Surroundings): boolean {
  return (
    schema.enum !== undefined ||
    schema.type === 'boolean' ||
    referredList(path) !== undefined ||
    path.at(-1) === 'uses' ||
    world.schemaAt([...path, 0])?.enum !== undefined ||
    (isMapping(schema) && !isCounts(schema))
  );
}
