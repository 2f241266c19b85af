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
import { groupBy } from '../../base/groupBy.ts';
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
  return without(value, findings.flatMap(faultyPaths)) as Record<string, unknown>;
}

/** Where a value is missing there is nothing to leave out. */
function faultyPaths({ keyword, path, property }: SchemaFinding): readonly Path[] {
  if (keyword === 'required') return [];
  return [property === undefined ? path : [...path, property]];
}

/** A value without what is at these paths below it. What no path leads to is shared with it. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const byStep = groupBy(paths, ([step]) => step);
  const keep = <Key extends string | number>(key: Key, child: unknown): (readonly [Key, unknown])[] => {
    const below = (byStep.get(key) ?? []).map(([, ...rest]) => rest);
    return below.some(({ length }) => length === 0) ? [] : [[key, without(child, below)]];
  };
  if (Array.isArray(value)) return value.flatMap((item, index) => keep(index, item).map(([, kept]) => kept));
  return Object.fromEntries(Object.entries(value).flatMap(([key, child]) => keep(key, child)));
}
