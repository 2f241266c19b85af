import { idKindAt } from '../../document/definitionIndex.ts';
import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { categories, isListKey } from '../../document/format/model.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import type { Path } from '../../document/yaml/node.ts';
import { answerLabel } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { translated } from '../keyMarkdown.ts';
import { referredList, type Surroundings } from './context.ts';
import { TabStops } from './suggestion.ts';

/** How a template is laid out: in brackets, or in lines that begin at a column. */
export interface Layout {
  readonly flow: boolean;
  readonly column: number;
}

/** The keys of a new item in addition to the required ones. */
const usualKeys: Readonly<Record<string, readonly string[]>> = {
  touchpoints: ['stage'],
  features: ['touchpoints', 'tally'],
  tallies: ['survey', 'counts'],
  metrics: ['better'],
};

/** The largest number of ids to choose from. */
const choiceLimit = 50;

/** A new item for the list at a path, with its usual keys, as a snippet without the dash. */
export function newItem(
  list: Path,
  layout: Layout,
  surroundings: Surroundings,
  stops = new TabStops(),
  keys = keysOf(list, surroundings),
): string {
  const item = [...list, 0];
  const pairs = keys.flatMap((key) => {
    const value = newValue([...item, key], key, { ...layout, column: layout.column + 2 }, surroundings, stops);
    return value === undefined ? [] : [`${key}:${value}`];
  });
  return layout.flow ? `{ ${pairs.join(', ')} }` : pairs.join(`\n${' '.repeat(layout.column)}`);
}

/** The text behind the colon of a new key, as a snippet: a space and the value, or lines that begin at the column. */
export function keyValue(path: Path, layout: Layout, surroundings: Surroundings): string {
  const schema = surroundings.schemaAt(path);
  const items = surroundings.schemaAt([...path, 0]);
  const below = `\n${' '.repeat(layout.column)}`;
  if (isCounts(schema)) return ` ${countsTemplate(new TabStops())}`;
  if (items?.type === 'array') return layout.flow ? ` ${flowAnswers()}` : `${below}${blockAnswers(layout.column)}`;
  if (isMapping(items)) {
    const item = newItem(path, { ...layout, column: layout.column + 2 }, surroundings);
    return layout.flow ? ` [${item}]` : `${below}- ${item}`;
  }
  // Free text has commas, which would separate items in brackets.
  if (items) return layout.flow || items.title !== undefined || items.enum ? ' [$0]' : `${below}- $0`;
  if (isMapping(schema)) return layout.flow ? ' { $0 }' : `${below}$0`;
  return schema?.const === undefined ? ' $0' : ` ${schema.const}`;
}

/** `{ M: 0, … }` with every count to be typed over. */
export function countsTemplate(stops: TabStops): string {
  return `{ ${categories.map((category) => `${category}: ${stops.placeholder('0')}`).join(', ')} }`;
}

/** The five rows of answer pairs in block style: the first at the cursor, the others at a column. */
export function blockAnswers(column: number): string {
  const stops = new TabStops();
  const rows = answerKeys.map((answer) => `- [${answerKeys.map(() => stops.placeholder('0')).join(', ')}] # ${answerLabel(answer)}`);
  return rows.join(`\n${' '.repeat(column)}`);
}

export function flowAnswers(): string {
  const stops = new TabStops();
  return `[${answerKeys.map(() => `[${answerKeys.map(() => stops.placeholder('0')).join(', ')}]`).join(', ')}]`;
}

export function isCounts(schema: SchemaNode | undefined): boolean {
  return schema?.properties?.M !== undefined;
}

export function isMapping(schema: SchemaNode | undefined): boolean {
  return schema?.properties !== undefined;
}

function keysOf(list: Path, surroundings: Surroundings): readonly string[] {
  const schema = surroundings.schemaAt([...list, 0]);
  return [...(schema?.required ?? []), ...(usualKeys[String(list.at(-1))] ?? [])];
}

/** The value of a key of a new item; `undefined` where there is nothing to refer to. */
function newValue(path: Path, key: string, layout: Layout, surroundings: Surroundings, stops: TabStops): string | undefined {
  const schema = surroundings.schemaAt(path);
  const target = referredList(path);
  if (target) {
    const { ids } = surroundings.idsOf(target, '');
    if (ids.length === 0) return undefined;
    const texts = ids.slice(-choiceLimit).map(({ id }) => scalarText(id, { flow: layout.flow || schema?.type === 'array' }));
    // The newest survey comes last in the file.
    const choice = stops.choice(target === 'surveys' ? texts.reverse() : texts);
    return schema?.type === 'array' ? ` [${choice}]` : ` ${choice}`;
  }
  if (key === 'id') return ` ${stops.placeholder(freeId(path, surroundings))}`;
  if (key === 'date') return ` ${stops.today()}`;
  if (isCounts(schema)) return ` ${countsTemplate(stops)}`;
  if (surroundings.schemaAt([...path, 0])?.type === 'array') {
    return layout.flow ? ` ${flowAnswers()}` : `\n${' '.repeat(layout.column)}${blockAnswers(layout.column)}`;
  }
  if (schema?.enum) return ` ${stops.choice(schema.enum.map(String))}`;
  if (schema?.type === 'number') return ` ${stops.placeholder('0')}`;
  return ` ${stops.placeholder(translated(schema?.title ?? key))}`;
}

/** `new-feature`, with a number if that is taken. */
function freeId([list, , ...path]: Path, surroundings: Surroundings): string {
  const kind = isListKey(list) ? idKindAt(list, path) : undefined;
  if (kind === undefined) return 'new-item';
  const id = `new-${kind.replace(/s$/, '')}`;
  for (let number = 2; ; number++) {
    const numbered = number === 2 ? id : `${id}-${number - 1}`;
    if (!surroundings.isDefined(kind, numbered)) return numbered;
  }
}
