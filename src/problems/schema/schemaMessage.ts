import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import { configurationFileName } from '../../document/configuration.ts';
import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { kindsOfMetrics } from '../../document/format/metricKinds.ts';
import { categories, type ListKey, type MetricKind } from '../../document/format/model.ts';
import type { SchemaFinding } from '../../document/format/schemaFinding.ts';
import { entryOf, nodeAt, type Path, type ValueNode } from '../../document/yaml/node.ts';
import type { Part } from '../../document/yaml/part.ts';
import { definitionNoun, quotedName } from '../../terms/labels.ts';
import { count, measure, nameList } from '../../terms/numbers.ts';
import { missingSpace } from '../syntax.ts';
import { foreignLetterMessage, isForeignLetter } from './foreignLetters.ts';
import { idOfName } from './idFixes.ts';

/** What was validated against a schema. */
export interface SchemaSubject {
  /** The list of an item, `undefined` for the rest of a file, and `settings` for a `.kanorc.yaml` file. */
  readonly list: ListKey | 'settings' | undefined;
  readonly part: Part;
  readonly root: ValueNode | undefined;
  readonly schemaAt: (path: Path) => SchemaNode | undefined;
}

/** The sentence for one way of breaking the schema: what is wrong, and what would be right. */
export function schemaMessage(finding: SchemaFinding, { list, root, schemaAt }: SchemaSubject): string {
  const { path, value, property = '' } = finding;
  if (path.length === 0 && finding.keyword === 'type' && list === undefined) return missingVersion();
  const schema = schemaAt(path);
  const key = nameOf(path) ?? (list === undefined ? '' : list === 'settings' ? configurationFileName : definitionNoun(list));
  switch (finding.keyword) {
    case 'additionalProperties':
      return unknownKey(property, knownKeys(property, path, { root, schemaAt }), isTallyKey(property, path, { list, schemaAt }));
    case 'required':
      return property === 'kano' ? missingVersion() : l10n.t('“{key}” is missing here, and it is required. Add it.', { key: property });
    case 'not':
      return excludingKeys(path, value);
    case 'const':
      return l10n.t(
        'This file says “kano: {version}”, and version 1 is the one that can be read here. Write “kano: 1”, or use a newer release.',
        { version: String(value) },
      );
    case 'enum':
      return notOffered(key, String(value), (finding.params as { allowedValues: readonly string[] }).allowedValues);
    case 'type': {
      const node = nodeAt(root, path);
      const written = node?.kind === 'scalar' ? node.source : undefined;
      return otherType(key, valueTypes[String((finding.params as { type: unknown }).type)] ?? 'number', value, written, isIdSchema(schema));
    }
    case 'pattern':
      return otherPattern(key, String(value), schema);
    case 'minimum':
    case 'maximum': {
      const kind = nodeAt(root, ['kind']);
      const kindRange = kind?.kind === 'scalar' ? kindsOfMetrics[kind.value as MetricKind]?.range : undefined;
      const [minimum, maximum] = [schema?.minimum ?? kindRange?.[0], schema?.maximum ?? kindRange?.[1]];
      const values = { key, value: measure(Number(value)), minimum: measure(minimum ?? null), maximum: measure(maximum ?? null) };
      if (maximum === undefined) return l10n.t('“{key}” has to be {minimum} or more, and this is {value}.', values);
      return l10n.t('“{key}” has to be from {minimum} to {maximum}, and this is {value}.', values);
    }
    case 'exclusiveMinimum': {
      const limit = measure(schema?.exclusiveMinimum ?? 0);
      return l10n.t('“{key}” has to be more than {limit}, and this is {value}.', { key, limit, value: measure(Number(value)) });
    }
    case 'minLength':
      return l10n.t('“{key}” is empty. Write something, or remove the key.', { key });
    case 'minItems':
    case 'maxItems':
      return otherLength(path, Array.isArray(value) ? value.length : 0);
  }
}

/** Not even the format version is there: an empty file, or some other YAML. */
function missingVersion(): string {
  return l10n.t('“kano: 1” is missing: it says which version of the format this file is written in. Add it as the first line.');
}

/** Whether an unknown key of a feature, or of its counts, is one of an entry of `tallies`. */
function isTallyKey(key: string, path: Path, { list, schemaAt }: Pick<SchemaSubject, 'list' | 'schemaAt'>): boolean {
  const isBesideTallies = list === 'features' && (path.length === 0 || path[0] === 'tally' || path.at(-1) === 'counts');
  return isBesideTallies && Object.hasOwn(schemaAt(['tallies', 0])?.properties ?? {}, key);
}

