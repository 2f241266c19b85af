import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kanoFile } from './kanoFile.ts';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

const files = 2000;
const features = 20;
/** The peer runs once: it takes minutes. */
const runs = 3;
const spectralVersion = '6.16.3';

/**
 * `kano lint` on many small files, beside Spectral, which checks the same files against our schema: the peer does the smaller part of the
 * work. Whole processes, in turn. Spectral is installed on first use, because its 200 packages are of no use but here.
 */
export function lintBenchmark(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'kano-lint-'));
  try {
    for (let index = 0; index < files; index++) {
      const folderOfSome = join(folder, `part-${index % 20}`);
      mkdirSync(folderOfSome, { recursive: true });
      writeFileSync(join(folderOfSome, `product-${index}.kano.yaml`), kanoFile(features));
    }
    const commands: Readonly<Record<string, readonly string[]>> = {
      Kano: [resolve('dist/cli.js'), 'lint'],
      [`Spectral ${spectralVersion}`]: [
        installSpectral(),
        'lint',
        '**/*.kano.yaml',
        '--ruleset',
        writeRuleset(folder),
        '--ignore-unknown-format',
      ],
    };
    const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
    for (let run = 0; run < runs; run++) {
      for (const [name, parameters] of Object.entries(commands)) {
        if (run > 0 && name !== 'Kano') continue;
        const start = performance.now();
        const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
        if (status !== 0) throw new Error(`${name} found problems or failed: ${(stderr || stdout).slice(0, 500)}`);
        times.get(name)?.push(performance.now() - start);
      }
    }
    const work = `lint ${files.toLocaleString('en')} files of ${features} features`;
    return [...times].map(([by, figures]) => ({ group: 'lint', work, by, features: null, unit: 'ms', figure: summary(figures) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Gives the peer's program. */
function installSpectral(): string {
  const folder = resolve('.vscode-test', `spectral-${spectralVersion}`);
  const program = join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    const parameters = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `@stoplight/spectral-cli@${spectralVersion}`];
    execFileSync('npm', parameters, { cwd: folder, stdio: 'inherit' });
  }
  return program;
}

/** One rule: that the file fits our schema. */
function writeRuleset(folder: string): string {
  const schema = JSON.parse(readFileSync('schemas/kano.schema.json', 'utf8'));
  const then = { function: 'schema', functionOptions: { schema, dialect: 'draft2020-12' } };
  const file = join(folder, 'ruleset.json');
  writeFileSync(file, JSON.stringify({ rules: { schema: { given: '$', severity: 'error', message: '{{error}}', then } } }));
  return file;
}
