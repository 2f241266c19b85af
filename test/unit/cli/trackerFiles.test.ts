import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { csvRows } from '../../../src/base/csvRows.ts';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();

/** Titles that mean something to a shell, to a spreadsheet, to Markdown, to HTML and to the script's own marks. */
const hostile = [
  '$(touch pwned) `touch pwned`',
  `it's "quoted"; touch pwned; '`,
  '-x --body=pwned',
  'a\\nb \\ \\\\',
  '<!-- /kano --> <b>@team</b> #1 !2 [x](y)',
  '=HYPERLINK("x"), semi;colon',
  '-20% for members',
];

const must = { M: 60, O: 10, A: 10, I: 20 };
const product = (features: readonly object[]) => stringify({ kano: 1, product: 'Shop @all', features });
const features = [
  ...hostile.map((title, index) => ({ id: `f${index}`, title, tally: { ...must, M: 90 - index } })),
  { id: 'delight', title: 'Delight', effort: 3, tally: { A: 60, O: 10, I: 20 }, dependsOn: ['base'] },
  { id: 'base', title: 'Base', tally: { I: 90, A: 5 } },
  { id: 'tracked', title: 'Tracked', tracker: ['PROJ-12', 'team/shop#2'], tally: must },
  { id: 'unasked', title: 'Unasked' },
  { id: 'unwanted', title: 'Unwanted', tally: { R: 90, I: 5 } },
  { id: 'done', title: 'Done', status: 'shipped', tally: must },
];

