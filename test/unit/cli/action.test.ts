import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandFile, kano, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith, git, startGit } from './folder.ts';
import { packCommand } from './packCommand.ts';
import { type Job, runAction } from './workflowRunner.ts';

const temporary = temporaryFolder();
const actionPath = fileURLToPath(new URL('../../../', import.meta.url));
const text = readFileSync(join(actionPath, 'action.yml'), 'utf8');
let tarball = '';
/** A PATH whose npm links the built command instead of installing it. The first test uses the real npm. */
let quickInstall = '';
beforeAll(async () => {
  tarball = (await packCommand(temporary())).file;
  const installed = folderWith(temporary(), { 'node_modules/.bin/kano': `#!/bin/sh\nexec '${process.execPath}' '${commandFile}' "$@"\n` });
  chmodSync(join(installed, 'node_modules/.bin/kano'), 0o755);
  const npm = `#!/bin/sh\n[ "$1 $2" = 'install --prefix' ] && ln -s '${installed}/node_modules' "$3/node_modules"\n`;
  const programs = folderWith(temporary(), { npm });
  chmodSync(join(programs, 'npm'), 0o755);
  quickInstall = `${programs}:${process.env.PATH}`;
});

const changed = fine.replace('M: 60', 'M: 5').replace('A: 10', 'A: 80');
const commit = (folder: string) =>
  git(folder, '-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--all', '-m', 'x');

/** A repository whose branch changes a category, and what a pull request for it gives to the action. */
function pullRequest(inputs: Record<string, string>, after = changed, environment: Record<string, string> = {}): Job {
  const workspace = folderWith(temporary(), { 'docs/需求 1.kano.yaml': fine });
  startGit(workspace);
  git(workspace, 'add', '.');
  commit(workspace);
  git(workspace, 'branch', 'base');
  writeFileSync(join(workspace, 'docs/需求 1.kano.yaml'), after);
  commit(workspace);
  return {
    workspace,
    runner: temporary(),
    actionPath,
    inputs: { package: tarball, ...inputs },
    event: { base: 'base', number: 7 },
    environment: { PATH: quickInstall, ...environment },
  };
}

const codes = (steps: readonly { readonly code: number | null }[]) => steps.map(({ code }) => code);

describe('the action', () => {
  it('annotates, says what the change does and checks the backlog', async () => {
    const job = pullRequest({ backlog: 'docs/BACKLOG.md', comment: 'false' }, changed, { PATH: process.env.PATH ?? '' });
    await kano(job.workspace, ['backlog', '-o', 'docs/BACKLOG.md']);
    const { steps, summary } = await runAction(text, job);
    expect(codes(steps)).toEqual([0, 0, 0, null, 0]);
    expect(steps[1]?.output).toBe('No problems in 1 file\n');
    expect(summary).toContain('Must-be');
    expect(summary).toContain('Attractive');
    expect(summary).toBe((await kano(job.workspace, ['diff', 'base...HEAD', '--format', 'markdown'])).output);
  });

  it('fails for errors, for a stale backlog and for what fail-on names, and still says the rest', async () => {
    const job = pullRequest({ backlog: 'BACKLOG.md', 'fail-on': 'category' }, faulty.replace('M: 60', 'M: 5').replace('A: 10', 'A: 80'));
    const { steps, summary } = await runAction(text, job);
    expect(codes(steps)).toEqual([0, 1, 1, null, 1]);
    expect(steps[1]?.output).toMatch(/^::error file=docs\/需求 1\.kano\.yaml,line=3,/);
    expect(summary).not.toBe('');
    expect(steps[4]?.errors).toContain('BACKLOG.md is out of date');
  });

  it('compares nothing where there is no pull request, and lints what it is given', async () => {
    const { event: _, ...job } = pullRequest({ paths: 'docs/需求 1.kano.yaml\n', lang: 'zh-cn' });
    const { steps, summary } = await runAction(text, job);
    expect(codes(steps)).toEqual([0, 0, null, null, null]);
    expect([steps[1]?.output, summary]).toEqual(['1 个文件中没有问题\n', '']);
    const silent = await runAction(text, { ...job, inputs: { ...job.inputs, lint: 'false', 'diff-base': 'base' } });
    expect(codes(silent.steps)).toEqual([0, null, 0, null, null]);
  });

  it('says what to set where the clone is too shallow to compare, and writes no comment', async () => {
    const origin = pullRequest({}).workspace;
    const base = git(origin, 'rev-parse', 'base');
    const workspace = join(temporary(), 'shallow clone');
    git(temporary(), 'clone', '--quiet', '--depth', '1', `file://${origin}`, workspace);
    const job: Job = {
      workspace,
      runner: temporary(),
      actionPath,
      inputs: { package: tarball, comment: 'true' },
      event: { base, number: 7 },
      environment: { PATH: quickInstall, GITHUB_API_URL: 'http://127.0.0.1:9' },
    };
    const { steps, summary } = await runAction(text, job);
    expect(codes(steps)).toEqual([0, 0, 2, 0, null]);
    expect(steps[2]?.output).toMatch(/^::error title=kano::Git does not know the revision [0-9a-f]{40}, .*fetch-depth: 0.*\n$/);
    // Where only the part is missing in which the branches parted, the same.
    git(workspace, 'fetch', '--quiet', '--depth', '1', 'origin', base);
    expect((await runAction(text, job)).steps[2]?.output).toMatch(
      /^::error title=kano::.* diverged before the history .*fetch-depth: 0.*\n$/,
    );
    expect([steps[3]?.output, summary]).toEqual(['', '']);
  });

  it('passes in a repository without such files as far as it compares', async () => {
    const job = pullRequest({ lint: 'false', 'fail-on': 'any' });
    git(job.workspace, 'rm', '--quiet', '-r', 'docs');
    commit(job.workspace);
    git(job.workspace, 'branch', '--force', 'base');
    const { steps, summary } = await runAction(text, job);
    expect(codes(steps)).toEqual([0, null, 0, null, null]);
    expect(steps[2]?.errors).toContain('nothing to compare');
    expect(summary).toBe('From base to HEAD nothing changes in requirement terms.\n');
  });

  it('runs nothing that an input or an event holds', async () => {
    for (const { run } of parse(text).runs.steps) expect(run).not.toContain('${{');
    const evil = '$(touch ran); `touch ran` "; touch ran; "';
    const only = { lint: 'false', diff: 'false' };
    for (const [name, others] of [
      ['paths', { diff: 'false' }],
      ['max-warnings', { diff: 'false' }],
      ['lang', { diff: 'false' }],
      ['fail-on', { lint: 'false' }],
      ['diff-base', { lint: 'false' }],
      ['backlog', only],
      ['backlog-group-by', { ...only, backlog: 'BACKLOG.md' }],
    ] as const) {
      const job = pullRequest({ ...others, [name]: evil });
      const { steps } = await runAction(text, job);
      expect(
        steps.slice(1).some(({ code }) => code === 1 || code === 2),
        name,
      ).toBe(true);
      expect(existsSync(join(job.workspace, 'ran')), name).toBe(false);
    }
    // Nor does it take what looks like an option for one.
    const job = pullRequest({ paths: '--version', 'diff-base': '--output=ran' });
    expect(codes((await runAction(text, job)).steps).slice(0, 3)).toEqual([0, 2, 2]);
    expect(existsSync(join(job.workspace, 'ran'))).toBe(false);
  });
});

