import type { DialectName } from './dialectNames.ts';
import type { Dialect } from './dialects.ts';

/** Where the answers are. */
export interface TableSource {
  /** What stands after FROM. */
  readonly sql: string;
  /** The parts of the name. */
  readonly names: readonly string[];
  /** Whether dbt fills it in. */
  readonly isInJinja: boolean;
}

const quoted = `(?:'[\\w.-]+'|"[\\w.-]+")`;
const version = `(?:v|version)\\s*=\\s*(?:\\d+|${quoted})`;

/** `{{ ref('survey_answers', v=2) }}` and `{{ source("crm", "survey_answers") }}`, of which nothing can be anything else. */
const jinjaPattern = new RegExp(
  `^\\{\\{\\s*(?:ref\\(\\s*${quoted}(?:\\s*,\\s*${quoted})?(?:\\s*,\\s*${version})?|source\\(\\s*${quoted}\\s*,\\s*${quoted})\\s*\\)\\s*\\}\\}$`,
);

/** Whether dbt would fill in something of this name, and it is no reference that we know: quoted, it would be the name of a table. */
export function isUnknownJinja(name: string): boolean {
  return /\{[{%]/.test(name) && !jinjaPattern.test(name.trim());
}

/** Reads the name of a table: parts with dots between them, in quotation marks where they have dots themselves; for DuckDB also a file; for dbt a reference. */
export function tableSource(name: string, dialectName: DialectName, dialect: Dialect): TableSource {
  const trimmed = name.trim();
  if (jinjaPattern.test(trimmed)) return { sql: trimmed, names: [trimmed], isInJinja: true };
  const reader = dialectName === 'duckdb' ? fileReader(trimmed, dialect) : undefined;
  if (reader !== undefined) return { sql: reader, names: [trimmed], isInJinja: false };
  const parts = [...trimmed.matchAll(/"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|([^.]*)/g)]
    // Between two dots stands a part, and after each part the pattern matches nothing once more.
    .filter(({ 0: found, index }) => found !== '' || trimmed[index - 1] === '.' || index === 0)
    .map(([, double, back, plain]) => double?.replaceAll('""', '"') ?? back?.replaceAll('``', '`') ?? plain ?? '');
  return { sql: parts.map((part) => dialect.identifier(part)).join('.'), names: parts, isInJinja: false };
}

/** Every value of a text file is read as text, so that `05` and `5` stay what they are. */
function fileReader(name: string, { text }: Dialect): string | undefined {
  if (/\.parquet$/i.test(name)) return `read_parquet(${text(name)})`;
  if (/\.(?:csv|tsv)(?:\.(?:gz|zst))?$/i.test(name)) return `read_csv(${text(name)}, header = true, all_varchar = true)`;
  return undefined;
}
