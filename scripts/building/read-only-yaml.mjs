import { readFile } from 'node:fs/promises';

/**
 * Leaves out how the `yaml` library writes YAML, a seventh of it: we read YAML with it, and write by edits of the text. What would be
 * called after all throws.
 *
 * @type {import('esbuild').Plugin}
 */
export const readOnlyYaml = {
  name: 'read-only-yaml',
  setup(build) {
    build.onLoad({ filter: /[\\/]yaml[\\/](?:browser[\\/])?dist[\\/]stringify[\\/]\w+\.js$/ }, async ({ path }) => {
      const exported = /^export \{ ([\w, ]+) \};$/m.exec(await readFile(path, 'utf8'))?.[1];
      if (exported === undefined) throw new Error(`${path} names its exports in another way than expected.`);
      const names = exported.split(', ').map((name) => `unavailable as ${name}`);
      return { contents: `function unavailable() { throw new Error('YAML is not written here.'); }\nexport { ${names.join(', ')} };` };
    });
  },
};
