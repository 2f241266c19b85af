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
/** One problem of level warning. */
const warned = fine.replace('title: A', 'title: A, status: rejected');
const commit = (folder: string) =>
  git(folder, '-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--allow-empty', '--all', '-m', 'x');

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

/** Of the steps before the report, which has a test of its own. */
const codes = (steps: readonly { readonly code: number | null }[]) => steps.slice(0, 5).map(({ code }) => code);

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
    expect(steps[4]?.output).toContain(
      '::error title=kano::There is no BACKLOG.md yet. Write it and commit it: kano backlog -o BACKLOG.md\n',
    );
    // One annotation says what differs.
    writeFileSync(join(job.workspace, 'BACKLOG.md'), '# Backlog: Web shop\n\n<!-- kano:notes -->\n<!-- /kano:notes -->\n\n100% done\n');
    const stale = (await runAction(text, job)).steps[4]?.output ?? '';
    expect(stale).toMatch(
      /::error title=kano::BACKLOG\.md is out of date\. Write it anew and commit it: kano backlog -o BACKLOG\.md%0A- .*%0A- 100%25 done%0A\+ [^\n]*\n/,
    );
    expect(stale).not.toMatch(/^[-+] /m);
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
    expect(steps[2]?.output).toMatch(/^kano: .*nothing to compare/);
    expect(summary).toBe('From base to HEAD nothing changes but comments and layout.\n');
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

it('the action runs no Git of the folder that is checked out, whatever the PATH says', async () => {
  for (const path of ['.', '']) {
    const { job } = mergedPullRequest({});
    writeFileSync(join(job.workspace, 'git'), '#!/bin/sh\ntouch ran\n', { mode: 0o755 });
    const { summary } = await runAction(text, { ...job, environment: { PATH: `${path}:${quickInstall}` } });
    expect(summary).toMatch(/^\*\*1 feature renamed\*\*/);
    expect(existsSync(join(job.workspace, 'ran'))).toBe(false);
  }
});

