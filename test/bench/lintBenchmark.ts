import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kanoFile } from './kanoFile.ts';
import { summary } from './measure.ts';
import { measureProcess, type ProcessUsage } from './measureProcess.ts';
import type { Row } from './row.ts';

const features = 20;
const spectralVersion = '6.16.3';

/** A program with what it is given, and how often it runs. */
interface Contender {
  readonly by: string;
  readonly parameters: readonly string[];
  readonly runs: number;
}

/**
 * `kano lint` on many small files, beside Spectral on the same files, to the end of each. Spectral runs twice over: with our schema as its only
 * rule, which is the smaller part of what ours checks, and with a rule that asks for one key, which is what it takes to read the files. It
 * compiles the schema anew for every file, and there is no option against that. Spectral is installed on first use, because its 200 packages are
 * of no use but here.
 */
export function lintBenchmark(files: number): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'kano-lint-'));
  try {
    writeFiles(folder, files);
    const spectral = (name: string, check: object): Contender => {
      const ruleset = writeRuleset(join(folder, `${name}.json`), check);
      const parameters = [installSpectral(), 'lint', '**/*.kano.yaml', '--ruleset', ruleset, '--ignore-unknown-format'];
      return { by: `Spectral ${spectralVersion}, ${name}`, parameters, runs: 1 };
    };
    const schema = JSON.parse(readFileSync('schemas/kano.schema.json', 'utf8'));
    const contenders: readonly Contender[] = [
      { by: 'Kano, all its rules', parameters: [resolve('dist/cli.js'), 'lint'], runs: 3 },
      spectral('our schema', { function: 'schema', functionOptions: { schema, dialect: 'draft2020-12' } }),
      spectral('one key', { field: 'product', function: 'truthy' }),
    ];
    const work = `lint ${files.toLocaleString('en')} files of ${features} features`;
    return contenders.flatMap(({ by, parameters, runs }) => {
      const usage = Array.from({ length: runs }, () => measureProcess(parameters, folder));
      const row = (what: string, unit: Row['unit'], figure: (usage: ProcessUsage) => number): Row => ({
        group: 'lint',
        work: `${work}: ${what}`,
        by,
        features: null,
        unit,
        figure: summary(usage.map(figure)),
      });
      return [
        row('time', 'ms', ({ elapsed }) => elapsed),
        row('processor time', 'ms', ({ processor }) => processor),
        row('peak memory', 'MB', ({ memory }) => memory),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeFiles(folder: string, files: number): void {
  for (let index = 0; index < files; index++) {
    const folderOfSome = join(folder, `part-${index % 20}`);
    mkdirSync(folderOfSome, { recursive: true });
    writeFileSync(join(folderOfSome, `product-${index}.kano.yaml`), kanoFile(features));
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

/** One rule about the whole file. Our files have no `$ref`, so they are looked at as they stand, without a resolved copy. */
function writeRuleset(file: string, then: object): string {
  const only = { given: '$', severity: 'error', resolved: false, message: '{{error}}', then };
  writeFileSync(file, JSON.stringify({ rules: { only } }));
  return file;
}
