import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

const folder = 'src/extension';

/**
 * Takes what we use of VS Code's interface from it once. `import * as vscode` in fifty files would else make fifty copies of the whole
 * interface while the extension loads, which took longer than all the rest of it.
 *
 * @type {import('esbuild').Plugin}
 */
export const vscodeNames = {
  name: 'vscode-names',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode-names' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-names' },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode-names' }, async () => {
      const sources = join(build.initialOptions.absWorkingDir ?? '.', folder);
      const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.ts')).map((name) => join(sources, name));
      const names = await usedNames(files);
      const contents = ["const all = require('vscode');", ...names.map((name) => `export const ${name} = all.${name};`)].join('\n');
      return { contents, watchFiles: files, watchDirs: [sources] };
    });
  },
};

/**
 * What files say behind `vscode.`, without types.
 *
 * @param {readonly string[]} files
 * @returns {Promise<readonly string[]>}
 */
async function usedNames(files) {
  const codes = await Promise.all(files.map(async (file) => (await transform(await readFile(file, 'utf8'), { loader: 'ts' })).code));
  return [...new Set(codes.flatMap((code) => [...code.matchAll(/(?<![\w'"`.-])vscode\.(\w+)/g)].map(([, name]) => name ?? '')))].sort();
}
