import { readFile } from 'node:fs/promises';

/** Modules of the `yaml` library that make nodes and text from values, or values from nodes. */
const notForReading = [
  'stringify/\\w+',
  'doc/(?:anchors|applyReviver|createNode)',
  'nodes/(?:addPairToJSMap|toJS)',
  'parse/(?:cst-stringify|cst-visit|line-counter)',
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
      const names = exportedNames(await readFile(path, 'utf8'));
      if (names.length === 0) throw new Error(`${path} names its exports in another way than expected.`);
      const exported = names.map((name) => `unavailable as ${name}`).join(', ');
      return { contents: `function unavailable() { throw new Error('YAML is only read here.'); }\nexport { ${exported} };` };
    });
  },
};

/** @param {string} code */
function exportedNames(code) {
  const list = /^export \{ ([\w, ]+) \};$/m.exec(code)?.[1]?.split(', ') ?? [];
  return [...list, ...[...code.matchAll(/^export (?:class|const|function) (\w+)/gm)].map(([, name]) => name)];
}
