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
  validateValueChainActivity,
} from '../../../generated/validators.js';
import type { Path } from '../yaml/node.ts';
import type { ListKey } from './model.ts';

/** One way in which content breaks `schemas/kano.schema.json`. */
export interface SchemaFinding {
  /** The JSON Schema keyword that is violated. */
  readonly keyword: Exclude<ValidationError['keyword'], 'if'>;
  /** From the item (or the file) down to the faulty value. */
  readonly path: Path;
  /** The unknown or missing key, for findings about keys. */
  readonly property: string | undefined;
  /** What the keyword requires, as ajv reports it: `allowedValues`, `limit`, `pattern`, … */
  readonly params: ValidationError['params'];
  /** The faulty value. */
  readonly value: unknown;
}

/** The frame is a file without the items of its lists, which are validated one by one; the configuration is that of a `.kanorc.yaml` file. */
const validators: Readonly<Record<ListKey | 'frame' | 'configuration', Validator>> = {
  frame: validateFile,
  configuration: validateKanorc,
  personas: validatePersona,
  stages: validateStage,
  touchpoints: validateTouchpoint,
  valueChain: validateValueChainActivity,
  surveys: validateSurvey,
  features: validateFeature,
  metrics: validateMetric,
};

/** Where an item of a list, or another value that has a schema, breaks it. */
export function validate(kind: keyof typeof validators, value: unknown): readonly SchemaFinding[] {
  return schemaFindings(validators[kind], value);
}

/** The value at `path` below `value`, if any. */
function valueAt(value: unknown, path: Path): unknown {
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
  return (validate.errors ?? []).flatMap((error): readonly SchemaFinding[] => {
    // What failed under `then` or `else` is there as well.
    if (error.keyword === 'if') return [];
    const path = readPointer(error.instancePath, value);
    return [{ keyword: error.keyword, path, property: propertyOf(error), params: error.params, value: valueAt(value, path) }];
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

function copyWithout(value: unknown, path: Path, faulty: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const keep = <Key extends string | number>(key: Key, child: unknown): (readonly [Key, unknown])[] => {
    const childPath = [...path, key];
    return faulty.includes(pathKey(childPath)) ? [] : [[key, copyWithout(child, childPath, faulty)]];
  };
  if (Array.isArray(value)) return value.flatMap((item, index) => keep(index, item).map(([, copy]) => copy));
  return Object.fromEntries(Object.entries(value).flatMap(([key, child]) => keep(key, child)));
}

/** A path as a string that can be compared. */
function pathKey(path: Path): string {
  return JSON.stringify(path);
}
