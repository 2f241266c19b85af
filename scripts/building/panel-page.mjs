import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const styleSheets = ['media/panel.css', 'media/report.css'];

/**
 * Gives the command the panel's page as texts, for reports: its script, its styles, and which translations it needs. All three are loaded only when
 * a report is written.
 *
 * @type {(page: import('esbuild').BuildOptions) => import('esbuild').Plugin}
 */
export const panelPage = (page) => ({
  name: 'panel-page',
  setup(outer) {
    outer.onResolve({ filter: /^kano:panel-page$/ }, ({ path }) => ({ path, namespace: 'panel-page' }));
    outer.onLoad({ filter: /./, namespace: 'panel-page' }, async () => {
      const { outputFiles, metafile } = await build({
        ...page,
        sourcemap: false,
        legalComments: 'eof',
        charset: 'utf8',
        write: false,
        metafile: true,
      });
      const script = outputFiles?.[0]?.text.trim().replaceAll('</script', '<\\/script') ?? '';
      const css = styleSheets.map((path) => readFileSync(root + path, 'utf8')).join('\n');
      const styles = (await transform(css, { loader: 'css', minify: true, charset: 'utf8' })).code.trim();
      const messages = Object.keys(JSON.parse(readFileSync(`${root}l10n/bundle.l10n.zh-cn.json`, 'utf8'))).filter((message) =>
        isSaidIn(script, message),
      );
      const contents = Object.entries({ script, styles, messages }).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      const inputs = [...Object.keys(metafile.inputs), ...styleSheets, 'l10n/bundle.l10n.zh-cn.json'];
      return { contents: contents.join('\n'), loader: 'js', watchFiles: inputs.map((path) => root + path) };
    });
  },
});

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
