import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandFile, fixtures, kano, kanoProcess, type Result, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith, small } from './folder.ts';

const temporary = temporaryFolder();
const problems = fileURLToPath(new URL('../../fixtures/problems/', import.meta.url));

/** Runs the command with so many threads, whatever there is to do; `preload` is a script that runs before it, in each thread. */
function inThreads(folder: string, threads: number, parameters: readonly string[], preload?: string): Promise<Result> {
  const before = preload === undefined ? {} : { NODE_OPTIONS: `--require "${script(preload)}"` };
  return kanoProcess(folder, parameters, { environment: { KANO_THREADS: String(threads), ...before } });
}

let scripts = 0;

function script(content: string): string {
  const file = join(temporary(), `preload-${++scripts}.cjs`);
  writeFileSync(file, `const { isMainThread, Worker } = require('node:worker_threads');\n${content}\n`);
  return file.replaceAll('\\', '/');
}

describe('files read in several threads', () => {
  let folder = '';
  beforeAll(() => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`many/${index}.kano.yaml`, [fine, faulty, small][index % 3] ?? fine]),
    );
    const uses = Object.keys(many).map((path) => path.replace('many/', './'));
    folder = folderWith(temporary(), {
      ...many,
      'many/.kanorc.yaml': 'kanorc: 1\nrules: { kano/small-sample: warning, kano/nothing: off }\n',
      'many/all.kano.yaml': `kano: 1\nproduct: All\nuses: [${uses.join(', ')}, gone.kano.yaml, ../rules/strict.kano.yaml]\n`,
      'many/circle.kano.yaml': 'kano: 1\nproduct: Circle\nuses: [all.kano.yaml, circle.kano.yaml]\n',
      'rules/.kanorc.yaml': 'kanorc: 1\nanalysis: { rule: berger }\nrules: { kano/schema: warning }\n',
      'rules/strict.kano.yaml': faulty,
      'module/uses.kano.yaml': 'kano: 1\nproduct: Module\nuses: [../many/0.kano.yaml, own.kano.yaml]\n',
      'module/own.kano.yaml': faulty,
      'module/.git/HEAD': 'ref: refs/heads/main\n',
      'outside.kano.yaml': 'kano: 1\nproduct: Outside\nuses: [module/uses.kano.yaml, module/own.kano.yaml]\n',
    });
    cpSync(fixtures, join(folder, 'command'), { recursive: true });
    mkdirSync(join(folder, '.git'));
  });

  it.each([
    ['lint'],
    ['lint', '--lang', 'zh-cn'],
    ['lint', '--format', 'json', '--as-of', '2026-11-01'],
    ['lint', '--format', 'sarif'],
    ['lint', '--format', 'github', '--exclude', 'command'],
    ['lint', '--format', 'junit', '--max-warnings', '3'],
    ['analyze'],
    ['analyze', '--format', 'json'],
    ['analyze', '--format', 'csv', '--lang', 'zh-cn'],
    ['analyze', '--fields', 'path,rank,id,title'],
    ['analyze', '--fields', 'id,n', '--format', 'json'],
    ['analyze', '--fields', 'product,category', '--format', 'csv'],
  ])('write the same as in one (%#)', async (...parameters) => {
    const one = await inThreads(folder, 1, parameters);
    expect(one.code).toBe(1);
    expect(one.output.length).toBeGreaterThan(1000);
    // Each thread more is another tenth of a second: two and four in turns.
    expect(await inThreads(folder, parameters.length % 2 === 0 ? 2 : 4, parameters)).toEqual(one);
  });

  it('write the same problems of every kind', async () => {
    const [one, two, four] = await Promise.all([1, 2, 4].map((threads) => inThreads(problems, threads, ['lint', '--format', 'json', '.'])));
    expect([two, four]).toEqual([one, one]);
    expect(one?.output.length).toBeGreaterThan(10_000);
  });

  it('write the same as when all are read together', async () => {
    const input = 'kano: 1\nproduct: Last\n';
    for (const command of ['lint', 'analyze']) {
      const filesOf = async (result: Promise<Result>) => JSON.parse((await result).output).files;
      const alone = await filesOf(inThreads(folder, 4, [command, '--format', 'json']));
      // With standard input, all files are in memory at once.
      const together = await filesOf(
        kano(folder, [command, '--format', 'json', '.', '-', '--stdin-filename', 'last.kano.yaml'], { input }),
      );
      expect(together.slice(0, -1)).toEqual(alone);
    }
  });

  it('fail for the same reasons', async () => {
    const unreadable = folderWith(temporary(), {
      'a.kano.yaml': fine,
      'b.kano.yaml': Buffer.from([0x6b, 0xff]),
      'c.kano.yaml': fine,
      'd.kano.yaml': Buffer.from([0xff]),
    });
    const rules = folderWith(temporary(), {
      'a.kano.yaml': fine,
      'one/b.kano.yaml': faulty,
      'one/.kanorc.yaml': Buffer.from([0xff]),
      'two/c.kano.yaml': faulty,
      'two/.kanorc.yaml': Buffer.from([0xfe]),
    });
    for (const [where, lines] of [
      [unreadable, /^kano: b\.kano\.yaml .*\nkano: d\.kano\.yaml .*\n$/],
      [rules, /^kano: one\/\.kanorc\.yaml .*\n$/],
    ] as const) {
      const named = where === rules ? ['a.kano.yaml', 'one/b.kano.yaml', 'two/c.kano.yaml'] : ['.'];
      const one = await inThreads(where, 1, ['lint', ...named]);
      expect(one).toEqual({ code: 2, output: '', errors: expect.stringMatching(lines) });
      expect(await inThreads(where, 3, ['lint', ...named])).toEqual(one);
    }
  });

  const death = /^kano: A thread ended before its work was done \((.*)\), so the command did that itself\.\n$/;
  it.each([
    ['is ended', "process.on('worker', (worker) => worker.terminate());", /^exit code \d$/],
    ['throws', "if (!isMainThread) throw new RangeError('No room');", /^No room$/],
    ['ends in the middle', "process.on('worker', (worker) => worker.once('message', () => worker.terminate()));", /^exit code \d$/],
  ])('lose nothing where one of them %s', async (how, preload, reason) => {
    const one = await inThreads(folder, 1, ['lint', 'many', '--format', 'json']);
    const { code, output, errors } = await inThreads(folder, 2, ['lint', 'many', '--format', 'json'], preload);
    expect({ code, output }).toEqual({ code: one.code, output: one.output });
    // One that had nothing left to do before it was ended has finished.
    if (errors !== '' || how !== 'ends in the middle') expect(errors.match(death)?.[1]).toMatch(reason);
  });

  it.each([
    ['there are none', "require('node:worker_threads').Worker = undefined; require('node:module').syncBuiltinESMExports();"],
    [
      'none may be started',
      "require('node:worker_threads').Worker = class { constructor() { throw new Error('Access denied'); } }; require('node:module').syncBuiltinESMExports();",
    ],
  ])('do without others where %s', async (_, preload) => {
    expect(await inThreads(folder, 4, ['lint', 'many'], preload)).toEqual(await inThreads(folder, 1, ['lint', 'many']));
  });

  it('start no thread for little work', async () => {
    const preload = script("process.on('worker', () => process.stderr.write('started'));");
    const call = (environment: Readonly<Record<string, string>>) =>
      kanoProcess(folder, ['lint', 'many'], { environment: { NODE_OPTIONS: `--require "${preload}"`, ...environment } });
    expect((await call({})).errors).toBe('');
    expect((await call({ KANO_THREADS: '2' })).errors).toBe('started');
  });

  it('are all ended by Ctrl-C', async () => {
    // The other thread waits for ever, and the command for it.
    const preload = script(
      "if (!isMainThread) { process.stderr.write('waiting'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); } else process.on('worker', () => setTimeout(() => process.stderr.write('started'), 0));",
    );
    const child = spawn(process.execPath, [commandFile, 'lint', 'many'], {
      cwd: folder,
      env: { ...process.env, KANO_THREADS: '2', NODE_OPTIONS: `--require "${preload}"` },
    });
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  });

  it.each(['0', 'many', '-1', '1.5'])('refuse KANO_THREADS=%s', async (asked) => {
    const { code, errors } = await kanoProcess(folder, ['lint', 'many'], { environment: { KANO_THREADS: asked } });
    expect({ code, errors }).toEqual({ code: 2, errors: `kano: KANO_THREADS is “${asked}”. Give a number of threads, from 1 to 99.\n` });
  });
});
