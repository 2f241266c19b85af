import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { csvText } from '../../../src/base/csv.ts';
import { csvRows } from '../../../src/base/csvRows.ts';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const fixture = (name: string) => readFileSync(fileURLToPath(new URL(`../../fixtures/trackers/${name}`, import.meta.url)), 'utf8');

const shop = `# What we build.
kano: 1
product: Shop
features:
  - id: pay
    title: Pay by card   # the most wanted
    status: planned
    tally: { M: 60, O: 10, A: 10, I: 20 }
  - { id: voice, title: Voice search, tally: { I: 90, A: 5 } }
  - id: gift
    title: Gift wrapping
    status: "planned"
    tally: { A: 60, I: 20 }
  - id: search
    title: Search
    status: in-progress
    tally: { M: 50, O: 20 }
`;

/** Syncs an export into a file, and gives what the file then is. */
async function synced(into: string, exported: string, parameters: readonly string[] = [], others: Readonly<Record<string, string>> = {}) {
  const folder = folderWith(temporary(), { 'shop.kano.yaml': into, export: exported, ...others });
  const result = await kano(folder, ['sync', '--from', 'export', '--into', 'shop.kano.yaml', ...parameters]);
  return { ...result, text: readFileSync(join(folder, 'shop.kano.yaml'), 'utf8') };
}

