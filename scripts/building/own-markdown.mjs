import { readFile } from 'node:fs/promises';
import { exportedNames } from './exported-names.mjs';

/** Writers of what stands in none of our pages: links and their definitions, quotes, emphasis, line breaks within a text; tables are put together cell by cell. */
const neverWritten = ['blockquote', 'break', 'definition', 'emphasis', 'image-reference', 'link', 'link-reference', 'thematic-break'];
const filter = new RegExp(
  `[\\\\/]mdast-util-to-markdown[\\\\/]lib[\\\\/]handle[\\\\/](?:${neverWritten.join('|')})\\.js$|[\\\\/]markdown-table[\\\\/]index\\.js$`,
);

/**
 * Leaves out of the Markdown writer what the extension never writes. What would be called after all throws. Headings are looked through for
 * line breaks, to be underlined then: ours have none.
 *
 * @type {import('esbuild').Plugin}
 */
export const ownMarkdown = {
  name: 'own-markdown',
  setup(build) {
    build.onLoad({ filter }, async ({ path }) => {
      const exported = exportedNames(await readFile(path, 'utf8'), path).map((name) => `unwritten as ${name}`);
      return { contents: `function unwritten() { throw new Error('No page of ours has this.'); }\nexport { ${exported.join(', ')} };` };
    });
    build.onLoad({ filter: /[\\/](?:unist-util-visit|mdast-util-to-string)[\\/]index\.js$/ }, () => ({
      contents: "export const EXIT = false;\nexport function visit() {}\nexport function toString() { return ''; }",
    }));
  },
};
