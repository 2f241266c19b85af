import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Indexes of the lines that the linter refuses when they stand in a file of this room. */
function refusedLines(room: string, lines: readonly string[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  try {
    const configuration = JSON.parse(readFileSync('biome.json', 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
    mkdirSync(join(folder, 'src', room), { recursive: true });
    writeFileSync(join(folder, 'src', room, 'probe.ts'), lines.join('\n'));
    const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=100', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const found = [...stdout.matchAll(/^::error title=lint\/style\/(?:noRestrictedImports|useNodejsImportProtocol),.*?line=(\d+)/gm)];
    return [...new Set(found.map(([, line]) => Number(line) - 1))].sort((a, b) => a - b);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
