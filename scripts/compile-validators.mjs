// Compiles the schemas ahead of time, because ajv compiles at run time with `eval`, which web hosts forbid.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { withoutAnnotations } from './building/without-annotations.mjs';

/** Exported name → schema. The items of lists have validators of their own, so that only changed items are validated again. */
const validators = {
  validateFile: 'file',
  validatePersona: 'kano.schema.json#/$defs/persona',
  validateStage: 'kano.schema.json#/$defs/stage',
  validateTouchpoint: 'kano.schema.json#/$defs/touchpoint',
  validateValueChainActivity: 'kano.schema.json#/$defs/valueChainActivity',
  validateSurvey: 'kano.schema.json#/$defs/survey',
  validateFeature: 'kano.schema.json#/$defs/feature',
  validateMetric: 'kano.schema.json#/$defs/metric',
  validateKanorc: 'kanorc.schema.json',
};

const ajvOptions = {
  strict: true,
  // Under `if` and `then` the type and the properties are those of the schema around.
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
  verbose: false,
  messages: false,
  code: { source: true, esm: true },
};

/** Names of the functions that the compiled module exports. */
export const validatorNames = Object.keys(validators);

/** Maps of exports are read seldom: each has a module of its own, so that only what reads it carries it. */
const mapValidators = {
  surveyMapValidator: { validateSurveyMap: 'survey-map.schema.json' },
  feedbackMapValidator: { validateFeedbackMap: 'feedback-map.schema.json' },
};

/** File names, each with the names of the functions that the module exports. */
export const mapValidatorModules = Object.entries(mapValidators).map(([file, exported]) => ({ file, names: Object.keys(exported) }));

/** The text of a self-contained ES module with the validators of a map, from the schemas in `folder`. */
export async function compileMapValidator(folder, file) {
  const ajv = new Ajv2020(ajvOptions);
  for (const name of Object.values(mapValidators[file])) ajv.addSchema(withoutAnnotations(readSchema(folder, name)), name);
  return bundle(standaloneCode(ajv, mapValidators[file]), folder);
}

/** The text of one self-contained ES module that exports `validatorNames`, from the schemas in `folder`. */
export async function compileValidators(folder) {
  const ajv = new Ajv2020(ajvOptions);
  for (const name of ['kano.schema.json', 'kanorc.schema.json']) {
    const schema = withoutAnnotations(readSchema(folder, name));
    ajv.addSchema(schema, name);
    if (name === 'kano.schema.json') ajv.addSchema(withoutItems(schema), 'file');
  }
  return bundle(standaloneCode(ajv, validators), folder);
}

function readSchema(folder, name) {
  return JSON.parse(readFileSync(resolve(folder, name), 'utf8'));
}

/** The schema of a file without the items of its lists, which have their own validators. */
function withoutItems(schema) {
  const isListOfItems = ({ type, items }) => type === 'array' && items?.$ref !== undefined;
  return { ...schema, properties: mapValues(schema.properties, (property) => (isListOfItems(property) ? { type: 'array' } : property)) };
}

function mapValues(object, transform) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, transform(value)]));
}

/** Bundles the run-time helpers that ajv's code requires. Leaves out the places in the schema that errors name: nobody reads them, and a report has them in it. */
async function bundle(code, resolveDir) {
  const contents = code.replace(/,schemaPath:"(?:[^"\\]|\\.)*"/g, '');
  if (contents.includes('schemaPath')) throw new Error('An error of ajv names its place in the schema in another way than before.');
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