/** The keys that an unknown key can be meant as: all that are allowed there. Other words for a key count only where that key is missing. */
export function knownKeys(key: string, path: Path, { root, schemaAt }: Pick<SchemaSubject, 'root' | 'schemaAt'>): readonly string[] {
  const known = Object.keys(schemaAt(path)?.properties ?? {});
  const map = nodeAt(root, path);
  const others = otherWords.get(key) ?? [];
  return known.filter((each) => !others.includes(each) || map?.kind !== 'map' || entryOf(map, each) === undefined);
}

/** `known` are the keys that are allowed here. */
function unknownKey(key: string, known: readonly string[], isOfTally: boolean): string {
  if (isOfTally)
    return l10n.t('“{key}” belongs in an entry of “tallies”, beside its “counts” or “answers”: tallies: [{ counts: {…}, {key}: … }].', {
      key,
    });
  const glued = gluedKey(key, known);
  if (glued !== undefined) return missingSpace(glued);
  const letter = key.toUpperCase();
  const isTally = known.length > 0 && known.every((each) => each.length === 1);
  if (isTally && isForeignLetter(letter)) return foreignLetterMessage(letter);
  const near = nearestKey(key, known);
  if (near !== null)
    return l10n.t('“{key}” is not a key here. Did you mean “{nearest}”? Keys of your own start with “x-”.', { key, nearest: near });
  if (known.length === 0 || known.length > 8)
    return l10n.t('“{key}” is not a key here. Remove it, or start it with “x-” to keep it as your own.', { key });
  return l10n.t('“{key}” is not a key here. Known are {known}; keys of your own start with “x-”.', {
    key,
    known: nameList(known.map(quotedName)),
  });
}

/** The known key of `title:X` between braces, where YAML needs a space after the colon. */
export function gluedKey(property: string, known: readonly string[]): string | undefined {
  return known.find((key) => property.startsWith(`${key}:`) && property.length > key.length + 1);
}

/** What is called a title in one list is called a name in another, and product at the top of a file. Personas have needs, features depend on each other. */
const otherWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['name', ['title', 'product']],
  ['title', ['name', 'product']],
  ['needs', ['dependsOn']],
  ['requires', ['dependsOn']],
  ['dependencies', ['dependsOn']],
]);

/** The known key most like an unknown one. Problem codes are often written without their common beginning. */
export function nearestKey(property: string, known: readonly string[]): string | null {
  const meant = [`kano/${property}`, ...(otherWords.get(property) ?? [])].find((key) => known.includes(key));
  return meant ?? nearest(property, known);
}

/** Keys of which a feature (`tally`, `tallies`) or a tally (`counts`, `answers`) has exactly one. */
function excludingKeys(path: Path, value: unknown): string {
  const keys = Object.keys(typeof value === 'object' && value !== null ? value : {});
  if (keys.includes('emotions'))
    return l10n.t(
      'A touchpoint has “emotion” (today) or “emotions” (with dates), and both stand here: it is unclear which counts. Keep one.',
    );
  if (isShippedTooEarly(path, value))
    return l10n.t('This has a day on which customers got it, and its status is not “shipped”. Set the status, or remove “shipped”.');
  if (path.length === 0)
    return l10n.t('A feature has “tally” (the short form) or “tallies”, and both stand here: it is unclear which counts. Keep one.');
  if (keys.includes('counts') && keys.includes('answers'))
    return l10n.t(
      'A tally has “counts” or “answers”, and both stand here: it is unclear which counts. Keep “answers” if you have them, they say more.',
    );
  const letters = categories.filter((category) => keys.includes(category));
  if (letters.length === 0) return l10n.t('This tally has no numbers. Add “counts” (answers by category) or “answers” (the 5×5 pairs).');
  return l10n.t('Write {example} here: the letters of a tally stand under “counts”.', {
    example: `counts: { ${letters.map((letter) => `${letter}: …`).join(', ')} }`,
  });
}

/** Whether a feature has a date of shipping without the status. One with two kinds of tallies has that problem first. */
export function isShippedTooEarly(path: Path, value: unknown): boolean {
  if (path.length > 0 || typeof value !== 'object' || value === null) return false;
  return 'shipped' in value && !('tally' in value && 'tallies' in value) && (value as { status?: unknown }).status !== 'shipped';
}