/** The commits of a pull request: its base when the event came, what somebody else did on main since, its head, and the commit that GitHub made to test it. */
function mergedPullRequest(inputs: Record<string, string>): { readonly job: Job; readonly base: string; readonly head: string } {
  const { workspace, ...rest } = pullRequest({ 'fail-on': 'category,removed', lint: 'false', ...inputs }, fine);
  const second = fine.replace('id: a', 'id: b').replace('title: A', 'title: B');
  writeFileSync(join(workspace, 'second.kano.yaml'), second);
  git(workspace, 'add', '.');
  commit(workspace);
  const base = git(workspace, 'rev-parse', 'HEAD');
  git(workspace, 'branch', '--move', 'main');
  git(workspace, 'checkout', '--quiet', '-b', 'topic');
  writeFileSync(join(workspace, 'docs/需求 1.kano.yaml'), fine.replace('title: A', 'title: Another'));
  commit(workspace);
  const head = git(workspace, 'rev-parse', 'HEAD');
  git(workspace, 'checkout', '--quiet', 'main');
  writeFileSync(join(workspace, 'second.kano.yaml'), second.replace('M: 60', 'M: 5').replace('A: 10', 'A: 80'));
  writeFileSync(join(workspace, 'third.kano.yaml'), second.replaceAll(/[bB]\b/g, 'c'));
  git(workspace, 'add', '.');
  commit(workspace);
  git(workspace, 'checkout', '--quiet', '--detach');
  git(workspace, '-c', 'user.name=T', '-c', 'user.email=t@example.com', 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
  return { job: { ...rest, workspace, event: { base, number: 7, head, ref: 'main' } }, base, head };
}

describe('a pull request', () => {
  it('is not blamed for what others did on main since', async () => {
    const { job, base } = mergedPullRequest({});
    const { steps, summary } = await runAction(text, job);
    expect(summary).toMatch(/^\*\*1 feature renamed\*\* · [0-9a-f]{7} → HEAD\n/);
    expect(codes(steps)).toEqual([0, null, 0, null, null]);
    // What the base of the event would have said.
    expect((await kano(job.workspace, ['diff', `${base}...HEAD`])).output).toMatch(/1 category moved.*1 feature added/);
  });

  it('needs two commits of history only', async () => {
    const { job } = mergedPullRequest({});
    git(job.workspace, 'branch', 'merge');
    const clone = (depth: number) => {
      const workspace = join(temporary(), `clone ${depth}`);
      git(temporary(), 'clone', '--quiet', '--branch', 'merge', '--depth', `${depth}`, `file://${job.workspace}`, workspace);
      return { ...job, workspace };
    };
    expect((await runAction(text, clone(2))).summary).toMatch(/^\*\*1 feature renamed\*\*/);
    const shallow = await runAction(text, clone(1));
    expect(shallow.steps[2]).toMatchObject({ code: 2, output: expect.stringMatching(/^::error title=kano::.*fetch-depth: 0[^\n]*\n$/) });
  });

  it('that is checked out without the merge is compared from where it left the base branch', async () => {
    const { job: merged, base, head } = mergedPullRequest({});
    // It has taken in what main had meanwhile, but the event still names the old base.
    git(merged.workspace, 'branch', '--force', 'topic', 'HEAD');
    const job = { ...merged, event: { base, number: 7, ref: 'main', head: git(merged.workspace, 'rev-parse', 'topic') } };
    const workspace = join(temporary(), 'clone of topic');
    git(temporary(), 'clone', '--quiet', '--branch', 'topic', job.workspace, workspace);
    expect((await runAction(text, { ...job, workspace })).summary).toMatch(/^\*\*1 feature renamed\*\* · origin\/main → HEAD\n/);
    // Without the branch, the base of the event has to do.
    git(workspace, 'checkout', '--quiet', '--detach', head);
    git(workspace, 'remote', 'remove', 'origin');
    expect((await runAction(text, { ...job, workspace })).summary).toContain(`**1 feature renamed** · ${base.slice(0, 7)} → HEAD\n`);
  });
});

describe('a merge group', () => {
  /** Two pull requests in a queue: what the first does is not the second's. */
  function queue(): { readonly job: Job; readonly first: string } {
    const { job } = mergedPullRequest({ comment: 'true' });
    const first = git(job.workspace, 'rev-parse', 'HEAD');
    git(job.workspace, 'rm', '--quiet', 'third.kano.yaml');
    commit(job.workspace);
    return { job: { ...job, event: { groupBase: first } }, first };
  }

  it('is compared with what it is put onto, and needs no comment', async () => {
    const { job, first } = queue();
    const { steps, summary } = await runAction(text, job);
    expect(summary).toContain(`**1 must-be gap closed and 1 feature removed** · ${first.slice(0, 7)} → HEAD\n`);
    expect(steps[2]).toMatchObject({ code: 1, output: '::error title=kano::fail-on removed: 1 found.\n' });
    expect(codes(steps)).toEqual([0, null, 1, null, null]);
  });

  it('says what to fetch where its base is not here', async () => {
    const { job } = queue();
    const workspace = join(temporary(), 'clone of the group');
    git(job.workspace, 'branch', 'group');
    git(temporary(), 'clone', '--quiet', '--branch', 'group', '--depth', '1', `file://${job.workspace}`, workspace);
    const { steps } = await runAction(text, { ...job, workspace });
    expect(steps[2]).toMatchObject({ code: 2, output: expect.stringMatching(/^::error title=kano::.*fetch-depth: 0[^\n]*\n$/) });
  });
});

describe('what the action says', () => {
  it.each<[string, Record<string, string>, string, string]>([
    ['too many warnings', { 'max-warnings': '0' }, warned, '1 warning, but max-warnings allows 0.'],
    ['what fail-on names', { 'fail-on': 'category' }, changed, 'fail-on category: 1 found.'],
    [
      'fail-on that does not exist',
      { 'fail-on': 'drfit' },
      changed,
      'The input fail-on is “drfit”. Choose from category, drift, must-be-gap,',
    ],
    ['a number that is none', { 'max-warnings': 'few' }, fine, 'The input max-warnings is “few”. Give a whole number'],
    ['a language that it does not speak', { lang: 'fr' }, fine, 'The input lang is “fr”. Allowed choices are en, zh-cn.'],
    [
      'a grouping that does not exist',
      { backlog: 'B.md', 'backlog-group-by': 'x' },
      fine,
      'The input backlog-group-by is “x”. Allowed choices',
    ],
    ['a path that names nothing', { paths: 'nowhere' }, fine, 'paths: nowhere matches no file.'],
    ['a base that does not exist', { 'diff-base': 'mian' }, fine, 'diff-base: Git does not know the revision mian'],
  ])('of %s speaks of its inputs', async (_, inputs, after, expected) => {
    const { steps } = await runAction(text, pullRequest(inputs, after));
    const said = steps.flatMap(({ output }) => output.split('\n').filter((line) => line.startsWith('::error title=kano::')));
    expect(said[0]?.slice('::error title=kano::'.length)).toMatch(new RegExp(`^${expected.replaceAll('.', '\\.')}`));
    for (const line of said) expect(line).not.toMatch(/--[a-z]/);
  });

  it('is no command that a file name wrote', async () => {
    const job = pullRequest({ backlog: 'BACKLOG.md', comment: 'true' }, changed, { GITHUB_API_URL: 'http://127.0.0.1:9' });
    const injected = '\r::error title=SPOOF::injected\r\u001b[31m::stop-commands::x\u2028::add-mask::e\u202E';
    for (const [name, content] of [
      [`latin${injected}.kano.yaml`, Buffer.from([0xff])],
      [`faulty${injected}.kano.yaml`, faulty.replace('title: A', `title: "A${injected.replaceAll('\u001b', '')}"`)],
    ] as const) {
      writeFileSync(join(job.workspace, name), content);
      git(job.workspace, 'add', '.');
      commit(job.workspace);
      const { steps } = await runAction(text, job);
      const lines = steps.flatMap(({ output, errors }) => `${output}\n${errors}`.split(/\r\n|\r|\n/));
      const commands = lines.filter((line) => line.trimStart().startsWith('::'));
      expect(commands.length).toBeGreaterThan(1);
      for (const line of commands) expect(line).toMatch(/^::(error|warning|notice) (title=kano::|file=)/);
      for (const line of commands) if (line.includes('title=kano::')) expect(line).not.toMatch(/[\p{Cc}\u202E]/u);
      git(job.workspace, 'rm', '--quiet', '--', name);
      commit(job.workspace);
    }
  });

  it('mentions nobody', async () => {
    const names = [
      '@everyone',
      'cc: @kano/team',
      'see #12',
      'kano/example#12',
      'fixes GH-12',
      'gh-12',
      '!12',
      'kano@0123456',
      'a@b.example',
    ];
    const features = names.map((title, index) => `  - { id: f${index}, title: "${title}", assumed: A }\n`).join('');
    const { steps, summary } = await runAction(
      text,
      pullRequest({ lint: 'false' }, `kano: 1\nproduct: '@kano/team'\nfeatures:\n${features}`),
    );
    expect(steps[2]?.code).toBe(0);
    for (const name of names) expect(summary.replaceAll(/[\u200B\\]/g, '')).toContain(name);
    expect(summary.replaceAll('\\', '')).not.toMatch(/@[\p{L}\p{N}]|[#!]\d|GH-\d/iu);
  });

  it('fits into the summary of a job and into a comment, and says what does not', async () => {
    const api = await commentsApi();
    try {
      const job = pullRequest({ lint: 'false', comment: 'true' }, fine, { GITHUB_API_URL: api.address });
      for (let file = 0; file < 300; file++) {
        const features = Array.from(
          { length: 50 },
          (_, n) => `  - { id: f${file}-${n}, title: ${'很长的标题'.repeat(20)} ${n}, assumed: A }\n`,
        );
        writeFileSync(join(job.workspace, `p${file}.kano.yaml`), `kano: 1\nproduct: P${file}\nfeatures:\n${features.join('')}`);
      }
      git(job.workspace, 'add', '.');
      commit(job.workspace);
      const { summary } = await runAction(text, job);
      expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
      expect(Buffer.byteLength(summary)).toBeGreaterThan(1024 * 1000);
      const whole = (await kano(job.workspace, ['diff', 'base...HEAD'])).output;
      expectCutAtALine(whole, summary);
      const comment = api.comments[0]?.body.replace('<!-- kano-diff -->\n', '') ?? '';
      expect(comment.length).toBeLessThan(65_536);
      expectCutAtALine(whole, comment);
      expect(comment).toMatch(/ All is in the summary of the job\.\n$/);
      const inChinese = await runAction(text, { ...job, inputs: { ...job.inputs, lang: 'zh-cn', comment: 'false' } });
      expect(inChinese.summary).toMatch(/\n\n…… 其余部分已略去，另有 \d+ 个产品：[^\n]*paths[^\n]*\n$/);
    } finally {
      api.close();
    }
  });
});

/** That a text is the beginning of another one, in whole lines, and names as many products as it leaves out. */
function expectCutAtALine(whole: string, cut: string): void {
  const [, kept = '', left] = /^([\s\S]*\n)\n… The rest is left out, with (\d+) more products: [^\n]+\n$/.exec(cut) ?? [];
  expect(whole.startsWith(kept)).toBe(true);
  expect(whole[kept.length - 1]).toBe('\n');
  expect(whole.slice(kept.length).match(/^## /gm)).toHaveLength(Number(left));
}

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
        [fine, 'nothing changes but comments and layout'],
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
