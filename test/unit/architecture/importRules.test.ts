import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The flow of docs/architecture.md: rooms know rooms of earlier groups only. */
const flow = [
  ['base'],
  ['document'],
  ['analysis'],
  ['terms'],
  ['problems'],
  ['matrix', 'languageFeatures', 'report', 'survey'],
  ['agents'],
  ['extension', 'page', 'importPage', 'questionnairePage', 'cli'],
] as const;
const rooms = flow.flat();

const modules = ['vscode', 'node:fs', 'fs', 'node:fs/promises'];
const filesOfPage = ['protocol.ts', 'panelHtml.ts', 'main.ts', 'components.ts'];

const importsOf = (paths: readonly string[]) => paths.map((path) => `import something from '${path}';`).join('\n');

/** Three files that each import the next, in a folder of their own. The last ends with a given line. */
const chain = (folder: string, last: string) => ({
  [`src/document/${folder}/one.ts`]: "import { two } from './below/two.ts';\nexport type One = string;\nexport const one = two;\n",
  [`src/document/${folder}/below/two.ts`]: "import { three } from '../three.ts';\nexport const two = three;\n",
  [`src/document/${folder}/three.ts`]: `${last}\nexport const three = 3;\n`,
});

/** All that the linter is asked, in one run: to start it takes longer than to lint. */
const probes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    rooms.flatMap((room) => [
      [`src/${room}/rooms.ts`, importsOf(rooms.map((other) => `../${other}/something.ts`))],
      [`src/${room}/modules.ts`, importsOf(modules)],
    ]),
  ),
  'src/extension/page.ts': importsOf(filesOfPage.map((file) => `../page/${file}`)),
  ...chain('values', "import { one } from './one.ts';\nexport const copy = one;"),
  ...chain('types', "import type { One } from './one.ts';\nexport type Copy = One;"),
  ...chain('straight', ''),
};

let folder = '';
/** What the linter, with the project's configuration, refuses. */
let errors: readonly { readonly rule: string; readonly file: string; readonly line: number }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  const configuration = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
  for (const [path, text] of Object.entries(probes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=github', '--max-diagnostics=none', 'src'];
  const { stdout } = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
  errors = [...stdout.matchAll(/^::error title=lint\/\w+\/(\w+),file=[^,]*?(src\/[^,]+),line=(\d+)/gm)].map(
    ([, rule = '', file = '', line]) => ({ rule, file, line: Number(line) }),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(rooms)('the linter in src/%s', (room) => {
  const position = flow.findIndex((group) => (group as readonly string[]).includes(room));
  const allowed = new Set<string>([room, ...flow.slice(0, position).flat()]);

  test('refuses exactly the rooms that do not lie to its left', () => {
    expect(refused(`src/${room}/rooms.ts`, rooms)).toEqual(rooms.filter((other) => !allowed.has(other)));
  });

  test('refuses vscode and node: modules where they do not belong', () => {
    const expected = modules.filter((name) => (name === 'vscode' ? room !== 'extension' : room !== 'cli' || name === 'fs'));
    expect(refused(`src/${room}/modules.ts`, modules)).toEqual(expected);
  });
});

test('the extension knows the messages and the frame of the page, and nothing else of it', () => {
  expect(refused('src/extension/page.ts', filesOfPage)).toEqual(['main.ts', 'components.ts']);
});

describe('the linter', () => {
  const inCycles = (folder: string) =>
    errors.flatMap(({ rule, file }) => (rule === 'noImportCycles' && file.startsWith(`src/document/${folder}/`) ? [file] : [])).sort();

  test.each(['values', 'types'])('refuses imports of %s in a cycle, also across folders', (folder) => {
    expect(inCycles(folder)).toEqual(Object.keys(chain(folder, '')).sort());
  });

  test('lets imports without a cycle pass', () => {
    expect(inCycles('straight')).toEqual([]);
  });
});

/** Of what a probe imports, one a line, what the linter refuses. */
function refused<Name>(probe: string, imported: readonly Name[]): readonly Name[] {
  const rules = ['noRestrictedImports', 'useNodejsImportProtocol'];
  const lines = new Set(errors.flatMap(({ rule, file, line }) => (file === probe && rules.includes(rule) ? [line] : [])));
  return imported.filter((_, index) => lines.has(index + 1));
}
