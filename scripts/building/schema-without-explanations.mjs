import { readFile } from 'node:fs/promises';
import { withoutAnnotations } from './without-annotations.mjs';

/**
 * Leaves titles and descriptions of the format out of the panel's page, which shows none: they would be a tenth of a report, with their translations.
 *
 * @type {import('esbuild').Plugin}
 */
export const schemaWithoutExplanations = {
  name: 'schema-without-explanations',
  setup(build) {
    build.onLoad({ filter: /kano\.schema\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(withoutAnnotations(JSON.parse(await readFile(path, 'utf8')))),
      loader: 'json',
      watchFiles: [path],
    }));
  },
};
