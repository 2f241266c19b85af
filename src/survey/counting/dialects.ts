import type { DialectName } from './dialectNames.ts';

/** How an engine writes what engines write differently. Everything else in a counting statement is the same for all. */
export interface Dialect {
  /** As people call the engine. */
  readonly title: string;
  /** The name of a table or a column, quoted. */
  readonly identifier: (name: string) => string;
  /** A text, quoted. */
  readonly text: (text: string) => string;
  /** A text, quoted, where it is a column of its own; absent where that has a type without being told. */
  readonly columnText?: (text: string) => string;
  /** A value of any type as text. */
  readonly asText: (expression: string) => string;
  /** A text without white space before and after it. */
  readonly trimmed: (expression: string) => string;
  /** The number of characters in a text. */
  readonly length: (expression: string) => string;
  /** What a name cannot hold: the engine refuses it, or its own command line would replace it before the engine sees the quotes. */
  readonly unquotable: RegExp;
}

// Sources: the lexical reference of each engine, and what it says about its functions to trim.

/** A quotation mark in quotes is doubled, as in standard SQL. */
const doubled = (quote: string) => (name: string) => `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
/** A backslash in quotes begins an escape sequence, for itself and for the quotation mark too. A line break cannot stand in quotes everywhere. */
const escaped = (quote: string) => (text: string) =>
  `${quote}${text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/[\n\r\t]/g, (sign) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign] ?? '')}${quote}`;
const cast = (type: string) => (expression: string) => `CAST(${expression} AS ${type})`;
const inCharacters = (expression: string) => `LENGTH(${expression})`;
/** It ends a statement in some engines. */
const ended = /\0/;

/** White space as `String.trim` knows it, but for signs that nobody types. */
const spaces = [9, 10, 11, 12, 13, 32, 160, 12_288, 65_279];
const joinedSpaces = (codes: readonly number[]) => codes.map((code) => `CHR(${code})`).join(' || ');
const escapedSpaces = ' \\t\\n\\u000b\\u000c\\r\\u00a0\\u3000\\ufeff';

/** Backslashes begin escape sequences, and both signs are doubled, as Redshift's QUOTE_LITERAL does. */
const redshiftText = (text: string) => doubled("'")(text.replaceAll('\\', '\\\\'));

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb: {
    title: 'DuckDB',
    identifier: doubled('"'),
    text: doubled("'"),
    asText: cast('VARCHAR'),
    trimmed: (expression) => `TRIM(${expression}, ${joinedSpaces(spaces)})`,
    length: inCharacters,
    unquotable: ended,
  },
  postgresql: {
    title: 'PostgreSQL',
    identifier: doubled('"'),
    // The form with E means the same whatever `standard_conforming_strings` is.
    text: (text) => (text.includes('\\') ? `E${doubled("'")(text.replaceAll('\\', '\\\\'))}` : doubled("'")(text)),
    asText: cast('TEXT'),
    trimmed: (expression) => `BTRIM(${expression}, E' \\t\\n\\x0b\\f\\r\\u00a0\\u3000\\ufeff')`,
    length: inCharacters,
    unquotable: ended,
  },
  sqlite: {
    title: 'SQLite',
    identifier: doubled('"'),
    text: doubled("'"),
    asText: cast('TEXT'),
    trimmed: (expression) => `TRIM(${expression}, CHAR(${spaces.join(', ')}))`,
    length: inCharacters,
    unquotable: ended,
  },
  clickhouse: {
    title: 'ClickHouse',
    identifier: escaped('`'),
    text: escaped("'"),
    asText: cast('Nullable(String)'),
    // Its TRIM takes bytes, which are parts of letters.
    trimmed: (expression) => {
      const space = `[\\\\s\\\\v\\\\x{a0}\\\\x{3000}\\\\x{feff}]+`;
      return `replaceRegexpAll(${expression}, '^${space}|${space}$', '')`;
    },
    length: (expression) => `lengthUTF8(${expression})`,
    unquotable: ended,
  },
  bigquery: {
    title: 'BigQuery',
    identifier: escaped('`'),
    text: escaped("'"),
    asText: cast('STRING'),
    trimmed: (expression) => `TRIM(${expression}, '${escapedSpaces}')`,
    length: inCharacters,
    unquotable: ended,
  },
  snowflake: {
    title: 'Snowflake',
    identifier: doubled('"'),
    // The command line replaces &name and <% name %> wherever they stand.
    text: (text) => escaped("'")(text).replaceAll('&', '\\u0026').replaceAll('<%', '\\u003c%'),
    asText: cast('VARCHAR'),
    trimmed: (expression) => `TRIM(${expression}, '${escapedSpaces}')`,
    length: inCharacters,
    unquotable: /\0|&|<%/,
  },
  databricks: {
    title: 'Databricks',
    identifier: doubled('`'),
    // Notebooks replace ${name} wherever it stands.
    text: (text) => escaped("'")(text).replaceAll('$', '\\$'),
    asText: cast('STRING'),
    trimmed: (expression) => `TRIM(BOTH '${escapedSpaces}' FROM ${expression})`,
    length: inCharacters,
    unquotable: /\0|\$\{/,
  },
  redshift: {
    title: 'Redshift',
    identifier: doubled('"'),
    text: redshiftText,
    // Without a type, a literal in a column cannot be compared or joined.
    columnText: (text) => cast('VARCHAR(65535)')(redshiftText(text)),
    asText: cast('VARCHAR(65535)'),
    trimmed: (expression) => `BTRIM(${expression}, ${joinedSpaces(spaces.filter((code) => code < 128))})`,
    length: inCharacters,
    unquotable: ended,
  },
};

/** The same dialect within a model of dbt: Jinja would take `{{` and `{%` for its own wherever they stand. */
export function withinJinja(dialect: Dialect): Dialect {
  const hidden = (text: string) => text.replace(/\{(?=[{%#])/g, "{{ '{' }}");
  const { columnText } = dialect;
  return {
    ...dialect,
    ...(columnText && { columnText: (text: string) => hidden(columnText(text)) }),
    identifier: (name) => hidden(dialect.identifier(name)),
    text: (text) => hidden(dialect.text(text)),
  };
}