describe('kano sync', () => {
  it.each([
    ['jira.csv', 'SHOP-$', '“In Progress”', []],
    ['azure.csv', 'AB#1$', '“Doing”', []],
    [
      'gitlab.csv',
      'https://gitlab.example/team/shop/-/issues/$',
      '“Open”',
      ['--status', 'Doing=in-progress', '--status', 'Closed=shipped', '--status', 'Rejected=rejected'],
    ],
    ['linear.csv', 'SHO-$', '“In Progress”', []],
    ['github.json', 'team/shop#$', '“OPEN”', ['--status', 'doing=in-progress']],
  ])('reads %s: keys and statuses, by the smallest edits', async (name, key, status, parameters) => {
    const { text, output, errors } = await synced(shop, fixture(name), [...parameters, '--dry-run']);
    const [first] = output.split('\n');
    expect(first).toBe(`pay: tracker ${key.replace('$', '1')}; Planned → In progress (${key.replace('$', '1')} ${status})`);
    expect(text).toBe(shop);
    expect(errors).toMatch(
      /Nothing is written \(--dry-run\)\. shop\.kano\.yaml: features with a ticket: 4; tickets to name: 4, statuses to change: /,
    );
    const done = await synced(shop, fixture(name), parameters);
    expect(done.output).toBe('');
    expect(done.text).toContain('    title: Pay by card   # the most wanted\n    status: in-progress\n');
    const { features }: { features: { tracker: string }[] } = parse(done.text);
    expect(features.map(({ tracker }) => tracker)).toEqual(['1', '2', '3', '4'].map((number) => key.replace('$', number)));
    // All else is as it was.
    const without = (content: string) =>
      content.replace(/\n {4}tracker: .*|, tracker: [^,]*|, status: \w+|"?(?:planned|in-progress|shipped)"?/g, '');
    expect(without(done.text)).toBe(without(shop));
    // Once more there is nothing to write, and nothing is there twice.
    const again = await synced(done.text, fixture(name), [...parameters, '--prefer', 'file']);
    expect(again.text).toBe(done.text);
  });

  it('knows the meaning of a status by the tracker’s own kind of status, and asks for that of others', async () => {
    const jira = await synced(shop, fixture('jira.csv'));
    expect([jira.code, jira.errors]).toEqual([0, expect.not.stringContaining('not known')]);
    expect(jira.text).toContain('status: "in-progress"');
    expect(jira.text).toContain('{ id: voice, title: Voice search, status: rejected, tracker: SHOP-2, tally');
    const linear = await synced(shop, fixture('linear.csv'));
    expect(linear.code).toBe(1);
    expect(linear.errors).toContain(
      'kano: What “Ready to Merge” means is not known (SHO-3). Say it with --status "Ready to Merge=in-progress", or one of idea, planned, shipped, rejected.\n',
    );
    expect(linear.text).toMatch(/status: "planned"\n {4}tracker: SHO-3\n/);
    const chosen = await synced(shop, fixture('linear.csv'), ['--status', 'ready to merge=shipped']);
    expect([chosen.code, chosen.text]).toEqual([0, expect.stringContaining('status: "shipped"')]);
  });

  it.each([
    ['Abandoned', "Won't Do", 'Done', 'rejected'],
    ['Cancelled', 'Cancelled', 'Done', 'rejected'],
    ['Cancelled', 'Done', 'Done', 'rejected'],
    ['Closed', 'Incomplete', 'Done', 'rejected'],
    ['Done', 'Rejected', 'Done', 'rejected'],
    ['Live', 'Fixed', 'Done', 'shipped'],
    ['Done', 'Done', 'Done', 'shipped'],
    ['Done', '', 'Done', 'shipped'],
    ['Rejected', '', 'In Progress', 'in-progress'],
    ['In Progress', "Won't Do", 'In Progress', 'in-progress'],
    // Nobody knows whether these were built.
    ['Parked', '', 'Done', 'planned'],
    ['Done', 'Moved elsewhere', 'Done', 'planned'],
  ])('takes no ticket of Jira that was given up for shipped: %s, %s', async (status, resolution, category, becomes) => {
    const file = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, status: planned }]\n';
    const row = ['X-1', 'A', status, resolution, category, 'kano:id=a kano:status=planned'];
    const exported = csvText([['Issue key', 'Summary', 'Status', 'Resolution', 'Status Category', 'Labels'], row]);
    const { code, text, errors } = await synced(file, exported);
    expect([code, parse(text).features[0].status]).toEqual([becomes === 'planned' ? 1 : 0, becomes]);
    if (becomes !== 'planned') return;
    expect(errors).toMatch(/^kano: a: X-1 “[^”]+” leaves open what it becomes, and the file says Planned\. Say it with --status/m);
    const chosen = await synced(file, exported, ['--status', `${resolution === '' ? status : resolution}=rejected`]);
    expect([chosen.code, parse(chosen.text).features[0].status]).toEqual([0, 'rejected']);
  });

  it.each([
    ['Closed', 'Obsolete', 'rejected'],
    ['Closed', 'Duplicate', 'rejected'],
    ['Closed', 'Rejected', 'rejected'],
    ['Closed', 'Acceptance tests pass', 'shipped'],
    ['Done', 'Moved to state Done', 'shipped'],
    ['Closed', 'Deferred', 'planned'],
    ['Removed', 'Removed from the backlog', 'rejected'],
  ])('reads in Azure Boards why a work item is %s: %s', async (state, reason, becomes) => {
    const file = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, status: planned }]\n';
    const header = ['ID', 'Work Item Type', 'Title', 'State', 'Reason', 'Tags'];
    const { code, text } = await synced(file, csvText([header, ['1', 'Issue', 'A', state, reason, 'kano:id=a; kano:status=planned']]));
    expect([code, parse(text).features[0].status]).toEqual([becomes === 'planned' ? 1 : 0, becomes]);
  });

  it('does not guess whether what is closed was built, where the tracker does not say', async () => {
    const { code, errors, text } = await synced(shop, fixture('gitlab.csv'));
    expect([code, text.match(/status: .*/g)]).toEqual([1, ['status: planned', 'status: "planned"', 'status: in-progress']]);
    expect(errors).toContain(
      'gift: https://gitlab.example/team/shop/-/issues/3 “Closed” leaves open what it becomes, and the file says Planned.',
    );
    const github = await synced(shop, fixture('github.json'));
    expect([github.code, github.text.match(/status: [\w"-]*/g)]).toEqual([
      0,
      ['status: planned', 'status: rejected', 'status: "shipped"', 'status: in-progress'],
    ]);
  });

  it.each([
    ['Jira', 'Issue key,Summary,Status,Labels,Resolved\nX-1,A,Done,kano:id=a kano:status=idea,03/Feb/26 2:15 PM\n'],
    [
      'Azure',
      'ID,Work Item Type,Title,State,Tags,Closed Date\n1,Issue,A,Done,kano:id=a; kano:status=idea,2/3/2026 2:15:00 PM\n2,Bug,B,Done,,2/28/2026 1:00:00 AM\n',
    ],
    [
      'GitLab',
      'Title,URL,State,Description,Labels,Closed At (UTC)\nA,https://gitlab.example/a/-/issues/1,Closed,kano:status=idea kano:id=a,,2026-02-03 23:10:00\n',
    ],
    ['Linear', 'ID,Team,Title,Status,Description,Labels,Completed\nX-1,T,A,Done,kano:status=idea kano:id=a,,2026-02-03T10:00:00.000Z\n'],
    [
      'Linear, as browsers write it',
      'ID,Team,Title,Status,Description,Labels,Completed\nX-1,T,A,Done,kano:status=idea kano:id=a,,Tue Feb 03 2026 10:00:00 GMT+0000 (GMT)\n',
    ],
    [
      'GitHub',
      JSON.stringify([
        {
          state: 'CLOSED',
          stateReason: 'COMPLETED',
          closedAt: '2026-02-03T10:00:00Z',
          url: 'https://github.com/a/b/issues/1',
          body: '<!-- kano:id=a -->\n<!-- kano:status=idea -->\n<!-- /kano -->',
          labels: [],
        },
      ]),
    ],
  ])('writes the day on which a feature was shipped (%s)', async (_, exported) => {
    const file = 'kano: 1\nproduct: P\nfeatures:\n  - id: a\n    title: A\n    tally: { M: 9 }\n';
    const { code, text, errors } = await synced(file, exported, ['--status', 'closed=shipped']);
    expect([code, errors]).toEqual([0, expect.stringContaining('statuses changed: 1.')]);
    expect(text).toMatch(/\n {4}status: shipped\n {4}shipped: 2026-02-03\n {4}tracker: \S+\n {4}tally/);
    const { output } = await synced(file, exported, ['--status', 'closed=shipped', '--dry-run']);
    expect(output).toMatch(/^a: tracker \S+; shipped 2026-02-03; Idea → Shipped \(/);
  });

  it('writes no day where the file has one, a ticket has none, it could be two days, or nothing is shipped', async () => {
    const exported = (rows: readonly string[]) => `Issue key,Summary,Status,Resolved\n${rows.map((row) => `${row}\n`).join('')}`;
    const before = exported(['X-1,A,To Do,', 'X-2,A,To Do,']);
    const day = async (rows: readonly string[], status = 'planned') => {
      const file = `kano: 1\nproduct: P\nfeatures:\n  - { id: a, title: A, status: ${status}, tracker: [X-1, X-2] }\n`;
      const { text, errors } = await synced(file, exported(rows), ['--base', 'before'], { before });
      return { shipped: parse(text).features[0].shipped, status: parse(text).features[0].status, errors };
    };
    expect(await day(['X-1,A,Done,2026-03-05 10:00', 'X-2,A,Done,2026-02-03 10:00'])).toMatchObject({
      status: 'shipped',
      shipped: '2026-03-05',
    });
    expect(await day(['X-1,A,Done,2026-03-05 10:00', 'X-2,A,Done,'])).toMatchObject({ status: 'shipped', shipped: undefined });
    const unclear = await day(['X-1,A,Done,1/2/2026', 'X-2,A,Done,2026-02-03']);
    expect(unclear).toMatchObject({
      status: 'shipped',
      shipped: undefined,
      errors: expect.stringContaining('which one it is: a: X-1 “1/2/2026”'),
    });
    expect(await day(['X-1,A,In Progress,2026-03-05', 'X-2,A,In Progress,2026-03-05'])).toMatchObject({
      status: 'in-progress',
      shipped: undefined,
    });
    // A day in the file stays, whatever the status was.
    const dated = 'kano: 1\nproduct: P\nfeatures:\n  - { id: a, title: A, status: shipped, shipped: 2025-12-24, tracker: X-1 }\n';
    expect((await synced(dated, exported(['X-1,A,Done,2026-03-05']))).text).toBe(dated);
  });

  it('names what both sides changed, and writes nothing for it', async () => {
    const changed = shop.replace('status: planned', 'status: rejected');
    const { code, errors, text } = await synced(changed, fixture('jira.csv'));
    expect(code).toBe(1);
    expect(errors).toContain(
      'kano: pay: the file says Rejected, and SHOP-1 “In Progress”. It was “Planned” when the ticket was made, and nothing tells who changed last.\n',
    );
    expect(text).toContain('status: rejected\n    tracker: SHOP-1\n');
    expect((await synced(changed, fixture('jira.csv'), ['--prefer', 'tracker'])).text).toContain(
      'status: in-progress\n    tracker: SHOP-1\n',
    );
    const file = await synced(changed, fixture('jira.csv'), ['--prefer', 'file']);
    expect([file.code, file.text]).toEqual([0, text]);
    expect(file.errors).toContain('The file is ahead, so change these tickets: pay: Rejected, SHOP-1 “In Progress”; search: ');
  });

  it('follows a ticket from one sync to the next without an earlier export', async () => {
    const exported = (status: string) => `Issue key,Summary,Status,Labels\nX-1,A,${status},kano:id=a kano:status=planned\n`;
    const file = 'kano: 1\nproduct: P\nfeatures:\n  - id: a\n    title: A\n    status: planned\n';
    const started = await synced(file, exported('In Progress'));
    const done = await synced(started.text, exported('Done'));
    expect([done.code, done.text]).toEqual([0, started.text.replace('in-progress', 'shipped')]);
    expect(done.errors).toContain('and the ticket further, so it counts: a: In progress → Shipped (X-1 “Done”)\n');
    // The file holds where people say so, or where an earlier export tells that it is newer.
    const held = await synced(started.text, exported('Done'), ['--prefer', 'file']);
    expect([held.code, held.text]).toEqual([0, started.text]);
    const told = await synced(started.text, exported('Done'), ['--base', 'before'], { before: exported('Done') });
    expect([told.code, told.text, told.errors]).toEqual([0, started.text, expect.stringContaining('The file is ahead')]);
    // What goes back, or to the side, may be older than the file.
    for (const [from, status] of [
      [done.text, 'In Progress'],
      [started.text, "Won't Do"],
      [file.replace('planned', 'idea'), 'Done'],
    ] as const) {
      const back = await synced(from, exported(status));
      expect([back.code, parse(back.text).features[0].status]).toEqual([1, parse(from).features[0].status]);
      expect(back.errors).toContain('It was “Planned” when the ticket was made, and nothing tells who changed last.\n');
    }
  });

  it('takes the day of “shipped” away where a ticket was reopened, and writes all the rest', async () => {
    const header = 'Issue key,Summary,Status,Labels\n';
    const now = `${header}X-1,A,In Progress,\nX-2,B,In Progress,kano:id=b kano:status=idea\n`;
    const before = `${header}X-1,A,Done,\n`;
    const features = (first: string, second: string) =>
      `kano: 1\nproduct: P\nfeatures:\n  - id: a # mine\n    title: A\n    ${first}\n    tracker: X-1\n  - { id: b, title: B${second} }\n`;
    const file = features('status: shipped\n    shipped: 2026-02-03 # at last', '');
    const { code, text, errors } = await synced(file, now, ['--base', 'before'], { before });
    expect([code, text]).toEqual([0, features('status: in-progress\n    # at last', ', status: in-progress, tracker: X-2')]);
    expect(errors).toContain('The day of “shipped” goes where a feature is no longer shipped: a 2026-02-03 (X-1 “In Progress”)\n');
    const { output } = await synced(file, now, ['--base', 'before', '--dry-run'], { before });
    expect(output).toContain('a: without shipped 2026-02-03; Shipped → In progress (X-1 “In Progress”)\n');
  });

  it('names what cannot be written, and writes all the rest', async () => {
    const exported = csvText([
      ['Issue key', 'Summary', 'Status', 'Labels'],
      ['x: y # z', 'A', 'Done', 'kano:id=a kano:status=idea'],
      ['X-2', 'B', 'Done', 'kano:id=b kano:status=idea'],
    ]);
    const file = 'kano: 1\nproduct: P\nfeatures:\n  - { id: a, title: A }\n  - { id: b, title: B }\n';
    const { code, text, errors } = await synced(file, exported);
    expect([code, text]).toEqual([1, file.replace('title: B', 'title: B, status: shipped, tracker: X-2')]);
    expect(errors).toMatch(
      /^kano: a: nothing is written for x: y # z “Done”, because shop\.kano\.yaml would have an error: “tracker” [^`]*$/m,
    );
  });

  it('names where the sides differ and nothing tells who changed, unless an earlier export does', async () => {
    const now = 'Issue key,Summary,Status\nX-1,A,Done\n';
    const before = now.replace('Done', 'In Progress');
    const file = 'kano: 1\nproduct: P\nfeatures:\n  - { id: a, title: A, status: in-progress, tracker: [x-1, Y-9] }\n';
    const { code, errors, text } = await synced(file, now);
    expect([code, text]).toEqual([1, file]);
    expect(errors).toContain('kano: a: the file says In progress, and X-1 “Done”; nothing tells who changed.\n');
    expect(errors).toContain('--base with the export of the last time tells who changed.\n');
    const told = await synced(file, now, ['--base', 'before'], { before });
    expect([told.code, told.text]).toEqual([0, file.replace('in-progress', 'shipped')]);
    const both = await synced(file.replace('in-progress', 'planned'), now, ['--base', 'before'], { before });
    expect([both.code, both.errors]).toEqual([1, expect.stringContaining('a: both sides changed since “In progress”')]);
    const ahead = await synced(file.replace('in-progress', 'shipped'), before, ['--base', 'before'], { before });
    expect([ahead.code, ahead.errors]).toEqual([0, expect.stringContaining('change these tickets: a: Shipped, X-1 “In Progress”')]);
  });

  it('counts a ticket once that the export has several times, and names one whose status differs', async () => {
    const file = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, status: planned }]\n';
    const row = (status: string) => `X-1,A,${status},kano:id=a kano:status=planned\n`;
    const exported = (...statuses: string[]) => `Issue key,Summary,Status,Labels\n${statuses.map(row).join('')}`;
    const same = await synced(file, exported('Done', 'Done'));
    expect([same.code, same.text]).toEqual([0, file.replace('planned', 'shipped, tracker: X-1')]);
    const other = await synced(file, exported('To Do', 'Done'));
    expect([other.code, other.text]).toEqual([1, file.replace('planned', 'planned, tracker: X-1')]);
    expect(other.errors).toContain('with different statuses, so none counts: X-1 “To Do”, X-1 “Done”. Export it again.\n');
    expect(other.errors).not.toContain('is not known');
  });

  it.each([
    ['see kano:id=b too <!-- kano:id=a --> kano:id=b', 'a'],
    ['kano:status=idea kano:id=a. Like kano:id=b', 'a.'],
    ['As kano:id=b, but: kano:status=idea kano:id=a', 'a'],
    ['This is kano:id=a.', 'a'],
  ])('takes its own mark before what people write: %s', async (description, id) => {
    const file = `kano: 1\nproduct: P\nfeatures: [{ id: ${id}, title: A }, { id: b, title: B }]\n`;
    const exported = csvText([
      ['Issue key', 'Summary', 'Status', 'Description'],
      ['X-1', 'A', 'To Do', description],
    ]);
    expect((await synced(file, exported)).text).toBe(file.replace('title: A', 'title: A, tracker: X-1'));
  });

  it('never chooses among tickets', async () => {
    const row = (key: string, status: string, mark: string) => `${key},T,${status},${mark}\n`;
    const table = (...rows: string[]) => `Issue key,Summary,Status,Description\n${rows.join('')}`;
    const file = (tracker = '') => `kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, status: planned${tracker} }]\n`;
    const copies = table(row('X-1', 'Done', 'kano:id=a'), row('X-2', 'Done', 'kano:id=a'));
    const two = await synced(file(), copies);
    expect([two.code, two.text]).toEqual([1, file()]);
    expect(two.errors).toContain('a: several tickets were made for it: X-1 and X-2. Write those that count into “tracker”.');
    const other = await synced(file(', tracker: X-9'), table(row('X-1', 'Done', 'kano:id=a')));
    expect([other.code, other.text]).toEqual([1, file(', tracker: X-9')]);
    expect(other.errors).toContain('a: “tracker” names X-9, but X-1 was made for it too.');
    const joined = await synced(file(), table(row('X-1', 'Done', 'kano:id=a kano:id=b')));
    expect([joined.code, joined.errors]).toEqual([
      1,
      expect.stringContaining('X-1 was made for several features (a, b), so it counts for none.'),
    ]);
    const differing = await synced(file(', tracker: [X-1, X-2]'), table(row('X-1', 'Done', ''), row('X-2', 'In Progress', '')));
    expect([differing.code, differing.errors]).toEqual([
      1,
      expect.stringContaining('a: its tickets say different things (X-1 “Done”, X-2 “In Progress”)'),
    ]);
    const stranger = await synced(file(), table(row('X-1', 'Done', 'kano:id=gone')));
    expect([stranger.code, stranger.errors]).toEqual([
      0,
      expect.stringContaining('No feature of shop.kano.yaml has the id of these tickets: X-1 (gone)'),
    ]);
  });

  it('refuses what is no export, and options that say nothing', async () => {
    for (const [text, parameters, reason] of [
      ['Issue key,Summary,Status\n', [], 'kano: export has no tickets: there is no row below the header.\n'],
      ['a,b\n1,2\n', [], 'export is no export that is known by its columns: Jira (issue key, summary, status), '],
      ['{ "a": 1 }', [], 'export is not what GitHub’s command prints. Make it with: gh issue list '],
      ['[{ "number": 1 }]', [], 'export is not what GitHub’s command prints.'],
      [fixture('jira.csv'), ['--status', 'QA=done'], '“QA=done” does not say what a status means.'],
      [fixture('jira.csv'), ['--base', 'other'], 'export is an export of Jira, and other one of Linear.'],
    ] as const) {
      const result = await synced(shop, text, parameters, { other: fixture('linear.csv') });
      expect([result.code, result.text, result.errors]).toEqual([2, shop, expect.stringContaining(reason)]);
    }
    const empty = 'kano: 1\nproduct: P\n';
    expect(await synced(empty, fixture('jira.csv'))).toMatchObject({
      code: 2,
      text: empty,
      errors: 'kano: shop.kano.yaml has no features that the tickets could belong to.\n',
    });
  });

  it.each([[[]], [['--dry-run']]])('mentions the errors of a file, as other commands do (%j)', async (parameters) => {
    const broken = shop.replace('status: planned', 'status: planed');
    const { code, errors } = await synced(broken, fixture('jira.csv'), ['--prefer', 'tracker', ...parameters]);
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(/^kano: shop\.kano\.yaml has 1 error, so something may be missing\. Run “kano lint” to see them\.$/m),
    ]);
  });

  it('says so in Chinese, and names a feature that cannot be changed safely', async () => {
    const aliased = 'kano: 1\nproduct: P\nx-one: &one { id: a, title: A }\nfeatures: [*one]\n';
    const exported = 'Issue key,Summary,Status,Labels,Labels\nX-1,A,Done,kano:id=a,kano:status=idea\n';
    const { code, errors, text } = await synced(aliased, exported, ['--lang', 'zh-cn']);
    expect([code, text]).toEqual([1, aliased]);
    expect(errors).toContain('kano: a 的写法无法安全地修改，例如使用了别名。请手动修改 shop.kano.yaml。\n');
    const twice = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A }, { id: a, title: B }]\n';
    expect(await synced(twice, exported)).toMatchObject({
      code: 2,
      text: twice,
      errors: expect.stringContaining('Several features have the same id'),
    });
  });
});

