import { type Configuration, noConfiguration } from './configuration.ts';
import { KanoDocument } from './kanoDocument.ts';
import type { AnalysisSettings } from './model.ts';
import { plainValue } from './node.ts';
import { parsePart, unreadablePart } from './part.ts';
import { type SchemaFinding, validateConfiguration } from './schemaFinding.ts';
import { frame } from './segment.ts';
import { withoutFaults } from './withoutFaults.ts';

/** Longer files than this are not meant as settings. */
const charactersLimit = 1_000_000;

/** A `.kanorc.yaml` file: what it says, where that stands, and what in it breaks `schemas/kanorc.schema.json`. */
export interface ConfigurationFile {
  readonly configuration: Configuration;
  /** The text with its places. It has no header and no lists: those are of Kano files. */
  readonly document: KanoDocument;
  readonly findings: readonly SchemaFinding[];
}

/** Reads a `.kanorc.yaml` file. Never throws: what cannot be read is left out. A byte-order mark is passed over. */
export function readConfiguration(uri: string, text: string): ConfigurationFile {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const tooLarge = content.length > charactersLimit;
  const part = tooLarge ? unreadablePart(content, { kind: 'too-large', size: content.length, limit: charactersLimit }) : parsePart(content);
  const document = new KanoDocument(uri, content === '' ? [] : [{ segment: frame(content) }], part);
  // A file of nothing but comments sets nothing.
  const value = part.root === undefined ? {} : (plainValue(part.root) ?? {});
  const findings = validateConfiguration(value);
  const { rules, analysis } = withoutFaults(value, findings) as { rules?: Configuration['rules']; analysis?: Partial<AnalysisSettings> };
  return { configuration: { rules: rules ?? noConfiguration.rules, analysis: analysis ?? noConfiguration.analysis }, document, findings };
}