describe('kano backlog --format of a tracker', () => {
  // What each reads: Jira, “Importing data from CSV” (a column Summary; columns of one name are values of one field); Azure Boards, “Import, update, and
  // export bulk work items with CSV files” (Work Item Type and Title, no ID for new ones, tags with semicolons); GitLab, “Importing issues from CSV” (title,
  // description); Linear, LinearCsvImporter of its open-source importer (the columns that it reads, priorities by name, labels with ", ").
  it.each([
    ['jira', ['Summary', 'Issue Type', 'Priority', 'Labels', 'Labels', 'Labels', 'Description'], ['Task', 'Highest']],
    ['azure', ['Work Item Type', 'Title', 'Priority', 'Tags', 'Description'], ['Issue', '1']],
    ['gitlab', ['title', 'description'], []],
    ['linear', ['Title', 'Description', 'Status', 'Priority', 'Assignee', 'Labels', 'Estimate'], ['Urgent', 'must-be']],
  ])('writes what %s imports, in build order, with an id to find each again', async (format, columns, values) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': product(features) });
    const { output, errors, code } = await kano(folder, ['backlog', '--format', format]);
    const { rows, misquoted } = csvRows(output.replaceAll('\r\n', '\n'), ',');
    const [head = [], ...items] = rows.filter((row) => row.length > 1);
    expect([code, misquoted, head]).toEqual([0, undefined, columns]);
    expect(items.every((row) => row.length === columns.length)).toBe(true);
    const ids = items.map((row) => /kano:id=([\w.-]+)$/.exec(row[columns.findIndex((name) => /description/i.test(name))] ?? '')?.[1]);
    expect(ids).toEqual([...hostile.map((_, index) => `f${index}`), 'base', 'delight']);
    const title = columns.findIndex((name) => /title|summary/i.test(name));
    // A spreadsheet would run what begins like a formula; a tracker shows the title as it is.
    expect(items.map((row) => row[title])).toEqual([...hostile.map((text) => text.replace(/^[-=]/, '\u2060$&')), 'Base', 'Delight']);
    for (const value of values) expect(items[0]).toContain(value);
    expect(errors).toBe('kano: Left out, because “tracker” names their tickets: Tracked\n');
  });

  it('leaves out what could not be found again, and says so', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': product([{ title: 'Nameless', tally: must }, ...features.slice(0, 1)]) });
    const { output, errors, code } = await kano(folder, ['backlog', '--format', 'jira']);
    expect(output).not.toContain('Nameless');
    expect(errors).toContain('kano: Left out, because they have no id to find them again by: Nameless\n');
    expect(code).toBe(1);
  });

  it('gives what others need the urgency of those, and says in each ticket why it stands where it stands', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': product(features) });
    const { output } = await kano(folder, ['backlog', '--format', 'jira', '--ticket-type', 'Story']);
    const base = output.slice(output.indexOf('Base,'));
    expect(base).toMatch(/^Base,Story,Medium,kano:id=base,kano:status=idea,indifferent,"Category: Indifferent, 95% of 95\n/);
    expect(base).toContain('\nNote: needed by “Delight”\n');
    expect(base).toMatch(/\nPlace \d+ in the build order of Shop @all\n/);
    expect((await kano(folder, ['backlog', '--format', 'linear'])).output).toContain('Shop @\u2060all');
    expect((await kano(folder, ['backlog', '--format', 'azure', '--lang', 'zh-cn'])).output).toContain('<br>排在此处的原因：');
  });

  it('gives Jira no markup from the titles of other features', async () => {
    const needing = {
      id: 'x',
      title: '{code}[~admin] !http://e/x.png! *a* _b_ |c| #d \\{e} -f- ??g?? Must-be',
      tally: must,
      dependsOn: ['base'],
    };
    const folder = folderWith(temporary(), { 'a.kano.yaml': product([needing, { id: 'base', title: 'Base', tally: { I: 90 } }]) });
    const { output } = await kano(folder, ['backlog', '--format', 'jira']);
    const escaped = '\\{code\\}\\[\\~admin\\] \\!http://e/x.png\\! \\*a\\* \\_b\\_ \\|c\\| \\#d &#92;\\{e\\} \\-f- \\??g\\?? Must-be';
    expect(output).toContain(`\nNote: needed by “${escaped}”\n`);
  });

  it('cuts titles that are too long for a tracker, and has them whole in the description', async () => {
    const title = `${'Long title '.repeat(22)}with 👩‍👩‍👧‍👧${' more'.repeat(20)}`;
    const folder = folderWith(temporary(), { 'a.kano.yaml': product([{ id: 'long', title, tally: must }]) });
    for (const format of ['jira', 'azure', 'gitlab']) {
      const { output } = await kano(folder, ['backlog', '--format', format]);
      const [head = [], row = []] = csvRows(output.replaceAll('\r\n', '\n'), ',').rows;
      const cut = row[head.findIndex((name) => /title|summary/i.test(name))] ?? '';
      expect([cut.length <= 253, cut]).toEqual([true, `${'Long title '.repeat(22)}with…`]);
      expect(row[head.findIndex((name) => /description/i.test(name))]).toMatch(new RegExp(`^${title}(?:\n|<br>)`));
    }
    expect((await kano(folder, ['backlog', '--format', 'linear'])).output).toContain(`\n${title},`);
    const { output } = await kano(folder, ['backlog', '--format', 'github']);
    expect(output).toContain(`issue 'long' '${'Long title '.repeat(22)}with…' '<!-- kano:status=idea -->\n${title}\n\nCategory`);
  });

  it('refuses features of the same id, and writes one that products share once', async () => {
    const one = product([{ id: 'pay', title: 'Pay', tally: must }]);
    const folder = folderWith(temporary(), { 'a.kano.yaml': one, 'b.kano.yaml': one.replace('Shop @all', 'Kiosk') });
    const errors =
      'kano: Several features have the same id, by which a tracker finds them again: pay (Shop @all, Kiosk). Give each an id of its own.\n';
    for (const format of ['jira', 'azure', 'gitlab', 'linear', 'github'])
      expect(await kano(folder, ['backlog', '--format', format])).toEqual({ code: 2, output: '', errors });
    const user = (name: string) => `kano: 1\nproduct: ${name}\nuses: [shared.kano.yaml]\nfeatures: []\n`;
    const sharing = folderWith(temporary(), { 'a.kano.yaml': user('A'), 'b.kano.yaml': user('B'), 'shared.kano.yaml': one });
    const { output, code } = await kano(sharing, ['backlog', '--format', 'github']);
    expect([code, output.match(/^issue 'pay'/gm)?.length]).toEqual([0, 1]);
  });

  it('overwrites only what it wrote, and checks no such file', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': product(features), 'mine.csv': 'a,b\n' });
    for (const format of ['jira', 'azure', 'gitlab', 'linear', 'github'])
      for (const _ of [1, 2]) expect((await kano(folder, ['backlog', '--format', format, '-o', `out-${format}`])).code).toBe(0);
    expect((await kano(folder, ['backlog', '--format', 'jira', '-o', 'mine.csv'])).code).toBe(2);
    expect((await kano(folder, ['backlog', '--format', 'jira', '-o', 'out-jira', '--check'])).code).toBe(2);
  });
});

