import { readFile } from 'node:fs/promises';
import { exportedNames } from './exported-names.mjs';

/** Modules of the `yaml` library that make nodes and text from values, or values from nodes, and the schema of JSON, which we never choose. */
const notForReading = [
  'stringify/\\w+',
  'doc/(?:anchors|applyReviver|createNode)',
  'nodes/(?:addPairToJSMap|toJS)',
  'parse/(?:cst-stringify|cst-visit|line-counter)',
  'schema/json/schema',
  'visit',
];
const filter = new RegExp(
  `[\\\\/]yaml[\\\\/](?:browser[\\\\/])?dist[\\\\/](?:${notForReading.join('|').replaceAll('/', '[\\\\/]')})\\.js$`,
);

/**
 * Leaves out of the `yaml` library what reading does not need, a fifth of it: we take the nodes, and write by edits of the text. What would be
 * called after all throws.
 *
 * @type {import('esbuild').Plugin}
 */
export const readOnlyYaml = {
  name: 'read-only-yaml',
  setup(build) {
    build.onLoad({ filter }, async ({ path }) => {
      const exported = exportedNames(await readFile(path, 'utf8'), path).map((name) => `unavailable as ${name}`);
      return { contents: `function unavailable() { throw new Error('YAML is only read here.'); }\nexport { ${exported.join(', ')} };` };
    });
  },
};
