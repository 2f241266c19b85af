import { type MapEntry, plainValue } from '../yaml/node.ts';
import type { Part } from '../yaml/part.ts';
import { type Header, type ListKey, listKeys } from './model.ts';
import { type SchemaFinding, validateFrame, withoutFaults } from './schemaFinding.ts';

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
  const whole = root?.kind === 'map' ? mapOf(root.entries, cutLists) : root ? plainValue(root) : {};
  const findings = validateFrame(whole);
  const value = withoutFaults(whole, findings) as Record<string, unknown>;
  return { value: Object.fromEntries(Object.entries(value).filter(([key]) => !isListKey(key))) as Header, findings };
}

function mapOf(entries: readonly MapEntry[], cutLists: readonly ListKey[]): Record<string, unknown> {
  const value = plainValue({
    kind: 'map',
    entries: entries.filter(({ key }) => !isListKey(String(key.value))),
    flow: false,
    start: 0,
    end: 0,
  });
  const lists = listKeys
    .map((key) => [key, entries.findLast((entry) => entry.key.value === key)?.value] as const)
    .filter(([, node]) => node !== undefined)
    .map(([key, node]) => [key, cutLists.includes(key) || node?.kind === 'list' ? [] : node && plainValue(node)]);
  return { ...(value as Record<string, unknown>), ...Object.fromEntries(lists) };
}

function isListKey(key: string): key is ListKey {
  return (listKeys as readonly string[]).includes(key);
}
