import { describe, expect, it } from 'vitest';
import { changeText } from '../../../src/agents/changeText.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { editBetween } from '../../../src/document/writing/editBetween.ts';
import { textChanges } from '../../../src/document/writing/textEdit.ts';
import { ask, filesOf, plan } from './filesOf.ts';

const head = `kano: 1
product: P
personas:
  - { id: member, name: Member, needs: [{ id: quick, need: finds things quickly }] }
touchpoints:
  - { id: search, name: Search, pains: [{ id: slow, pain: it is slow }] }
metrics:
  - { id: sales, name: Sales, better: higher }
features:
`;
const feature = `  - id: f # what it is
    title: F
    status: idea   # for now
    tally: { M: 90, A: 9 }
`;
const files = filesOf({ 'a.kano.yaml': head + feature });

/** What a call makes of the feature. */
async function after(name: string, input: object, text = feature): Promise<string> {
  const answer = await ask(filesOf({ 'a.kano.yaml': head + text }), name, { id: 'f', ...input });
  return answer.startsWith(head) ? answer.slice(head.length) : answer;
}

describe('kano_set_feature', () => {
  it('sets values by the smallest edits, in the order of the format', async () => {
    expect(
      await after('kano_set_feature', { status: 'planned', effort: 2.5, owner: 'Team A: search', assumed: 'M' }),
    ).toBe(`  - id: f # what it is
    title: F
    status: planned   # for now
    effort: 2.5
    owner: "Team A: search"
    assumed: M
    tally: { M: 90, A: 9 }
`);
  });

  it('says that answers outrank what the team assumes', async () => {
    const noteOf = async (text: string) =>
      changeText(await plan(filesOf({ 'a.kano.yaml': head + text }), 'kano_set_feature', { id: 'f', assumed: 'M' }))
        .split('\n')
        .at(-1);
    expect(await noteOf(feature)).toBe('Customers were asked about it: their answers outrank “assumed”.');
    expect(await noteOf('  - id: f\n    title: F\n')).toBe('+     assumed: M');
  });

  it('adds to lists and takes nothing away', async () => {
    const lists = { serves: ['quick'], relieves: ['slow'], moves: ['sales'], links: ['REQ-7', 'https://tracker.example/7'] };
    const once = await after('kano_set_feature', lists);
    expect(once).toBe(`  - id: f # what it is
    title: F
    status: idea   # for now
    serves: [quick]
    relieves: [slow]
    moves: [sales]
    links: [REQ-7, https://tracker.example/7]
    tally: { M: 90, A: 9 }
`);
    expect(await after('kano_set_feature', { links: ['REQ-8', 'REQ-7'] }, once)).toContain(
      'links: [REQ-7, https://tracker.example/7, REQ-8]',
    );
    const block = `${feature}    links:\n      - REQ-1 # the first\n`;
    expect(await after('kano_set_feature', { links: ['REQ-2'] }, block)).toBe(`${block}      - REQ-2\n`);
  });

  it('names a ticket, and one more where there is a list of them', async () => {
    const once = await after('kano_set_feature', { tracker: 'PROJ-12' });
    expect(once).toContain('    tracker: PROJ-12\n');
    expect(await after('kano_set_feature', { tracker: 'PROJ-13' }, once)).toContain('    tracker: PROJ-13\n');
    const several = once.replace('tracker: PROJ-12', 'tracker: [PROJ-12]');
    expect(await after('kano_set_feature', { tracker: 'owner/repo#7' }, several)).toMatch(/tracker: \[PROJ-12, .*owner\/repo#7.*\]\n/);
    expect(await ask(filesOf({ 'a.kano.yaml': head + several }), 'kano_get_feature', { id: 'f' })).toContain('\ntracker: PROJ-12\n');
  });

  it('removes what is to be removed', async () => {
    expect(await after('kano_set_feature', { remove: ['owner'] }, `${feature}    owner: me\n`)).toBe(feature);
  });

  it.each([
    [{}, /Say what to change: status, effort,/],
    [{ owner: ' ' }, /“owner” is empty: name who is responsible, or remove it/],
    [{ status: 'idea' }, /“f” in a\.kano\.yaml is so already: nothing to change\./],
    [{ status: 'done' }, /“status” must be one of idea, planned, in-progress, shipped, rejected\./],
    [{ effort: 0 }, /“effort” must be a number above 0\./],
    [{ effort: '3' }, /“effort” must be a number above 0\./],
    [{ effort: Number.POSITIVE_INFINITY }, /“effort” must be a number above 0\./],
    [{ owner: 'me', remove: ['owner'] }, /“owner” is to be set and to be removed/],
    [{ serves: ['nothing'] }, /Not changed, because a\.kano\.yaml would have an error: .*nothing/],
    [{ links: [''] }, /would have an error|must/],
    [{ tally: { M: 90 } }, /Answers are never written by a tool.*kano import EXPORT --into FILE/],
    [{ tallies: [] }, /Answers are never written by a tool/],
    [{ counts: { M: 1 } }, /Answers are never written by a tool/],
    [{ M: 12 }, /Answers are never written by a tool/],
    [{ category: 'M' }, /The category is computed from answers/],
    [{ title: 'G' }, /There is no “title”; there are id, file, status,/],
    [{ id: 'g', status: 'planned' }, /There is no feature “g”; there is f\./],
    [{ file: '../other.kano.yaml', status: 'planned' }, /There is no file “\.\.\/other\.kano\.yaml”/],
  ])('refuses %j', async (input, reason) => {
    expect(await ask(files, 'kano_set_feature', { id: 'f', ...input })).toMatch(reason);
    expect(await ask(files, 'kano_set_feature', { id: 'f', ...input })).toMatch(/^Refused: /);
  });

  it('refuses what cannot be changed without changing something else', async () => {
    const aliased = '  - &f { id: f, title: F }\n  - { <<: *f, id: g }\n  - *f\n';
    expect(await after('kano_set_feature', { id: 'g', status: 'planned' }, aliased)).toContain('id: g, status: planned');
    expect(
      await after(
        'kano_set_feature',
        { status: 'planned' },
        '  - { id: g, title: F, owner: &o me }\n  - { id: f, title: G, links: &l [A] }\n  - { id: h, title: H, links: *l }\n',
      ),
    ).toContain('status: planned');
    expect(
      await after(
        'kano_set_feature',
        { id: 'h', links: ['B'] },
        '  - { id: f, title: G, links: &l [A] }\n  - { id: h, title: H, links: *l }\n',
      ),
    ).toMatch(/cannot be changed safely/);
    expect(
      await after('kano_set_feature', { links: ['B'] }, '  - { id: f, title: G, links: &l [A] }\n  - { id: h, title: H, links: *l }\n'),
    ).toMatch(/cannot be changed safely/);
  });
});

describe('kano_add_evidence', () => {
  it('adds an entry beside the others', async () => {
    const entry = { source: 'support tickets', date: '2026-08-31', complaints: 31, touchpoint: 'search', quote: 'It never ends, “really”' };
    const once = await after('kano_add_evidence', entry);
    expect(once).toContain(
      '    evidence:\n      - { source: support tickets, date: 2026-08-31, complaints: 31, touchpoint: search, quote: "It never ends, “really”" }\n',
    );
    expect(await after('kano_add_evidence', entry, once)).toMatch(/has evidence of 2026-08-31 from “support tickets” already/);
    for (const date of ['2026-09-30', '2026-11-28'])
      expect(await after('kano_add_evidence', { ...entry, date }, once)).toContain(`date: ${date}`);
  });

  it('counts the same people once, whatever the case of the source and whichever quote', async () => {
    const entry = { source: 'support tickets', date: '2026-08-31', complaints: 31 };
    const once = await after('kano_add_evidence', entry);
    for (const again of [{ quote: 'It never ends' }, { source: 'Support Tickets ' }, { complaints: 32, quote: 'No' }])
      expect(await after('kano_add_evidence', { ...entry, ...again }, once)).toMatch(/^Refused: .*would count the same people twice/);
    const quoted = { source: 'support tickets', date: '2026-08-31', quote: 'It never ends' };
    expect(await after('kano_add_evidence', quoted, once)).toContain('quote: It never ends');
    expect(await after('kano_add_evidence', { ...entry, persona: 'member' }, once)).toContain('persona: member');
  });

  it.each([
    [{ source: 'x', date: '2026-08-31' }, /Say what it says: complaints,/],
    [{ source: 'x', date: '2026-08-31', complaints: 0, neutral: 0, note: ' ' }, /Say what it says: complaints,/],
    [{ source: 'x', complaints: 1 }, /“date” is missing\./],
    [{ source: 'x', date: 'yesterday', complaints: 1 }, /would have an error/],
    [{ source: 'x', date: '2026-11-29', complaints: 1 }, /2026-11-29 is after today, 2026-11-28, .*Give the newest day/],
    [{ source: 'x', date: '2026-13-45', complaints: 1 }, /would have an error/],
    [{ source: 'x', date: '2026-08-31', complaints: -1 }, /“complaints” must be a whole number from 0/],
    [{ source: 'x', date: '2026-08-31', complaints: 1, persona: 'nobody' }, /would have an error: .*nobody/],
    [{ source: 'x', date: '2026-08-31', counts: { M: 3 } }, /Answers are never written by a tool/],
  ])('refuses %j', async (input, reason) => {
    const answer = await ask(files, 'kano_add_evidence', { id: 'f', ...input });
    expect(answer).toMatch(/^Refused: /);
    expect(answer).toMatch(reason);
  });
});

describe('a change', () => {
  it('shows what stays between', async () => {
    const between = filesOf({ 'a.kano.yaml': `${head}  - id: f\n    title: F\n    touchpoints: [search]\n    owner: me\n` });
    const change = await plan(between, 'kano_set_feature', { id: 'f', status: 'planned', effort: 1, owner: 'you' });
    expect(changeText(change)).toBe(
      `a.kano.yaml:12\n+     status: planned\n      touchpoints: [search]\n-     owner: me\n+     effort: 1\n+     owner: you`,
    );
  });

  it('is shown as the lines that it takes away and brings', async () => {
    const change = await plan(files, 'kano_set_feature', { id: 'f', status: 'planned', effort: 1 });
    const apart = await plan(files, 'kano_set_feature', { id: 'f', effort: 1, links: ['A'] });
    expect(changeText({ ...change, after: apart.after })).toBe('a.kano.yaml:13\n+     effort: 1\n+     links: [A]');
    expect(changeText(change)).toBe(`a.kano.yaml:12
-     status: idea   # for now
+     status: planned   # for now
+     effort: 1`);
  });

  it('is one edit that gives the same text, whatever the line breaks', async () => {
    for (const text of [
      head + feature,
      (head + feature).replaceAll('\n', '\r\n'),
      (head + feature).trimEnd(),
      `${head}  - { id: f, title: 😀 }`,
    ]) {
      const inputs = [{ status: 'planned' }, { owner: '😁' }, { links: ['A'] }, { effort: 3, status: 'shipped' }];
      for (const input of inputs) {
        const change = await plan(filesOf({ 'a.kano.yaml': text }), 'kano_set_feature', { id: 'f', ...input });
        const edit = editBetween(change.before.text, change.after.text);
        expect(updateModel(change.before, textChanges([edit])).text).toBe(change.after.text);
        expect(edit.newText.length).toBeLessThan(120);
      }
    }
  });
});
