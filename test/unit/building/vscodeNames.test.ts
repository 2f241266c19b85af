import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { vscodeNames } from '../../../scripts/building/vscode-names.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('takes from VS Code once, and no more than the extension names', async () => {
  const bundle = await build({
    absWorkingDir: root,
    stdin: {
      contents: "export * from './pages/newFile.ts'; export * from './git/gitApi.ts';",
      resolveDir: `${root}/src/extension`,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [vscodeNames],
    external: ['vscode'],
    logLevel: 'silent',
  });
  const [file] = bundle.outputFiles;
  const code = file?.text ?? '';
  expect(bundle.warnings).toEqual([]);
  expect(code.match(/require\("vscode"\)/g)).toHaveLength(1);
  expect(code).not.toContain('__toESM(require("vscode")');
  expect(code).toMatch(/extensions = all\.extensions;/);
  expect(code).not.toMatch(/all\.(?:TextDocument|ExtensionContext|git|open)\b/);
});
