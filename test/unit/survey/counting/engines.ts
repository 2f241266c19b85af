import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import sqlite from 'node-sqlite3-wasm';
import type { DialectName } from '../../../../src/survey/counting/dialectNames.ts';

/** A cell of a table in a database. */
export type Value = string | number | null;

/** A table in a database. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'text' | 'integer' }[];
  readonly rows: readonly (readonly Value[])[];
}

/** An engine that runs statements on tables, for a test. */
export interface Engine {
  readonly dialect: DialectName;
  /** The result of a statement in a form that the engine's own tools have, with the extension of such a file. */
  readonly run: (statement: string) => Promise<{ readonly extension: string; readonly text: string }>;
  /** The rows of a result. */
  readonly query: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly create: (table: StoredTable) => Promise<void>;
  /** The names of all tables. */
  readonly tables: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function definition({ name, columns }: StoredTable, types: Readonly<Record<'text' | 'integer', string>>): string {
  return `CREATE TABLE ${quoted(name)} (${columns.map((column) => `${quoted(column.name)} ${types[column.type]}`).join(', ')})`;
}

/** Its result is a list in JSON, as `duckdb -json` writes it. */
export async function duckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const objects = async (statement: string) => (await connection.runAndReadAll(statement)).getRowObjectsJson();
  return {
    dialect: 'duckdb',
    run: async (statement) => ({ extension: 'json', text: JSON.stringify(await objects(statement)) }),
    query: objects,
    create: async (table) => {
      await connection.run(definition(table, { text: 'VARCHAR', integer: 'INTEGER' }));
      const appender = await connection.createAppender(table.name);
      for (const row of table.rows) {
        for (const value of row) {
          if (value === null) appender.appendNull();
          else if (typeof value === 'number') appender.appendInteger(value);
          else appender.appendVarchar(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    tables: async () =>
      (await objects('SELECT table_name FROM information_schema.tables ORDER BY 1')).map(({ table_name }) => String(table_name)),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Its result are lines of JSON, as `row_to_json` writes them. */
export async function postgresql(): Promise<Engine> {
  const database = await PGlite.create();
  return {
    dialect: 'postgresql',
    run: async (statement) => {
      const { rows } = await database.query(statement);
      return { extension: 'jsonl', text: rows.map((row) => `${JSON.stringify(row)}\n`).join('') };
    },
    query: async (statement) => (await database.query<Record<string, unknown>>(statement)).rows,
    create: async (table) => {
      await database.exec(definition(table, { text: 'text', integer: 'integer' }));
      const objects = table.rows.map((row) => Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index] ?? null])));
      await database.query(`INSERT INTO ${quoted(table.name)} SELECT * FROM json_populate_recordset(null::${quoted(table.name)}, $1)`, [
        JSON.stringify(objects),
      ]);
    },
    tables: async () => {
      const { rows } = await database.query<{ tablename: string }>(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
      );
      return rows.map(({ tablename }) => tablename);
    },
    close: () => database.close(),
  };
}

/** Its result is separated by tabs, with names in capitals, as some tools have it. */
export async function sqliteEngine(): Promise<Engine> {
  const database = new sqlite.Database();
  return {
    dialect: 'sqlite',
    run: async (statement) => {
      const rows = database.all(statement);
      const lines = [Object.keys(rows[0] ?? {}).map((name) => name.toUpperCase()), ...rows.map((row) => Object.values(row ?? {}))];
      return { extension: 'tsv', text: lines.map((cells) => `${cells.map((cell) => cellOf(String(cell))).join('\t')}\n`).join('') };
    },
    query: async (statement) => database.all(statement) as Record<string, unknown>[],
    create: async (table) => {
      database.run(definition(table, { text: 'TEXT', integer: 'INTEGER' }));
      const insert = database.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${table.columns.map(() => '?').join(', ')})`);
      database.run('BEGIN');
      for (const row of table.rows) insert.run([...row]);
      database.run('COMMIT');
      insert.finalize();
    },
    tables: async () => database.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1").map((row) => String(row?.name)),
    close: async () => database.close(),
  };
}

/** Where the package `chdb`, which is too large for every test run, is installed; absent where ClickHouse is not to be tried. */
const clickhouseFolder = process.env.KANO_CHDB;

interface ClickhouseSession {
  readonly query: (statement: string, format?: string) => string;
  readonly cleanup: () => void;
}

async function clickhouse(): Promise<Engine> {
  const { Session } = createRequire(join(clickhouseFolder ?? '', 'package.json'))('chdb') as { Session: new () => ClickhouseSession };
  const session = new Session();
  session.query('CREATE DATABASE IF NOT EXISTS kano ENGINE = Atomic');
  session.query('USE kano');
  const name = (text: string) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
  return {
    dialect: 'clickhouse',
    run: async (statement) => ({ extension: 'jsonl', text: session.query(statement, 'JSONEachRow') }),
    query: async (statement) => {
      const lines = session.query(statement, 'JSONEachRow').split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    create: async ({ name: table, columns, rows }) => {
      const types = { text: 'Nullable(String)', integer: 'Nullable(Int32)' };
      session.query(
        `CREATE TABLE ${name(table)} (${columns.map((column) => `${name(column.name)} ${types[column.type]}`).join(', ')}) ENGINE = Memory`,
      );
      const lines = rows.map((row) =>
        JSON.stringify(Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null]))),
      );
      session.query(`INSERT INTO ${name(table)} FORMAT JSONEachRow ${lines.join('\n')}`);
    },
    tables: async () => session.query('SHOW TABLES', 'TSVRaw').trim().split('\n').sort(),
    close: async () => session.cleanup(),
  };
}

/** The engines that this run tries. */
export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  DuckDB: duckdb,
  PostgreSQL: postgresql,
  SQLite: sqliteEngine,
  ...(clickhouseFolder !== undefined && { ClickHouse: clickhouse }),
};

function cellOf(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
