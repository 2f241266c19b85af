import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { categories, type ListKey, listKeys } from '../../document/format/model.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import type { Path } from '../../document/yaml/node.ts';
import { answerLabel } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { translated } from '../keyMarkdown.ts';
import { TabStops } from './snippetText.ts';
import { referredList, type Surroundings } from './surroundings.ts';

/** How a template is laid out: in brackets, or in lines that begin at a column. */
export interface Layout {
  readonly flow: boolean;
  readonly column: number;
}

/** The keys of a new item beside the required ones. */
const usualKeys: Readonly<Record<string, readonly string[]>> = {
  touchpoints: ['stage'],
  features: ['touchpoints', 'tally'],
  tallies: ['survey', 'counts'],
};

/** More ids than this are no choice. */
const choiceLimit = 50;

/** A new item of the list at a path as a snippet, without its dash: of a mapping its usual keys. */
export function newItem(list: Path, layout: Layout, world: Surroundings, stops = new TabStops(), keys = keysOf(list, world)): string {
  const item = [...list, 0];
  const pairs = keys.flatMap((key) => {
    const value = newValue([...item, key], key, { ...layout, column: layout.column + 2 }, world, stops);
    return value === undefined ? [] : [`${key}:${value}`];
  });
  return layout.flow ? `{ ${pairs.join(', ')} }` : pairs.join(`\n${' '.repeat(layout.column)}`);
}

/** What stands behind the colon of a new key, in a snippet: the space first, or lines that begin at the column. */
export function keyValue(path: Path, layout: Layout, world: Surroundings): string {
  const schema = world.schemaAt(path);
  const items = world.schemaAt([...path, 0]);
  const below = `\n${' '.repeat(layout.column)}`;
  if (isCounts(schema)) return ` ${countsTemplate(new TabStops())}`;
  if (items?.type === 'array') return layout.flow ? ` ${flowAnswers()}` : `${below}${blockAnswers(layout.column)}`;
  if (isMapping(items)) {
    const item = newItem(path, { ...layout, column: layout.column + 2 }, world);
    return layout.flow ? ` [${item}]` : `${below}- ${item}`;
  }
  // Free text has commas, which part the items in brackets.
  if (items) return layout.flow || items.title !== undefined || items.enum ? ' [$0]' : `${below}- $0`;
  if (isMapping(schema)) return layout.flow ? ' { $0 }' : `${below}$0`;
  return schema?.const === undefined ? ' $0' : ` ${schema.const}`;
}

/** `{ M: 0, … }` with every count to be typed over. */
export function countsTemplate(stops: TabStops): string {
  return `{ ${categories.map((category) => `${category}: ${stops.placeholder('0')}`).join(', ')} }`;
}

/** The five rows of answer pairs below each other, the first behind the cursor and the others at a column. */
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

function keysOf(list: Path, world: Surroundings): readonly string[] {
  const schema = world.schemaAt([...list, 0]);
  return [...(schema?.required ?? []), ...(usualKeys[String(list.at(-1))] ?? [])];
}

/** The value of a key of a new item; `undefined` where there is nothing to refer to. */
function newValue(path: Path, key: string, layout: Layout, world: Surroundings, stops: TabStops): string | undefined {
  const schema = world.schemaAt(path);
  const target = referredList(path);
  if (target) {
    const { ids } = world.idsOf(target, '');
    if (ids.length === 0) return undefined;
    const texts = ids.slice(-choiceLimit).map(({ id }) => scalarText(id, { flow: layout.flow || schema?.type === 'array' }));
    // The newest survey stands last.
    const choice = stops.choice(target === 'surveys' ? texts.reverse() : texts);
    return schema?.type === 'array' ? ` [${choice}]` : ` ${choice}`;
  }
  if (key === 'id') return ` ${stops.placeholder(freeId(path[0] as ListKey, world))}`;
  if (key === 'date') return ` ${stops.today()}`;
  if (isCounts(schema)) return ` ${countsTemplate(stops)}`;
  if (world.schemaAt([...path, 0])?.type === 'array') {
    return layout.flow ? ` ${flowAnswers()}` : `\n${' '.repeat(layout.column)}${blockAnswers(layout.column)}`;
  }
  if (schema?.enum) return ` ${stops.choice(schema.enum.map(String))}`;
  if (schema?.type === 'number') return ` ${stops.placeholder('0')}`;
  return ` ${stops.placeholder(translated(schema?.title ?? key))}`;
}

/** `new-feature`, or with a number behind it where that is taken. */
function freeId(list: ListKey, world: Surroundings): string {
  const id = `new-${listKeys.includes(list) ? list.replace(/s$/, '') : 'item'}`;
  for (let number = 2; ; number++) {
    const numbered = number === 2 ? id : `${id}-${number - 1}`;
    if (!world.isDefined(list, numbered)) return numbered;
  }
}