function notOffered(key: string, value: string, offered: readonly string[]): string {
  const letter = value.toUpperCase();
  if (offered.every((allowed) => allowed.length === 1) && isForeignLetter(letter)) return foreignLetterMessage(letter);
  const near = nearest(value, offered);
  const values = { key, value, offered: nameList(offered.map(quotedName), 'disjunction'), nearest: near ?? '' };
  if (near !== null) return l10n.t('“{value}” is not a value of “{key}”. Did you mean “{nearest}”? It can be {offered}.', values);
  return l10n.t('“{value}” is not a value of “{key}”. It can be {offered}.', values);
}

type ValueType = 'text' | 'phrase' | 'number' | 'integer' | 'boolean' | 'list' | 'mapping' | 'nothing';

/** By what JSON Schema calls them. */
const valueTypes: Readonly<Record<string, ValueType>> = {
  string: 'text',
  array: 'list',
  object: 'mapping',
  boolean: 'boolean',
  integer: 'integer',
  'object,string': 'phrase',
};

function otherType(key: string, expected: ValueType, value: unknown, written: string | undefined, isId: boolean): string {
  const found = typeOf(value);
  const values = { key, expected: typeNouns()[expected], found: foundNoun(found) };
  if (value === null && !written) return l10n.t('“{key}” has no value. Write {expected}, or remove the key.', values);
  if ((expected === 'text' || expected === 'phrase') && written && (found === 'number' || found === 'boolean' || found === 'nothing')) {
    const reading = { key, written, type: foundNoun(found) };
    return isId
      ? l10n.t('YAML reads {written} as {type}, and an id is text. Put it in quotes: "{written}".', reading)
      : l10n.t('“{key}” takes text, and YAML reads {written} as {type}. Put it in quotes: "{written}".', reading);
  }
  if (expected === 'integer' && typeof value === 'number')
    return l10n.t('“{key}” is a count, so it has to be a whole number, and this is {value}.', { key, value: measure(value) });
  if (found === 'number' && !Number.isFinite(value))
    return l10n.t('“{key}” takes {expected}, and this cannot be counted with. Write digits, or remove the key.', values);
  return l10n.t('“{key}” takes {expected}, and this is {found}.', values);
}

function typeOf(value: unknown): ValueType {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'mapping';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

function typeNouns(): Readonly<Record<ValueType, string>> {
  return {
    text: l10n.t('text'),
    phrase: l10n.t('a phrase, or keys with values'),
    number: l10n.t('a number'),
    integer: l10n.t('a whole number'),
    boolean: l10n.t('true or false'),
    list: l10n.t('a list'),
    mapping: l10n.t('keys with values'),
    nothing: l10n.t('nothing'),
  };
}

// The value may be “true or false”; the one that is there is one of the two.
function foundNoun(type: ValueType): string {
  return type === 'boolean' ? l10n.t('a truth value') : typeNouns()[type];
}

function otherPattern(key: string, value: string, schema: SchemaNode | undefined): string {
  if (isIdSchema(schema)) return idCharactersMessage(value);
  if (key === 'date' || key === 'shipped')
    return l10n.t('“{value}” is not a calendar date. Write year, month and day: 2026-09-15.', { value });
  if (key === 'link' || key === 'links')
    return l10n.t(
      '“{value}” cannot be opened safely. Links begin with “https:”, “http:” or “mailto:”, or have no scheme, such as REQ-12.',
      {
        value,
      },
    );
  if (key === 'exclude')
    return l10n.t(
      '“{value}” is not a pattern: it can have “*”, “?” and “**”, but no braces, “!” or backslash. Write a pattern for each alternative.',
      {
        value,
      },
    );
  return l10n.t('“{key}” does not fit the format: {message}', { key, message: schema?.description ?? '' });
}

/** An id, or a reference to one, with characters that ids do not have. */
export function idCharactersMessage(value: string): string {
  return l10n.t(
    '“{value}” cannot be an id: ids start with a small letter or a digit, then small letters, digits, “.”, “_” and “-” may follow. Example: “{example}”.',
    { value, example: idOfName(value) || 'search-results' },
  );
}

/** Answers are the only lists of a given length: five rows of five columns. */
function otherLength(path: Path, length: number): string {
  const found = count(length);
  if (path.at(-1) === 'answers')
    return l10n.t('Answers have 5 rows (functional: like, must-be, neutral, live-with, dislike), and these have {found}.', { found });
  return l10n.t('A row of answers has 5 columns (dysfunctional: like, must-be, neutral, live-with, dislike), and this has {found}.', {
    found,
  });
}

function isIdSchema(schema: SchemaNode | undefined): boolean {
  return schema?.pattern === '^[a-z0-9][a-z0-9._-]*$';
}

/** The key that leads to the value: for an item of a list, that of the list. */
function nameOf(path: Path): string | undefined {
  return path.findLast((step) => typeof step === 'string');
}
