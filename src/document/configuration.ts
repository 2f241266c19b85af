import { matchesPath } from '../base/pathPattern.ts';
import type { AnalysisSettings } from './format/model.ts';
import { type SchemaFinding, validate, withoutFaults } from './format/schemaFinding.ts';
import type { KanoModel } from './kanoModel.ts';
import { readUncut } from './readModel.ts';
import { plainValue } from './yaml/node.ts';

/** What `.kanorc.yaml` can set a problem code to. */
export const levels = ['off', 'hint', 'info', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

/** What the nearest `.kanorc.yaml` says, as far as it can be read. */
export interface Configuration {
  /** Levels by problem code; codes that are not there keep their default. */
  readonly rules: Readonly<Record<string, Level>>;
  /** How numbers are computed where a file does not say. */
  readonly analysis: Partial<AnalysisSettings>;
  /** Patterns of files that no search finds, relative to the folder of the file. See `matchesPath`. */
  readonly exclude: readonly string[];
  /** How many days surveys, evidence and readings stay fresh. */
  readonly freshFor?: number;
}

/** The name of the file, in any folder. */
export const configurationFileName = '.kanorc.yaml';

/** `freshFor` unless said otherwise: two years. */
export const defaultFreshFor = 730;

/** The configuration where there is no such file. */
export const noConfiguration: Configuration = Object.freeze({
  rules: Object.freeze({}),
  analysis: Object.freeze({}),
  exclude: Object.freeze([]),
});

/** Whether a path or URI is that of a configuration file. */
export function isConfigurationPath(path: string): boolean {
  return path.split(/[\\/]/).at(-1) === configurationFileName;
}

/** Files of more characters than this are not settings. */
const charactersLimit = 1_000_000;

/** A `.kanorc.yaml` file: its content, where everything is, and what breaks `schemas/kanorc.schema.json`. */
export interface ConfigurationFile {
  readonly configuration: Configuration;
  /** The text with its ranges. It has no header and no lists, which only Kano files have. */
  readonly model: KanoModel;
  readonly findings: readonly SchemaFinding[];
}

/** Reads a `.kanorc.yaml` file. Never throws: what cannot be read is left out. A byte-order mark is ignored. */
export function readConfiguration(uri: string, text: string): ConfigurationFile {
  const model = readUncut(uri, text, charactersLimit);
  const { root } = model.frame;
  // A file with only comments sets nothing.
  const value = root === undefined ? {} : (plainValue(root) ?? {});
  const findings = validate('configuration', value);
  const read = withoutFaults(value, findings) as Partial<Configuration>;
  return { configuration: { ...noConfiguration, ...read }, model, findings };
}

/**
 * Whether a configuration leaves a file out of what searches find. Those of all folders above a file count for this, not the nearest alone: what is
 * excluded may have a configuration of its own.
 * @param folder of the configuration; it and the path of the file have forward slashes and the same beginning
 */
export function isExcluded(path: string, folder: string, { exclude }: Pick<Configuration, 'exclude'>): boolean {
  const inside = path.slice(folder.replace(/\/$/, '').length + 1);
  return exclude.some((pattern) => matchesPath(pattern, inside));
}
