import { KanoModel } from '../kanoModel.ts';
import { plainValue } from '../yaml/node.ts';
import { parsePart, unreadablePart } from '../yaml/part.ts';
import { frame } from '../yaml/segment.ts';
import { type Configuration, noConfiguration } from './configuration.ts';
import type { AnalysisSettings } from './model.ts';
import { type SchemaFinding, validateConfiguration } from './schemaFinding.ts';
import { withoutFaults } from './withoutFaults.ts';

/** Longer files than this are not meant as settings. */
const charactersLimit = 1_000_000;

/** A `.kanorc.yaml` file: what it says, where that stands, and what in it breaks `schemas/kanorc.schema.json`. */
export interface ConfigurationFile {
  readonly configuration: Configuration;
  /** The text with its places. It has no header and no lists: those are of Kano files. */
  readonly model: KanoModel;
  readonly findings: readonly SchemaFinding[];
}

/** Reads a `.kanorc.yaml` file. Never throws: what cannot be read is left out. A byte-order mark is passed over. */
export function readConfiguration(uri: string, text: string): ConfigurationFile {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const tooLarge = content.length > charactersLimit;
  const part = tooLarge ? unreadablePart(content, { kind: 'too-large', size: content.length, limit: charactersLimit }) : parsePart(content);
  const model = new KanoModel(uri, content === '' ? [] : [{ segment: frame(content) }], part);
  // A file of nothing but comments sets nothing.
  const value = part.root === undefined ? {} : (plainValue(part.root) ?? {});
  const findings = validateConfiguration(value);
  const { rules, analysis } = withoutFaults(value, findings) as { rules?: Configuration['rules']; analysis?: Partial<AnalysisSettings> };
  return { configuration: { rules: rules ?? noConfiguration.rules, analysis: analysis ?? noConfiguration.analysis }, model, findings };
}
