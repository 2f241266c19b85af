import {
  type ValidationError,
  type Validator,
  validateFeature,
  validateFile,
  validateKanorc,
  validateMetric,
  validatePersona,
  validateStage,
  validateSurvey,
  validateTouchpoint,
} from '../../../generated/validators.js';
import type { Path } from '../yaml/node.ts';
import type { ListKey } from './model.ts';

/** One way in which content breaks `schemas/kano.schema.json`. */
export interface SchemaFinding {
  /** The JSON Schema keyword that is violated. */
  readonly keyword: ValidationError['keyword'];
  /** From the item (or the file) down to the faulty value. */
  readonly path: Path;
  /** The unknown or missing key, for findings about keys. */
  readonly property: string | undefined;
  /** What the keyword requires, as ajv reports it: `allowedValues`, `limit`, `pattern`, … */
  readonly params: ValidationError['params'];
  /** The faulty value. */
  readonly value: unknown;
}

const validators: Readonly<Record<ListKey, Validator>> = {
  personas: validatePersona,
  stages: validateStage,
  touchpoints: validateTouchpoint,
  surveys: validateSurvey,
  features: validateFeature,
  metrics: validateMetric,
};

/** Where one item of a list breaks the schema. */
export function validateItem(list: ListKey, value: unknown): readonly SchemaFinding[] {
  return schemaFindings(validators[list], value);
}

/** Where a file breaks the schema outside the items of its six lists, which are checked one by one with `validateItem`. */
export function validateFrame(value: unknown): readonly SchemaFinding[] {
  return schemaFindings(validateFile, value);
}

/** Where a `.kanorc.yaml` file breaks its schema. */
export function validateConfiguration(value: unknown): readonly SchemaFinding[] {
  return schemaFindings(validateKanorc, value);
}

/** The value at `path` below `value`, if any. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

/** Where a value breaks the schema of a validator. */
export function schemaFindings(validate: Validator, value: unknown): readonly SchemaFinding[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const path = readPointer(error.instancePath, value);
    return {
      keyword: error.keyword,
      path,
      property: propertyOf(error),
      params: error.params,
      value: valueAt(value, path),
    };
  });
}

function propertyOf(error: ValidationError): string | undefined {
  if (error.keyword === 'additionalProperties') return error.params.additionalProperty;
  return error.keyword === 'required' ? error.params.missingProperty : undefined;
}

/** A JSON Pointer (RFC 6901) as a path; steps into lists become numbers. */
function readPointer(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let current = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(current) ? Number(name) : name);
    current = valueAt(current, path.slice(-1));
  }
  return path;
}

/** A copy of `value` without the values that break the schema, so that the rest has the types it promises. */
export function withoutFaults(value: unknown, findings: readonly SchemaFinding[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  if (findings.length === 0) return value as Record<string, unknown>;
  return copyWithout(value, [], findings.map(faultyPath)) as Record<string, unknown>;
}

function faultyPath(finding: SchemaFinding): string {
  if (finding.keyword === 'required') return 'nothing to leave out';
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

/** A path as a string that can be compared. */
function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}
