import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = 'src/questionnairePage';

/**
 * Gives the command and the extension the scripts and the styles of a questionnaire's page as texts: they write them into the one file that is sent
 * out. They are built here, so that the page shares the code that names the columns and writes CSV.
 *
 * @type {import('esbuild').Plugin}
 */
export const questionnairePage = {
  name: 'questionnaire-page',
  setup(outer) {
    outer.onResolve({ filter: /^kano:questionnaire-page$/ }, ({ path }) => ({ path, namespace: 'questionnaire-page' }));
    outer.onLoad({ filter: /./, namespace: 'questionnaire-page' }, async () => {
      const { contents, inputs } = await questionnairePageModule();
      return { contents, loader: 'js', watchFiles: inputs };
    });
  },
};

/**
 * The module that has these texts, and the files that it is made of.
 *
 * @returns {Promise<{ contents: string, inputs: string[] }>}
 */
export async function questionnairePageModule() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`${folder}/main.ts`, `${folder}/sendingMain.ts`, `${folder}/page.css`],
    outdir: 'dist',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: ['es2020', 'chrome105', 'firefox121', 'safari15.4'],
    charset: 'utf8',
  });
  const part = (/** @type {string} */ name) => {
    const text = (outputFiles.find(({ path }) => path.endsWith(`/${name}`))?.text ?? '').trim();
    return JSON.stringify({ text, hash: createHash('sha256').update(text).digest('base64') });
  };
  const contents = `export const script = ${part('main.js')};
export const sendingScript = ${part('sendingMain.js')};
export const styles = ${part('page.css')};`;
  return { contents, inputs: Object.keys(metafile.inputs).map((path) => root + path) };
}
