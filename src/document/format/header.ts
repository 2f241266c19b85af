import { type MapNode, plainValue } from '../yaml/node.ts';
import type { Part } from '../yaml/part.ts';
import { type Header, isListKey, type ListKey } from './model.ts';
import { type SchemaFinding, validate, withoutFaults } from './schemaFinding.ts';

/** The top level of a file without its lists, and where it breaks the schema. */
export interface ReadHeader {
  readonly value: Header;
  readonly findings: readonly SchemaFinding[];
}

const headers = new WeakMap<Part, { readonly cut: string; readonly header: ReadHeader }>();

/** Reads the top level of a file from its frame. `cutLists` are the lists without a value there, because their items were cut out. */
export function headerOf(frame: Part, cutLists: readonly ListKey[]): ReadHeader {
  const cut = cutLists.join();
  const known = headers.get(frame);
  if (known?.cut === cut) return known.header;
  const header = readHeader(frame, cutLists);
  headers.set(frame, { cut, header });
  return header;
}

function readHeader({ root, syntaxFindings }: Part, cutLists: readonly ListKey[]): ReadHeader {
  if (root === undefined && syntaxFindings.length > 0) return { value: {}, findings: [] };
  const whole = root?.kind === 'map' ? mapOf(root, cutLists) : root ? plainValue(root) : {};
  const findings = validate('frame', whole);
  const value = withoutFaults(whole, findings) as Record<string, unknown>;
  return { value: Object.fromEntries(Object.entries(value).filter(([key]) => !isListKey(key))) as Header, findings };
}

/** A list that has items is empty here: they are validated one by one. */
function mapOf(root: MapNode, cutLists: readonly ListKey[]): unknown {
  const lists = root.entries.flatMap(({ key, value }) => (isListKey(key.value) ? [{ key: key.value, value }] : []));
  const header = plainValue({ ...root, entries: root.entries.filter(({ key }) => !isListKey(key.value)) }) as Record<string, unknown>;
  for (const { key, value } of lists) header[key] = cutLists.includes(key) || value.kind === 'list' ? [] : plainValue(value);
  return header;
}
