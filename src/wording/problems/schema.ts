import * as l10n from '@vscode/l10n';
import { count, measure, nameList } from '../../terms/numbers.ts';

// Messages of `kano/schema`, one function for each way to break the JSON Schema.

export type ValueType = 'text' | 'number' | 'integer' | 'boolean' | 'list' | 'mapping' | 'nothing';

/** A key that the format does not know. `nearest` is the known key most like it; `known` are all keys that may stand here. */
export function unknownKey(key: string, nearest: string | null, known: readonly string[] = []): string {
  if (nearest !== null)
    return l10n.t('“{key}” is not a key here. Did you mean “{nearest}”? Keys of your own start with “x-”.', { key, nearest });
  if (known.length === 0) return l10n.t('“{key}” is not a key here. Remove it, or start it with “x-” to keep it as your own.', { key });
  return l10n.t('“{key}” is not a key here. Known are {known}; keys of your own start with “x-”.', {
    key,
    known: nameList(known.map(quoted)),
  });
}

/** A required key is absent. */
export function missingKey(key: string): string {
  return l10n.t('“{key}” is missing here, and it is required. Add it.', { key });
}

/** Not even the format version is there: an empty file, or some other YAML. */
export function missingVersion(): string {
  return l10n.t('“kano: 1” is missing: it says which version of the format this file is written in. Add it as the first line.');
}

/** A format version that this program does not read. */
export function otherVersion(version: string): string {
  return l10n.t(
    'This file says “kano: {version}”, and version 1 is the one that can be read here. Write “kano: 1”, or use a newer release.',
    { version },
  );
}

/** A value that is not one of those offered. */
export function notOffered(key: string, value: string, offered: readonly string[], nearest: string | null = null): string {
  const values = { key, value, offered: nameList(offered.map(quoted), 'disjunction'), nearest: nearest ?? '' };
  if (nearest !== null) return l10n.t('“{value}” is not a value of “{key}”. Did you mean “{nearest}”? It can be {offered}.', values);
  return l10n.t('“{value}” is not a value of “{key}”. It can be {offered}.', values);
}

/** A value of another type than the key takes. */
export function otherType(key: string, expected: ValueType, found: ValueType): string {
  return l10n.t('“{key}” takes {expected}, and this is {found}.', { key, expected: typeNoun(expected), found: foundNoun(found) });
}

/** A key with nothing after it. */
export function emptyValue(key: string, expected: ValueType): string {
  return l10n.t('“{key}” has no value. Write {expected}, or remove the key.', { key, expected: typeNoun(expected) });
}

/** A text of no characters, or only spaces. */
export function emptyText(key: string): string {
  return l10n.t('“{key}” is empty. Write something, or remove the key.', { key });
}

/** An id, or a reference to one, with characters that ids do not have. */
export function idCharacters(value: string): string {
  return l10n.t(
    '“{value}” cannot be an id: ids start with a small letter or a digit, then small letters, digits, “.”, “_” and “-” may follow. Example: “{example}”.',
    { value, example: exampleId(value) },
  );
}

/** An id that YAML reads as something else than text: `2026`, `1e3`, `true`, `null`. */
export function idNotText(written: string, readAs: ValueType): string {
  return l10n.t('YAML reads {written} as {type}, and an id is text. Put it in quotes: "{written}".', { written, type: foundNoun(readAs) });
}

/** A text that YAML reads as something else, anywhere but in an id. */
export function textNotQuoted(key: string, written: string, readAs: ValueType): string {
  return l10n.t('“{key}” takes text, and YAML reads {written} as {type}. Put it in quotes: "{written}".', {
    key,
    written,
    type: foundNoun(readAs),
  });
}

/** A number under the least or over the largest that makes sense. */
export function outOfRange(key: string, value: number, minimum: number | null, maximum: number | null): string {
  const values = { key, value: measure(value), minimum: measure(minimum), maximum: measure(maximum) };
  if (minimum !== null && maximum !== null) return l10n.t('“{key}” has to be from {minimum} to {maximum}, and this is {value}.', values);
  if (minimum !== null) return l10n.t('“{key}” has to be {minimum} or more, and this is {value}.', values);
  return l10n.t('“{key}” has to be {maximum} or less, and this is {value}.', values);
}

