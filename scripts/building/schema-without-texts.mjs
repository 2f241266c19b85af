import { readFile } from 'node:fs/promises';
import { withoutAnnotations } from '../compile-validators.mjs';

/**
 * Takes titles, descriptions and examples out of the schema of the format: two thirds of it, which the extension reads from the file when it
 * starts.
 *
 * @type {import('esbuild').Plugin}
 */
export const schemaWithoutTexts = {
  name: 'schema-without-texts',
  setup(build) {
    build.onLoad({ filter: /[\\/]schemas[\\/]kano\.schema\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(withoutAnnotations(JSON.parse(await readFile(path, 'utf8')))),
      loader: 'json',
    }));
  },
};
