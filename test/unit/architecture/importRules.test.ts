import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The flow of docs/architecture.md: rooms know rooms of earlier groups only. */
const flow = [
  ['base'],
  ['document'],
  ['analysis'],
  ['terms'],
  ['problems'],
  ['matrix', 'languageFeatures', 'report', 'survey'],
  ['extension', 'page', 'questionnairePage', 'cli'],
] as const;
const rooms = flow.flat();

describe.each(rooms)('the linter in src/%s', (room) => {
  const position = flow.findIndex((group) => (group as readonly string[]).includes(room));
  const allowed = new Set<string>([room, ...flow.slice(0, position).flat()]);

  test('refuses exactly the rooms that do not lie to its left', () => {
    const refused = refusedLines(
      room,
      rooms.map((other) => `import something from '../${other}/something.ts';`),
    );
    expect(refused.map((index) => rooms[index])).toEqual(rooms.filter((other) => !allowed.has(other)));
  });

  test('refuses vscode and node: modules where they do not belong', () => {
    const modules = ['vscode', 'node:fs', 'fs', 'node:fs/promises'];
    const refused = refusedLines(
      room,
      modules.map((name) => `import something from '${name}';`),
    ).map((index) => modules[index]);
    const expected = modules.filter((name) => (name === 'vscode' ? room !== 'extension' : room !== 'cli' || name === 'fs'));
    expect(refused).toEqual(expected);
  });
});

test('the extension knows the messages and the frame of the page, and nothing else of it', () => {
  const files = ['protocol.ts', 'panelHtml.ts', 'main.ts', 'components.ts'];
  expect(
    refusedLines(
      'extension',
      files.map((file) => `import something from '../page/${file}';`),
    ).map((index) => files[index]),
  ).toEqual(['main.ts', 'components.ts']);
});

describe('the linter', () => {
  const cycle = (first: string, second: string) =>
    lintErrors({
      'src/document/one.ts': `${first}\nexport type One = string;\nexport const one = 1;\n`,
      'src/document/below/two.ts': `import { three } from '../three.ts';\nexport const two = three;\n`,
      'src/document/three.ts': `${second}\nexport const three = 3;\n`,
    });

  test('refuses imports in a cycle, also across folders and of types alone', () => {
    const first = "import { two } from './below/two.ts';\nexport const copy = two;";
    for (const second of [
      "import { one } from './one.ts';\nexport const copy = one;",
      "import type { One } from './one.ts';\nexport type Copy = One;",
    ]) {
      const refused = cycle(first, second).matchAll(/title=lint\/suspicious\/noImportCycles,file=[^,]*(src\/[^,]+)/g);
      expect([...refused].map(([, file]) => file).sort(), second).toEqual([
        'src/document/below/two.ts',
        'src/document/one.ts',
        'src/document/three.ts',
      ]);
    }
  });

  test('lets imports without a cycle pass', () => {
    expect(cycle("import { two } from './below/two.ts';\nexport const copy = two;", '')).not.toContain('noImportCycles');
  });
});

/** Indexes of the lines that the linter refuses in a file of this room. */
function refusedLines(room: string, lines: readonly string[]): number[] {
  const output = lintErrors({ [`src/${room}/probe.ts`]: lines.join('\n') });
  const found = [...output.matchAll(/^::error title=lint\/style\/(?:noRestrictedImports|useNodejsImportProtocol),.*?line=(\d+)/gm)];
  return [...new Set(found.map(([, line]) => Number(line) - 1))].sort((a, b) => a - b);
}

/** What the linter, with the project's configuration, prints for files by their path. */
function lintErrors(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  try {
    const configuration = JSON.parse(readFileSync('biome.json', 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
    return spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=100', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