describe('there and back', () => {
  /** What Jira makes of an import, as it exports it. */
  const inJira = (imported: string, statuses: Readonly<Record<string, string>>) => {
    const { rows } = csvRows(imported.replaceAll('\r\n', '\n'), ',');
    const [head = [], ...tickets] = rows.filter((row) => row.length > 1);
    return csvText([
      ['Issue key', 'Status', ...head],
      ...tickets.map((row, index) => [`SHOP-${index + 1}`, statuses[row[0] ?? ''] ?? 'To Do', ...row]),
    ]);
  };

  it.each<
    [string, string, (row: Record<string, string>, number: number, status: string | undefined) => Record<string, string>, readonly string[]]
  >([
    [
      'azure',
      'In Progress',
      ({ 'Work Item Type': type = '', Title = '', Tags = '' }, number, State = 'To Do') => ({
        ID: `${number}`,
        'Work Item Type': type,
        Title,
        State,
        Tags,
      }),
      [],
    ],
    [
      'gitlab',
      'Closed',
      ({ title: Title = '', description: Description = '' }, number, State = 'Open') => ({
        Title,
        Description,
        URL: `https://gitlab.example/team/shop/-/issues/${number}`,
        State,
      }),
      ['--status', 'Closed=in-progress'],
    ],
    ['linear', 'In Progress', (row, number, Status = row.Status ?? '') => ({ ID: `SHO-${number}`, Team: 'Shop', ...row, Status }), []],
  ])('makes no second ticket and takes over what people changed in %s', async (format, started, exported, parameters) => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': shop });
    const read = () => readFileSync(join(folder, 'shop.kano.yaml'), 'utf8');
    const [head = [], ...rows] = csvRows(
      (await kano(folder, ['backlog', '--format', format])).output.replaceAll('\r\n', '\n'),
      ',',
    ).rows.filter((row) => row.length > 1);
    const sync = async (changed: string | undefined) => {
      const tickets = rows.map((row, index) => {
        const imported = Object.fromEntries(head.map((name, place) => [name, row[place] ?? '']));
        return exported(imported, index + 1, row.includes('Pay by card') ? changed : undefined);
      });
      writeFileSync(
        join(folder, 'export.csv'),
        csvText([Object.keys(tickets[0] ?? {}), ...tickets.map((ticket) => Object.values(ticket))]),
      );
      return kano(folder, ['sync', '--from', 'export.csv', '--into', 'shop.kano.yaml', ...parameters]);
    };
    expect((await sync(undefined)).code).toBe(0);
    expect(read().replace(/\n {4}tracker: .*|, tracker: [^,]*/g, '')).toBe(shop);
    expect((await kano(folder, ['backlog', '--format', format])).output.trimEnd().split('\n')).toHaveLength(1);
    const before = read();
    expect((await sync(started)).code).toBe(0);
    expect(read()).toBe(before.replace('status: planned', 'status: in-progress'));
    expect((await sync(started)).errors).toContain('shop.kano.yaml stays as it is.');
  });

  it('keeps one ticket a feature, takes over what people changed there, and names what both changed', async () => {
    const folder = folderWith(temporary(), { 'shop.kano.yaml': shop });
    const read = () => readFileSync(join(folder, 'shop.kano.yaml'), 'utf8');
    const backlog = async () => (await kano(folder, ['backlog', '--format', 'jira'])).output;
    const imported = await backlog();
    const sync = async (statuses: Readonly<Record<string, string>>, ...more: string[]) => {
      writeFileSync(join(folder, 'jira.csv'), inJira(imported, statuses));
      return kano(folder, ['sync', '--from', 'jira.csv', '--into', 'shop.kano.yaml', ...more]);
    };
    // New tickets begin with the same status, whatever the features had.
    expect((await sync({})).code).toBe(0);
    expect(read().match(/tracker: SHOP-\d/g)).toHaveLength(4);
    expect(read().replace(/\n {4}tracker: .*|, tracker: SHOP-\d/g, '')).toBe(shop);
    // All have their ticket: nothing is imported twice.
    expect((await backlog()).trimEnd().split('\n')).toHaveLength(1);
    const people = { 'Pay by card': 'Done', 'Gift wrapping': 'In Progress' };
    writeFileSync(join(folder, 'shop.kano.yaml'), read().replace('status: "planned"', 'status: "rejected"'));
    const before = read();
    const { code, errors } = await sync(people);
    expect(code).toBe(1);
    expect(errors).toMatch(/gift: the file says Rejected, and SHOP-\d “In Progress”\. It was “Planned” when the ticket was made/);
    expect(read()).toBe(before.replace('status: planned', 'status: shipped'));
    expect((await sync(people, '--prefer', 'tracker')).code).toBe(0);
    expect(read()).toContain('status: "in-progress"');
    expect((await sync(people)).code).toBe(0);
  });
});
