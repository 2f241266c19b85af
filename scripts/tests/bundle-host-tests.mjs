import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../vscode/folders.mjs';

const testFolder = join(projectFolder, 'test', 'host');

/**
 * Bundles the host suite so that it runs in both of VS Code's extension hosts: one CommonJS file without Node modules.
 *
 * @param {string} outfile
 * @param {'node' | 'web-worker'} host The host that the tests are to expect.
 * @param {string[]} [names] Parts of the names of the wanted files; without any, all files.
 */
export async function bundleHostTests(outfile, host, names = []) {
  await build({
    entryPoints: [join(testFolder, 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    define: { EXPECTED_HOST: JSON.stringify(host) },
    plugins: [testFiles(names)],
    logLevel: 'warning',
  });
}

/**
 * Makes the module `host-tests`, which imports every test file, so that a new file needs no registration.
 *
 * @param {string[]} names
 * @returns {import('esbuild').Plugin}
 */
const testFiles = (names) => ({
  name: 'test-files',
  setup(builder) {
    builder.onResolve({ filter: /^host-tests$/ }, () => ({ path: 'host-tests', namespace: 'host-tests' }));
    builder.onLoad({ filter: /.*/, namespace: 'host-tests' }, () => ({
      resolveDir: testFolder,
      contents: readdirSync(testFolder)
        .filter((name) => name.endsWith('.test.ts') && (names.length === 0 || names.some((wanted) => name.includes(wanted))))
        .sort()
        .map((name) => `import './${name}';`)
        .join('\n'),
    }));
  },
});
