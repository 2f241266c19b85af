import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const styleSheets = ['media/panel.css', 'media/report.css'];
const bundles = readdirSync(`${root}l10n`).map((name) => `l10n/${name}`);

/**
 * Gives the command the panel's page as texts, for reports. They are loaded only when a report is written.
 *
 * @type {(page: import('esbuild').BuildOptions) => import('esbuild').Plugin}
 */
export const panelPage = (page) => ({
  name: 'panel-page',
  setup(outer) {
    outer.onResolve({ filter: /^kano:panel-page$/ }, ({ path }) => ({ path, namespace: 'panel-page' }));
    outer.onLoad({ filter: /./, namespace: 'panel-page' }, async () => {
      const { texts, inputs } = await panelPageTexts(page);
      return { contents: `export const page = ${JSON.stringify(texts)};`, loader: 'js', watchFiles: inputs };
    });
  },
});

/**
 * Writes the same beside the panel's page, for the extension, but for the script: that is the page itself.
 *
 * @type {(page: import('esbuild').BuildOptions, file: string) => import('esbuild').Plugin}
 */
export const panelPageFile = (page, file) => ({
  name: 'panel-page-file',
  setup(outer) {
    outer.onEnd(async () => {
      const { script: _, ...texts } = (await panelPageTexts(page)).texts;
      mkdirSync(dirname(root + file), { recursive: true });
      writeFileSync(root + file, JSON.stringify(texts));
    });
  },
});

/**
 * The script and the styles of the panel's page, their hashes, and the translations that it needs, with the files that they are made of.
 *
 * @param {import('esbuild').BuildOptions} page
 */
async function panelPageTexts(page) {
  const { outputFiles, metafile } = await build({ ...page, sourcemap: false, write: false, metafile: true });
  const script = outputFiles?.[0]?.text.trim() ?? '';
  if (/<\/script/i.test(script)) throw new Error('The script of the page would end where it says </script.');
  const css = styleSheets.map((path) => readFileSync(root + path, 'utf8')).join('\n');
  const styles = (await transform(css, { loader: 'css', minify: true, charset: 'utf8' })).code.trim();
  const translations = Object.fromEntries(
    bundles.map((path) => {
      const all = Object.entries(JSON.parse(readFileSync(root + path, 'utf8')));
      return [/l10n\.(.*)\.json$/.exec(path)?.[1], Object.fromEntries(all.filter(([message]) => isSaidIn(script, message)))];
    }),
  );
  return {
    texts: { script, styles, scriptHash: sha256(script), stylesHash: sha256(styles), translations },
    inputs: [...Object.keys(metafile.inputs), ...styleSheets, ...bundles].map((path) => root + path),
  };
}

/**
 * Whether a message is in the script, however the minifier quoted it. The comment that may follow the message in the bundle is in no script.
 *
 * @param {string} script
 * @param {string} message
 */
function isSaidIn(script, message) {
  const [text = ''] = message.split('/');
  const longest = message.includes('/') ? text : message;
  return [longest, JSON.stringify(longest).slice(1, -1), longest.replaceAll("'", "\\'"), longest.replaceAll('`', '\\`')].some((form) =>
    script.includes(form),
  );
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('base64');
}