/** A number that has to be above a limit. */
export function notAbove(key: string, value: number, limit: number): string {
  return l10n.t('“{key}” has to be more than {limit}, and this is {value}.', { key, limit: measure(limit), value: measure(value) });
}

/** A number with decimals, where something is counted. */
export function notWhole(key: string, value: number): string {
  return l10n.t('“{key}” counts respondents, so it is a whole number, and this is {value}.', { key, value: measure(value) });
}

/** A calendar date that is none, or is written in another way. */
export function notADate(value: string): string {
  return l10n.t('“{value}” is not a calendar date. Write year, month and day: 2026-09-15.', { value });
}

/** An answer table with other than five rows, or a row with other than five columns. */
export function answersShape(found: number, what: 'rows' | 'columns'): string {
  if (what === 'rows') {
    return l10n.t('Answers have 5 rows (functional: like, must-be, neutral, live-with, dislike), and these have {found}.', {
      found: count(found),
    });
  }
  return l10n.t('A row of answers has 5 columns (dysfunctional: like, must-be, neutral, live-with, dislike), and this has {found}.', {
    found: count(found),
  });
}

/** The same entry stands twice in a list. */
export function repeatedEntry(key: string): string {
  return l10n.t('The same entry stands twice in “{key}”. Keep one.', { key });
}

/** A list with fewer entries than it needs. */
export function emptyList(key: string): string {
  return l10n.t('“{key}” is an empty list. Add an entry, or remove the key.', { key });
}

/** `tally` and `tallies` in one feature. */
export function tallyAndTallies(): string {
  return l10n.t('A feature has “tally” (the short form) or “tallies”, and both stand here: it is unclear which counts. Keep one.');
}

/** `counts` and `answers` in one tally. */
export function countsAndAnswers(): string {
  return l10n.t(
    'A tally has “counts” or “answers”, and both stand here: it is unclear which counts. Keep “answers” if you have them, they say more.',
  );
}

/** Category letters straight in a tally, where `counts` belongs between. */
export function lettersOutsideCounts(letters: readonly string[]): string {
  return l10n.t('Write {example} here: the letters of a tally stand under “counts”.', {
    example: `counts: { ${letters.map((letter) => `${letter}: …`).join(', ')} }`,
  });
}

/** A tally with neither `counts` nor `answers`. */
export function tallyWithoutCounts(): string {
  return l10n.t('This tally has no numbers. Add “counts” (answers by category) or “answers” (the 5×5 pairs).');
}

/** A link with a scheme that could run something. */
export function linkScheme(value: string): string {
  return l10n.t('“{value}” cannot be opened safely. Links begin with “https:”, “http:” or “mailto:”, or have no scheme, such as REQ-12.', {
    value,
  });
}

/** Anything else that breaks the schema; `explanation` says what the format asks for. */
export function otherSchemaProblem(key: string, explanation: string): string {
  return l10n.t('“{key}” does not fit the format: {message}', { key, message: explanation });
}

function typeNoun(type: ValueType): string {
  switch (type) {
    case 'text':
      return l10n.t('text');
    case 'number':
      return l10n.t('a number');
    case 'integer':
      return l10n.t('a whole number');
    case 'boolean':
      return l10n.t('true or false');
    case 'list':
      return l10n.t('a list');
    case 'mapping':
      return l10n.t('keys with values');
    case 'nothing':
      return l10n.t('nothing');
  }
}

// What may stand there is “true or false”; what stands there is one of the two.
function foundNoun(type: ValueType): string {
  return type === 'boolean' ? l10n.t('a truth value') : typeNoun(type);
}

function quoted(name: string): string {
  return l10n.t('“{name}”', { name });
}

function exampleId(value: string): string {
  const simplified = value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return simplified === '' ? 'search-results' : simplified;
}