describe('the comment', () => {
  it('is written once, changed when the change does, and left alone otherwise', async () => {
    const api = await commentsApi();
    try {
      const job = pullRequest({ comment: 'true', lint: 'false' }, changed, { GITHUB_API_URL: api.address });
      api.comments.push({ id: 1, body: '<!-- kano-diff -->\nnot ours', user: { type: 'User' }, author_association: 'NONE' });
      expect(codes((await runAction(text, job)).steps)).toEqual([0, null, 0, 0, null]);
      expect(api.requests).toEqual(['GET /repos/kano/example/issues/7/comments', 'POST /repos/kano/example/issues/7/comments']);
      expect(api.tokens).toEqual(new Set(['Bearer token-of-the-job']));
      expect(api.comments[1]?.body).toMatch(/^<!-- kano-diff -->\n[\s\S]*Attractive/);
      await runAction(text, job);
      expect(api.requests.slice(2)).toEqual(['GET /repos/kano/example/issues/7/comments']);
      writeFileSync(join(job.workspace, 'docs/需求 1.kano.yaml'), fine.replace('title: A', 'title: Renamed'));
      commit(job.workspace);
      await runAction(text, job);
      expect(api.requests.slice(3)).toEqual(['GET /repos/kano/example/issues/7/comments', 'PATCH /repos/kano/example/issues/comments/2']);
      expect(api.comments[0]?.body).toBe('<!-- kano-diff -->\nnot ours');
    } finally {
      api.close();
    }
  });

  it('comes with the first change, and says so when the change is undone', async () => {
    const api = await commentsApi();
    try {
      const job = pullRequest({ comment: 'true', lint: 'false' }, `${fine}# a remark\n`, { GITHUB_API_URL: api.address });
      expect(codes((await runAction(text, job)).steps)).toEqual([0, null, 0, 0, null]);
      expect(api.comments).toEqual([]);
      for (const [content, expected] of [
        [changed, 'Attractive'],
        [fine, 'nothing changes in requirement terms'],
      ] as const) {
        writeFileSync(join(job.workspace, 'docs/需求 1.kano.yaml'), content);
        commit(job.workspace);
        await runAction(text, job);
        expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining(expected)]);
      }
    } finally {
      api.close();
    }
  });

  it.each([
    ['may not be written, as in a pull request from a fork', ['POST']],
    ['may not even be looked for', ['GET', 'POST']],
  ])('that %s is a warning, not a failure', async (_, refused) => {
    const api = await commentsApi(refused);
    try {
      const { steps, summary } = await runAction(
        text,
        pullRequest({ comment: 'true', lint: 'false' }, changed, { GITHUB_API_URL: api.address }),
      );
      expect(codes(steps)).toEqual([0, null, 0, 0, null]);
      expect(steps[3]?.output).toMatch(
        new RegExp(`^::warning title=kano::The comment could not be written: ${refused[0]} [^\\n]*403[^\\n]*\\n$`),
      );
      expect(summary).toContain('Attractive');
    } finally {
      api.close();
    }
  });
});

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
  readonly author_association: string;
}

/** The part of GitHub's API that is about the comments on pull request 7, without the right to what is refused. */
async function commentsApi(refused: readonly string[] = []) {
  const comments: Comment[] = [];
  const requests: string[] = [];
  const tokens = new Set<string | undefined>();
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    requests.push(`${request.method} ${pathname}`);
    tokens.add(request.headers.authorization);
    if (request.method === 'GET') return comments;
    let content = '';
    for await (const chunk of request) content += chunk;
    const { body } = JSON.parse(content);
    if (request.method === 'PATCH') {
      const known = comments.find(({ id }) => pathname.endsWith(`/comments/${id}`));
      if (known) known.body = body;
    } else comments.push({ id: comments.length + 1, body, user: { type: 'Bot' }, author_association: 'NONE' });
    return {};
  };
  const server = createServer(async (request, response) => {
    if (refused.includes(request.method ?? '')) response.writeHead(403).end('{}');
    else response.end(JSON.stringify(await answer(request)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, comments, requests, tokens, close: () => server.close() };
}
