// Compiles the schemas ahead of time: ajv compiles at run time with `eval`, which web hosts forbid.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { shortenValidators } from './shorten-validators.mjs';

/** Exported name → schema. Items of lists have validators of their own, so that only items that changed are validated again. */
const validators = {
  validateFile: 'file',
  validatePersona: 'kano.schema.json#/$defs/persona',
  validateStage: 'kano.schema.json#/$defs/stage',
  validateTouchpoint: 'kano.schema.json#/$defs/touchpoint',
  validateSurvey: 'kano.schema.json#/$defs/survey',
  validateFeature: 'kano.schema.json#/$defs/feature',
  validateMetric: 'kano.schema.json#/$defs/metric',
  validateKanorc: 'kanorc.schema.json',
};

const ajvOptions = { strict: true, allErrors: true, verbose: false, messages: false, code: { source: true, esm: true } };

const annotations = new Set(['title', 'description', 'examples', 'default', '$comment']);
/** Keywords whose value maps names to schemas: there, `title` is a name like any other. */
const mappings = new Set(['properties', 'patternProperties', '$defs']);

/** Names of the functions that the compiled module exports. */
export const validatorNames = Object.keys(validators);

/** What only the command needs has a module of its own, so that it takes no space in the extension. */
const commandValidators = { validateSurveyMap: 'survey-map.schema.json' };

/** Names of the functions that the command's module exports. */
export const commandValidatorNames = Object.keys(commandValidators);

/** The text of one self-contained ES module that exports `commandValidatorNames`, from the schemas in `folder`. */
export async function compileCommandValidators(folder) {
  const ajv = new Ajv2020({ ...ajvOptions, allowUnionTypes: true });
  for (const name of Object.values(commandValidators)) ajv.addSchema(withoutAnnotations(readSchema(folder, name)), name);
  return bundle(standaloneCode(ajv, commandValidators), folder);
}

/** The text of one self-contained ES module that exports `validatorNames`, from the schemas in `folder`. */
export async function compileValidators(folder) {
  const ajv = new Ajv2020(ajvOptions);
  for (const name of ['kano.schema.json', 'kanorc.schema.json']) {
    const schema = withoutAnnotations(readSchema(folder, name));
    ajv.addSchema(withEqualPropertiesOnce(schema), name);
    if (name === 'kano.schema.json') ajv.addSchema(withoutItems(schema), 'file');
  }
  return bundle(shortenValidators(standaloneCode(ajv, validators)), folder);
}

function readSchema(folder, name) {
  return JSON.parse(readFileSync(resolve(folder, name), 'utf8'));
}

/** What a file must be outside of the items of its lists: else each item would be compiled a second time. */
function withoutItems(schema) {
  const isListOfItems = ({ type, items }) => type === 'array' && items?.$ref !== undefined;
  return { ...schema, properties: mapValues(schema.properties, (property) => (isListOfItems(property) ? { type: 'array' } : property)) };
}

/** Properties that all refer to the same definition, as one: ajv would write the definition out for each of them. */
function withEqualPropertiesOnce(schema) {
  if (Array.isArray(schema)) return schema.map(withEqualPropertiesOnce);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { properties, ...others } = mapValues(schema, withEqualPropertiesOnce);
  const definitions = new Set(Object.values(properties ?? {}).map((property) => JSON.stringify(property)));
  const names = Object.keys(properties ?? {});
  const isWorthIt = names.length > 2 && definitions.size === 1 && properties[names[0]].$ref !== undefined && !others.required;
  if (!isWorthIt) return properties ? { properties, ...others } : others;
  const pattern = `^(?:${names.map((name) => name.replace(/[^\w/-]/g, '\\$&')).join('|')})$`;
  return { ...others, patternProperties: { ...others.patternProperties, [pattern]: properties[names[0]] } };
}

/** A schema without its texts: ajv copies mappings of properties into the validators, texts included. */
export function withoutAnnotations(schema) {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, mappings.has(keyword) ? mapValues(value, withoutAnnotations) : withoutAnnotations(value)]),
  );
}

function mapValues(object, transform) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, transform(value)]));
}

/** The code that ajv writes `require`s its run-time helpers: take them in. */
async function bundle(contents, resolveDir) {
  const result = await build({
    stdin: { contents, resolveDir, sourcefile: 'validators.js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    banner: { js: '// Generated from schemas/ by scripts/generate.mjs: do not edit.' },
  });
  return result.outputFiles[0].text;
}
