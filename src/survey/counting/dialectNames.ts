/** The engines that a counting statement can be written for. */
export const dialectNames = ['duckdb', 'postgresql', 'sqlite', 'clickhouse', 'bigquery', 'snowflake', 'databricks', 'redshift'] as const;
export type DialectName = (typeof dialectNames)[number];