describe.skipIf(process.platform === 'win32' || !has('jq') || !has('bash'))('kano backlog --format github', () => {
  interface Issue {
    number: number;
    title: string;
    body: string;
  }

  async function repository() {
    const folder = folderWith(temporary(), {});
    const programs = join(folder, 'programs');
    mkdirSync(programs);
    copyFileSync(fileURLToPath(new URL('fakeGh.mjs', import.meta.url)), join(programs, 'gh'));
    // Node takes a file without an extension for the kind that its folder says.
    writeFileSync(join(programs, 'package.json'), '{ "type": "module" }');
    chmodSync(join(programs, 'gh'), 0o755);
    const file = join(folder, 'issues.json');
    const read = (): Issue[] => JSON.parse(readFileSync(file, 'utf8'));
    const write = (issues: readonly Issue[]) => writeFileSync(file, JSON.stringify(issues));
    const run = async (content: string) => {
      writeFileSync(join(folder, 'a.kano.yaml'), content);
      expect((await kano(folder, ['backlog', '--format', 'github', '-o', 'issues.sh'])).code).toBe(0);
      const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}`, FAKE_GH_ISSUES: file };
      execFileSync('bash', ['issues.sh', 'team/shop'], { cwd: folder, env, stdio: 'pipe' });
    };
    return { folder, read, write, run };
  }

  it('makes an issue of each feature once, whatever their titles hold, and finds the issues that the file names', async () => {
    const { folder, read, write, run } = await repository();
    write([
      { number: 1, title: 'Of somebody else', body: '' },
      { number: 2, title: 'Old title', body: 'Written by hand.' },
    ]);
    await run(product(features));
    const first = read();
    expect(first.map(({ title }) => title)).toEqual(['Of somebody else', 'Old title', ...hostile, 'Base', 'Delight']);
    expect(first[0]?.body).toBe('');
    expect(first[1]?.body).toMatch(
      /^Written by hand\.\n\n<!-- kano:id=tracked -->\n<!-- kano:status=idea -->\nCategory: Must-be, 60% of 100\n[\s\S]*\n<!-- \/kano -->$/,
    );
    expect(first.map(({ body }) => body.match(/<!-- \/kano -->/g)?.length ?? 0)).toEqual([0, ...Array(hostile.length + 3).fill(1)]);
    await run(product(features));
    expect(read()).toEqual(first);
    expect(readdirSync(folder).filter((name) => name.includes('pwned'))).toEqual([]);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  it('takes the first issue that the file names here, whatever its letters, and no pull request', async () => {
    const { folder, read, write, run } = await repository();
    const texts = () => read().map(({ body }) => body.includes('kano:id='));
    write([1, 2, 3].map((number) => ({ number, title: `${number}`, body: '' })));
    const tracker = ['https://github.com/team/shop/pull/1', 'team/other#1', 'Team/Shop#2', 'team/shop#3'];
    await run(product([{ id: 'one', title: 'One', tally: must, tracker }]));
    expect(texts()).toEqual([false, true, false]);
    await run(product([{ id: 'two', title: 'Two', tally: must, tracker: tracker[0] }]));
    expect(texts()).toEqual([false, true, false]);
    // Nor is there a second ticket for what has one elsewhere.
    const elsewhere = [
      { id: 'three', title: 'Three', tally: must, tracker: 'PROJ-3' },
      { id: 'four', title: 'Four', tally: must, tracker: 'team/other#1' },
      { id: 'five', title: 'Five', tally: must },
    ];
    await run(product(elsewhere));
    expect(read().map(({ title }) => title)).toEqual(['1', '2', '3', 'Five']);
    const { errors } = await kano(folder, ['backlog', '--format', 'github']);
    expect(errors).toBe('kano: Left out, because “tracker” names their tickets: Three\n');
  });

  it('changes its own part of an issue only, and leaves one alone whose part has no end', async () => {
    const { read, write, run } = await repository();
    const one = (tally: object, title = 'One') => product([{ id: 'one', title, tally }]);
    await run(one(must));
    const [issue] = read();
    if (!issue) throw new Error('there is an issue');
    write([{ ...issue, title: 'Changed by hand', body: `Above it's "mine" $HOME \\n\r\n${issue.body}\r\n\r\nBelow\r\n` }]);
    await run(one({ A: 60, I: 20 }, 'Two'));
    const [changed] = read();
    expect(changed?.title).toBe('Changed by hand');
    expect(changed?.body).toMatch(
      /^Above it's "mine" \$HOME \\n\n<!-- kano:id=one -->\n<!-- kano:status=idea -->\nCategory: Attractive[\s\S]*<!-- \/kano -->\n\nBelow$/,
    );
    write([{ ...issue, body: issue.body.replace('<!-- /kano -->', 'cut off') }]);
    const before = read()[0]?.body;
    await run(one({ A: 60, I: 20 }));
    expect(read()[0]?.body).toBe(before);
  });
});

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
