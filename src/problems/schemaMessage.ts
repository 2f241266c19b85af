import { nearest } from '../base/nearestWord.ts';
import { configurationFileName } from '../document/configuration.ts';
import type { SchemaNode } from '../document/format/formatSchema.ts';
import { categories, type ListKey } from '../document/format/model.ts';
import type { SchemaFinding } from '../document/format/schemaFinding.ts';
import { definitionNoun } from '../terms/labels.ts';
import { foreignLetter, isForeignLetter } from '../wording/problems/foreignLetters.ts';
import * as wording from '../wording/problems/schema.ts';
import { missingSpace } from '../wording/problems/syntax.ts';

/** What the message needs beside the finding itself. */
export interface SchemaMessageContext {
  /** The list whose item is at fault, `undefined` for the rest of the file, and `settings` for a `.kanorc.yaml` file. */
  readonly list: ListKey | 'settings' | undefined;
  /** What the format says of the value at fault. */
  readonly schema: SchemaNode | undefined;
  /** The scalar at fault as written. */
  readonly written: string | undefined;
}

/** The sentence for one way of breaking the schema: what is wrong, and what would be right. */
export function schemaMessage(finding: SchemaFinding, { list, schema, written }: SchemaMessageContext): string {
  const { path, value, property = '' } = finding;
  if (path.length === 0 && finding.keyword === 'type' && list === undefined) return wording.missingVersion();
  const key = nameOf(path) ?? (list === undefined ? '' : list === 'settings' ? configurationFileName : definitionNoun(list));
  switch (finding.keyword) {
    case 'additionalProperties':
      return unknownKey(property, schema);
    case 'required':
      return property === 'kano' ? wording.missingVersion() : wording.missingKey(property);
    case 'not':
      return excludingKeys(path, value);
    case 'const':
      return wording.otherVersion(String(value));
    case 'enum':
      return notOffered(key, value, finding.params as { allowedValues: readonly string[] });
    case 'type':
      return otherType(key, (finding.params as { type: wording.ValueType | string }).type, value, written, schema);
    case 'pattern':
      return pattern(key, String(value), schema);
    case 'minimum':
    case 'maximum':
      return wording.outOfRange(key, Number(value), schema?.minimum ?? null, schema?.maximum ?? null);
    case 'exclusiveMinimum':
      return wording.notAbove(key, Number(value), schema?.exclusiveMinimum ?? 0);
    case 'minLength':
      return wording.emptyText(key);
    case 'minItems':
    case 'maxItems':
      return items(path, value);
  }
}

function unknownKey(property: string, schema: SchemaNode | undefined): string {
  const known = Object.keys(schema?.properties ?? {});
  const glued = gluedKey(property, known);
  if (glued !== undefined) return missingSpace(glued);
  const isTally = known.length > 0 && known.every((key) => key.length === 1);
  if (isTally && isForeignLetter(property.toUpperCase())) return foreignLetter(property.toUpperCase() as 'P');
  return wording.unknownKey(property, nearestKey(property, known), known.length <= 8 ? known : []);
}

/** The known key of `title:X` between braces, where YAML wants a space behind the colon. */
export function gluedKey(property: string, known: readonly string[]): string | undefined {
  return known.find((key) => property.startsWith(`${key}:`) && property.length > key.length + 1);
}

/** What is called a title in one list is called a name in another. */
const otherWords = new Map([
  ['name', 'title'],
  ['title', 'name'],
]);

/** The known key most like an unknown one; the codes of rules are often written without what they all begin with. */
export function nearestKey(property: string, known: readonly string[]): string | null {
  const meant = [`kano/${property}`, otherWords.get(property)].find((key) => key !== undefined && known.includes(key));
  return meant ?? nearest(property, known);
}

function excludingKeys(path: SchemaFinding['path'], value: unknown): string {
  const keys = Object.keys(typeof value === 'object' && value !== null ? value : {});
  if (path.length === 0) return wording.tallyAndTallies();
  if (keys.includes('counts') && keys.includes('answers')) return wording.countsAndAnswers();
  const letters = categories.filter((category) => keys.includes(category));
  return letters.length > 0 ? wording.lettersOutsideCounts(letters) : wording.tallyWithoutCounts();
}

function notOffered(key: string, value: unknown, { allowedValues }: { allowedValues: readonly string[] }): string {
  const text = String(value);
  const letters = allowedValues.every((allowed) => allowed.length === 1);
  if (letters && isForeignLetter(text.toUpperCase())) return foreignLetter(text.toUpperCase() as 'P');
  return wording.notOffered(key, text, allowedValues, nearest(text, allowedValues));
}

function otherType(key: string, expected: string, value: unknown, written: string | undefined, schema: SchemaNode | undefined): string {
  const found = typeOf(value);
  const wanted = wordingType(expected);
  if (value === null && !written) return wording.emptyValue(key, wanted);
  if (wanted === 'text' && written && (found === 'number' || found === 'boolean' || found === 'nothing')) {
    return isIdSchema(schema) ? wording.idNotText(written, found) : wording.textNotQuoted(key, written, found);
  }
  if (wanted === 'integer' && typeof value === 'number') return wording.notWhole(key, value);
  return wording.otherType(key, wanted, found);
}

function pattern(key: string, value: string, schema: SchemaNode | undefined): string {
  if (isIdSchema(schema)) return wording.idCharacters(value);
  if (key === 'date') return wording.notADate(value);
  if (key === 'link' || key === 'links') return wording.linkScheme(value);
  return wording.otherSchemaProblem(key, schema?.description ?? '');
}

function items(path: SchemaFinding['path'], value: unknown): string {
  const found = Array.isArray(value) ? value.length : 0;
  if (path.includes('answers')) return wording.answersShape(found, path.at(-1) === 'answers' ? 'rows' : 'columns');
  return wording.emptyList(nameOf(path) ?? '');
}

function isIdSchema(schema: SchemaNode | undefined): boolean {
  return schema?.pattern === '^[a-z0-9][a-z0-9._-]*$';
}

/** The key that leads to the value: for an item of a list, that of the list. */
function nameOf(path: SchemaFinding['path']): string | undefined {
  return path.findLast((step) => typeof step === 'string');
}

function wordingType(type: string): wording.ValueType {
  const types: Readonly<Record<string, wording.ValueType>> = {
    string: 'text',
    array: 'list',
    object: 'mapping',
    boolean: 'boolean',
    integer: 'integer',
  };
  return types[type] ?? 'number';
}

function typeOf(value: unknown): wording.ValueType {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'mapping';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}
