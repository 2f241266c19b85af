import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach, describe, expect, it } from 'vitest';
import { commandFile, fixtures, kano } from './command.ts';
import { git, startGit } from './folder.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const product = (features: string) => `kano: 1\nproduct: P\nfeatures:\n${features}`;
const feature = (id: string) => `  - id: ${id}\n    title: F\n`;

/** A folder of files, outside of any repository, gone after the test. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kano mcp 命令 '));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The official client, connected to a server of its own in a folder. */
async function connect(folder: string, ...options: readonly string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [commandFile, 'mcp', ...options], cwd: folder, stderr: 'pipe' }),
  );
  closing.push(() => client.close());
  return client;
}

interface Answer {
  readonly text: string;
  readonly isError: boolean;
}

async function call(client: Client, name: string, input: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Answer> {
  const { content, isError = false } = await client.callTool({ name, arguments: input }, undefined, signal ? { signal } : {});
  const [{ text }] = content as [{ text: string }];
  return { text, isError: isError === true };
}

describe('kano mcp', () => {
  it('says what it offers, and which tools change nothing', async () => {
    const client = await connect(folderOf({}));
    expect(await call(client, 'kano_compare_revisions', { base: 'main' })).toEqual({
      text: 'This folder is not in a Git repository, so there is nothing to compare with.',
      isError: true,
    });
    expect(client.getServerVersion()).toMatchObject({ name: 'kano' });
    expect(client.getInstructions()).toContain('kano_list_features');
    const { tools } = await client.listTools();
    const reading = tools.filter(({ annotations }) => annotations?.readOnlyHint).map(({ name }) => name);
    const writing = tools.filter(({ annotations }) => !annotations?.readOnlyHint);
    expect(reading).toHaveLength(5);
    expect(writing.map(({ name }) => name)).toEqual(['kano_set_feature', 'kano_add_evidence']);
    for (const { annotations } of writing) expect(annotations).toMatchObject({ destructiveHint: false, openWorldHint: false });
    expect(await call(client, 'kano_list_features')).toEqual({ text: expect.stringContaining('kano init'), isError: true });
  });

  it('answers what kano analyze computes', async () => {
    const shop = join(fixtures, 'shop');
    const client = await connect(shop);
    const { text } = await call(client, 'kano_list_features', { file: 'shop.kano.yaml', fields: ['rank', 'id', 'category', 'n'] });
    const { output } = await kano(shop, ['analyze', 'shop.kano.yaml', '--format', 'json']);
    const features: readonly { rank: number | null; id: string; category: string | null; n: number }[] =
      JSON.parse(output).files[0].features;
    const expected = features.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(text.split('\n').slice(2, 2 + expected.length)).toEqual(
      expected.map(({ rank, id, category, n }) => [rank, id, category ?? '', n].join(',')),
    );
    expect((await call(client, 'kano_get_feature', { id: 'voice-search' })).text).toContain('id: voice-search');
    expect((await call(client, 'kano_list_touchpoints')).text).toContain('mustBeGaps');
    expect((await call(client, 'kano_list_problems', { severity: 'hint' })).isError).toBe(false);
  });

  it('has the schema and the method as resources', async () => {
    const client = await connect(folderOf({}));
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(['kano://schema', 'kano://method']);
    const textOf = async (uri: string) => ((await client.readResource({ uri })).contents[0] as { text: string }).text;
    expect(JSON.parse(await textOf('kano://schema'))).toHaveProperty('properties.features');
    expect(await textOf('kano://method')).toBe(readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8'));
    await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow(/There is kano:\/\/schema and kano:\/\/method/);
  });

  it('changes a file by the smallest edit, and sees what others write', async () => {
    const text = `\uFEFF${product(`${feature('a')}${feature('b')}`).replaceAll('\n', '\r\n')}`;
    const folder = folderOf({ 'p.kano.yaml': text });
    const client = await connect(folder);
    const path = join(folder, 'p.kano.yaml');
    expect(await call(client, 'kano_set_feature', { id: 'b', status: 'planned', effort: 2 })).toEqual({
      text: 'Changed p.kano.yaml:8\n+     status: planned\n+     effort: 2',
      isError: false,
    });
    expect(readFileSync(path, 'utf8')).toBe(`${text}    status: planned\r\n    effort: 2\r\n`);
    expect((await call(client, 'kano_add_evidence', { id: 'a', source: 'tickets', date: '2026-08-31', complaints: 3 })).isError).toBe(
      false,
    );
    expect(readFileSync(path, 'utf8')).toContain('    evidence:\r\n      - { source: tickets, date: 2026-08-31, complaints: 3 }\r\n');
    writeFileSync(path, product(`${feature('other')}    tally: { M: 40 }\n`));
    expect((await call(client, 'kano_list_features')).text).toContain('1,other,M,,,40,0,-1');
  });

  it('says what moved since a revision', async () => {
    const folder = folderOf({ 'p.kano.yaml': product(`${feature('a')}    tally: { A: 40 }\n`), 'sub/q.kano.yaml': product(feature('q')) });
    startGit(folder);
    git(folder, 'add', '.');
    git(folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'first');
    writeFileSync(join(folder, 'p.kano.yaml'), product(`${feature('a')}    tally: { M: 40 }\n`));
    const client = await connect(folder);
    expect((await call(client, 'kano_compare_revisions', { base: 'HEAD' })).text).toMatch(/^HEAD\.\.working tree: 1 category moved/);
    expect((await call(client, 'kano_compare_revisions', { base: 'HEAD', file: 'sub/q.kano.yaml' })).text).toContain('nothing changed');
    expect((await call(client, 'kano_compare_revisions', { base: 'HEAD', head: 'HEAD' })).text).toContain('nothing changed');
    // Seen from a folder, only what is in it.
    const below = await connect(join(folder, 'sub'));
    expect((await call(below, 'kano_compare_revisions', { base: 'HEAD' })).text).toContain('nothing changed');
    for (const [input, reason] of [
      [{ base: 'nowhere' }, /does not know the revision nowhere\. Give the name of a branch, a tag or a commit\./],
      [{ base: '--output=stolen' }, /not the name of a revision/],
      [{ base: 'HEAD..HEAD' }, /give base and head apart/],
      [{ base: 'HEAD', head: '$(touch stolen)' }, /not one revision/],
      [{ base: 'HEAD', file: '../p.kano.yaml' }, /outside of this folder/],
      [{ base: 'HEAD', file: '/etc/passwd' }, /outside of this folder/],
    ] as const) {
      const answer = await call(below, 'kano_compare_revisions', input);
      expect(answer.isError, JSON.stringify(input)).toBe(true);
      expect(answer.text).toMatch(reason);
    }
    expect(existsSync(join(folder, 'sub/stolen'))).toBe(false);
  });

  it('changes nothing with --read-only', async () => {
    const folder = folderOf({ 'p.kano.yaml': product(feature('a')) });
    const client = await connect(folder, '--read-only');
    expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('kano_set_feature');
    expect(await call(client, 'kano_set_feature', { id: 'a', status: 'planned' })).toEqual({
      text: expect.stringContaining('--read-only'),
      isError: true,
    });
    expect(readFileSync(join(folder, 'p.kano.yaml'), 'utf8')).toBe(product(feature('a')));
  });
});

describe('kano mcp and hostile input', () => {
  it('reads and writes nothing outside of its folder, whatever links and uses name', async () => {
    const folder = folderOf({
      'outside/secret.kano.yaml': product(feature('secret')),
      'inside/p.kano.yaml': `kano: 1\nproduct: P\nuses: [../outside/secret.kano.yaml]\nfeatures:\n${feature('a')}`,
    });
    // In a repository, links and uses may otherwise lead anywhere in it.
    startGit(folder);
    const inside = join(folder, 'inside');
    symlinkSync(join(folder, 'outside/secret.kano.yaml'), join(inside, 'link.kano.yaml'));
    symlinkSync(join(folder, 'outside'), join(inside, 'folder'));
    const client = await connect(inside);
    for (const name of ['kano_list_features', 'kano_list_problems', 'kano_list_touchpoints'])
      expect((await call(client, name)).text).not.toContain('title: F');
    expect((await call(client, 'kano_list_features')).text).toMatch(/^p\.kano\.yaml · P · 1 feature\n/);
    expect((await call(client, 'kano_list_problems')).text).toContain('kano/unresolved-use');
    for (const file of [
      '../outside/secret.kano.yaml',
      join(folder, 'outside/secret.kano.yaml'),
      'link.kano.yaml',
      'folder/secret.kano.yaml',
      'file:///etc/passwd',
      '',
    ])
      for (const [name, input] of [
        ['kano_list_features', {}],
        ['kano_get_feature', { id: 'secret' }],
        ['kano_set_feature', { id: 'secret', status: 'shipped' }],
      ] as const) {
        const answer = await call(client, name, { ...input, file });
        expect(answer, file).toMatchObject({ isError: true, text: expect.stringContaining('Files elsewhere are not read.') });
      }
    expect((await call(client, 'kano_get_feature', { id: 'secret' })).text).toContain('There is no feature “secret”');
    expect(readFileSync(join(folder, 'outside/secret.kano.yaml'), 'utf8')).toBe(product(feature('secret')));
  });

  it('answers what makes no sense with what to do', async () => {
    const client = await connect(folderOf({ 'p.kano.yaml': product(feature('a')), 'broken.kano.yaml': '\xff\xfe {{{' }));
    for (const [name, input, reason] of [
      ['kano_list_features', { limit: 1_000_000 }, /“limit” must be a whole number from 1 to 500/],
      ['kano_list_features', { limit: -1 }, /“limit” must be/],
      ['kano_list_features', { fields: Array.from({ length: 1000 }, () => 'id') }, /at most 100/],
      ['kano_get_feature', { id: 'nobody' }, /There is no feature “nobody”; there is a\. kano_list_features lists them\./],
      ['kano_get_feature', { id: 'x'.repeat(1_000_000) }, /“id” must be a text of at most 2000 characters/],
      ['kano_get_feature', { id: { $ne: null } }, /“id” must be a text/],
      ['kano_set_feature', { id: 'a', tally: { M: 100 } }, /Answers are never written by a tool/],
      ['kano_set_feature', { id: 'a', owner: 'x\n  - id: injected' }, /^(?!Changed)/],
      ['kano_add_evidence', { id: 'a', source: 's', date: '2026-08-31', complaints: 1e12 }, /“complaints” must be a whole number/],
    ] as const) {
      const answer = await call(client, name, input as Record<string, unknown>);
      if (name === 'kano_set_feature' && 'owner' in input) expect(answer.text).not.toMatch(/^\+ {3}- id: injected$/m);
      else {
        expect(answer.isError, answer.text).toBe(true);
        expect(answer.text).toMatch(reason);
      }
    }
    await expect(client.callTool({ name: 'kano_delete_everything' })).rejects.toThrow(
      /There is no tool kano_delete_everything; there is kano_list_features, /,
    );
    expect((await call(client, 'kano_list_features', { fields: ['id'] })).text).toContain('p.kano.yaml · P · 1 feature\nid\na');
  });

  it('goes on after lines that are no messages, writes nothing else on standard output, and ends with its input', async () => {
    const child = spawn(process.execPath, [commandFile, 'mcp'], { cwd: folderOf({}) });
    closing.push(() => child.kill());
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    child.stdin.write('not JSON\n{"jsonrpc":"2.0"}\n[]\n{"jsonrpc":"2.0","id":1,"method":"ping"}\n');
    const answers: { id?: number }[] = [];
    while (!answers.some(({ id }) => id === 1)) answers.push(JSON.parse((await lines.next()).value));
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('kano mcp and several at once', () => {
  it('does not write for a call that was cancelled while it waited', async () => {
    const folder = folderOf({ 'p.kano.yaml': product(feature('a')) });
    const client = await connect(folder);
    // The file is being written by a program that is running: this one.
    const lock = join(folder, '.p.kano.yaml.lock');
    writeFileSync(lock, `${process.pid} ${hostname()} test\n`);
    const controller = new AbortController();
    const cancelled = call(client, 'kano_set_feature', { id: 'a', status: 'shipped' }, controller.signal);
    const later = call(client, 'kano_set_feature', { id: 'a', effort: 1 });
    // Until both have planned their change and wait.
    for (let reads = 0; reads < 5; reads++) await call(client, 'kano_list_problems');
    controller.abort();
    await expect(cancelled).rejects.toThrow();
    rmSync(lock);
    expect((await later).isError).toBe(false);
    // Whatever the first call was to do is over once its lock is free.
    expect((await call(client, 'kano_set_feature', { id: 'a', effort: 2 })).isError).toBe(false);
    expect(readFileSync(join(folder, 'p.kano.yaml'), 'utf8')).toBe(`${product(feature('a'))}    effort: 2\n`);
    expect(existsSync(lock)).toBe(false);
  });

  it('loses no change of two clients that write the same file', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `f${index}`);
    const folder = folderOf({ 'p.kano.yaml': product(ids.map(feature).join('')) });
    const clients = await Promise.all([connect(folder), connect(folder)]);
    const answers = await Promise.all(
      ids.flatMap((id) => [
        call(clients[0] as Client, 'kano_set_feature', { id, status: 'planned' }),
        call(clients[1] as Client, 'kano_set_feature', { id, effort: 3 }),
      ]),
    );
    expect(answers.filter(({ isError }) => isError)).toEqual([]);
    const text = readFileSync(join(folder, 'p.kano.yaml'), 'utf8');
    expect(text).toBe(product(ids.map((id) => `${feature(id)}    status: planned\n    effort: 3\n`).join('')));
  });
});
