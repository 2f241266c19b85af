import type { SchemaFinding } from './schemaFinding.ts';

/** A copy of `value` without the values that break the schema, so that what remains has the types it promises. */
export function withoutFaults(value: unknown, findings: readonly SchemaFinding[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  if (findings.length === 0) return value as Record<string, unknown>;
  return copyWithout(value, [], findings.map(faultyPath)) as Record<string, unknown>;
}

function faultyPath(finding: SchemaFinding): string {
  if (finding.keyword === 'required') return 'nothing is wrong with what is there';
  return pathKey(finding.property === undefined ? finding.path : [...finding.path, finding.property]);
}

function copyWithout(value: unknown, path: readonly (string | number)[], faulty: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item, index) => [item, [...path, index]] as const)
      .filter(([, itemPath]) => !faulty.includes(pathKey(itemPath)))
      .map(([item, itemPath]) => copyWithout(item, itemPath, faulty));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]) => [key, child, [...path, key]] as const)
      .filter(([, , childPath]) => !faulty.includes(pathKey(childPath)))
      .map(([key, child, childPath]) => [key, copyWithout(child, childPath, faulty)]),
  );
}

/** Steps as one comparable string; the root's is never removed. */
function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}
