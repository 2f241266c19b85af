import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isHostMessage } from '../../../src/page/protocol.ts';
import { fixtures, kano, temporaryFolder } from './command.ts';
import { fine, folderWith, git, startGit } from './folder.ts';

const temporary = temporaryFolder();
const shop = join(fixtures, 'shop');
const expected = (name: string) => join(fixtures, 'expected', name);

/** The files in a page, as it reads them. */
function filesIn(page: string) {
  const json = /<script type="application\/json" id="kano-files">(.*)<\/script>/.exec(page)?.[1] ?? '';
  return JSON.parse(json);
}

/** The page that the command writes. */
async function pageOf(folder: string, ...parameters: string[]): Promise<string> {
  const { output } = await kano(folder, ['report', ...parameters, '-o', 'report.html']);
  expect(output).toBe('');
  return readFileSync(join(folder, 'report.html'), 'utf8');
}

function committed(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(temporary(), files);
  startGit(folder);
  git(folder, 'add', '.');
  git(folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'Begin');
  return folder;
}

describe('kano report', () => {
  it.each([
    ['report-shop.md', ['report', 'shop.kano.yaml', '--format', 'markdown']],
    ['report-all.zh-cn.md', ['report', '--format', 'markdown', '--lang', 'zh-cn']],
  ])('says what to decide: %s', async (name, parameters) => {
    const { output, errors, code } = await kano(shop, parameters);
    await expect(output).toMatchFileSnapshot(expected(name));
    expect([errors, code]).toEqual(['', 0]);
  });

  it('names what changed since a revision, in requirement terms', async () => {
    const folder = committed({ 'a.kano.yaml': fine });
    writeFileSync(
      join(folder, 'a.kano.yaml'),
      fine.replace('M: 60, O: 10, A: 10, I: 20', 'M: 10, O: 10, A: 60, I: 20').replace(' }]', ' }, { id: b, title: B }]'),
    );
    const { output } = await kano(folder, ['report', '--since', 'HEAD', '--format', 'markdown']);
    const since = output.slice(output.indexOf('## What changed since HEAD'), output.indexOf('## What is unsure'));
    expect(since).toContain('- ▲\u00A0A: Must-be → Attractive');
    expect(since).toContain('- ○\u00A0B: added');
    expect(since).toContain('In all: 1 category moved');
    const { output: same } = await kano(committed({ 'a.kano.yaml': fine }), ['report', '--since', 'HEAD', '--format', 'markdown']);
    expect(same).toContain('Nothing changed in requirement terms.');
    const outside = await kano(folderWith(temporary(), { 'a.kano.yaml': fine }), ['report', '--since', 'HEAD', '--format', 'markdown']);
    expect([outside.code, outside.errors]).toEqual([
      2,
      'kano: --since compares with a revision in Git, and this folder is in no Git repository.\n',
    ]);
  });

  it('names what changed on the journey too, a line each, and calls nothing unchanged that kano diff names', async () => {
    const text = `kano: 1
product: P
personas: [{ id: guest, name: Guest }]
touchpoints: [{ id: till, name: Till, emotion: 1 }]
features: [{ id: a, title: A }]
metrics:
  - { id: repeat, name: Repeat, kind: repeat-purchase-rate, readings: [{ date: 2026-03-31, value: 24 }] }
  - { id: returns, name: Returns, better: lower, readings: [{ date: 2026-03-31, value: 10 }] }
`;
    const folder = committed({ 'a.kano.yaml': text });
    const since = async (now: string) => {
      writeFileSync(join(folder, 'a.kano.yaml'), now);
      const { output } = await kano(folder, ['report', '--since', 'HEAD', '--format', 'markdown']);
      return output.slice(output.indexOf('## What changed since HEAD'), output.indexOf('## What is unsure'));
    };
    const grown = text
      .replace('name: Guest', 'name: Guest, needs: [{ id: quick, need: speed }]')
      .replace('title: A', 'title: A, evidence: [{ source: reviews, complaints: 7 }]');
    expect(await since(grown)).toBe(`## What changed since HEAD

- Pains and needs: speed (new)
- Evidence: A (7 mentions)

In all: 1 new need and evidence of 1 feature changed

`);
    const moved = grown
      .replace('value: 24 }', 'value: 24 }, { date: 2026-09-30, value: 29 }')
      .replace('value: 10 }', 'value: 10 }, { date: 2026-09-30, value: 12 }')
      .replace('emotion: 1', 'emotion: -1, pains: [slow]');
    expect(await since(moved)).toContain(`
- Metrics: Returns (worse), Repeat (better)
- Emotions: Till (+1 → −1)
- Pains and needs: speed (new), slow (new)
- Evidence: A (7 mentions)
`);
    expect(await since(text.replace('title: A', 'title: A, effort: 2'))).toContain('Also edited: effort 1');
    expect(await since(`${text}# Nothing else\n`)).toContain('Nothing changed in requirement terms.');
  });

  it('calls nothing clear that is not: few answers, answers that cannot be counted, files in conflict', async () => {
    const features = '[{ id: a, title: A, tally: { M: 9, O: 2 } }, { id: b, title: B, tally: { M: 40, O: two } }]';
    const unclear = folderWith(temporary(), { 'a.kano.yaml': `kano: 1\nproduct: P\nfeatures: ${features}\n` });
    const { output } = await kano(unclear, ['report', '--format', 'markdown']);
    const unsure = output.slice(output.indexOf('## What is unsure'));
    expect(unsure).toMatch(/A: .*fewer than 30 answers: \d+ more to go/);
    expect(unsure).toMatch(/B: tally has an error/);
    expect(unsure).toContain('a.kano.yaml');
    expect(unsure).not.toContain('The answers are clear');

    const folder = committed({ 'a.kano.yaml': fine });
    writeFileSync(join(folder, 'a.kano.yaml'), `<<<<<<< ours\n${fine}=======\n${fine}>>>>>>> theirs\n`);
    const { output: torn } = await kano(folder, ['report', '--since', 'HEAD', '--format', 'markdown']);
    expect(torn).toContain('Not compared, because a merge conflict is open.');
    expect(torn).not.toContain('Nothing changed');
    expect((await kano(folder, ['report', '--since', 'HEAD..HEAD', '--format', 'markdown'])).code).toBe(2);
  });

  it('calls nothing clear that nobody was asked about, or that personas see differently', async () => {
    const unsureIn = async (features: string) => {
      const text = `kano: 1\nproduct: P\npersonas: [{ id: guest, name: Guest }, { id: member, name: Member }]\nfeatures: [${features}]\n`;
      const { output } = await kano(folderWith(temporary(), { 'a.kano.yaml': text }), ['report', '--format', 'markdown']);
      return output.slice(output.indexOf('## What is unsure'));
    };
    expect(await unsureIn('{ id: a, title: A, assumed: M }')).toBe(
      '## What is unsure\n\nNobody was asked about A: ask at least 30 customers.\n',
    );
    expect(await unsureIn('{ id: a, title: A, assumed: M, tally: { M: two } }')).toMatch(/A: tally has an error/);
    expect(await unsureIn('{ id: a, title: A, tally: { M: 90, I: 10 } }')).toContain('The answers are clear for every open feature.');
    expect(await unsureIn('{ id: a, title: A, status: shipped }')).not.toContain('The answers are clear');
    const divided = '{ persona: guest, counts: { M: 60, I: 10 } }, { persona: member, counts: { M: 2, I: 30 } }';
    expect(await unsureIn(`{ id: a, title: A, tallies: [${divided}] }`)).toMatch(/A: .*; Guest: Must-be, Member: Indifferent/);
  });

  it('says what is needed first, and does not advise against what wanted features need', async () => {
    const features = `
  - { id: y, title: Y, tally: { M: 90, I: 10 }, dependsOn: [x] }
  - { id: x, title: X, tally: { M: 2, I: 98 }, dependsOn: [w] }
  - { id: w, title: W, tally: { R: 90, I: 10 } }
  - { id: v, title: V, tally: { M: 2, I: 98 }, dependsOn: [u] }
  - { id: u, title: U, tally: { M: 2, I: 98 } }
`;
    const folder = folderWith(temporary(), { 'a.kano.yaml': `kano: 1\nproduct: P\nfeatures:${features}` });
    const { output } = await kano(folder, ['report', '--format', 'markdown']);
    expect(output).toMatch(/1\. .*Y: .*; needs “X”\n/);
    const skipped = output.slice(output.indexOf('## Do not build'), output.indexOf('## What is unsure'));
    expect([...skipped.matchAll(/([A-Z]): (?:Indifferent|Reverse)/g)].map(([, name]) => name)).toEqual(['U', 'V']);
  });

  it('says which metrics moved since features shipped, a line each, what got worse first, and that this is no cause', async () => {
    const text = `kano: 1
product: P
features:
  - { id: b, title: Invoices, status: shipped, shipped: 2026-07-01, moves: [repeat, returns] }
  - { id: a, title: Pay later, status: shipped, shipped: 2026-06-01, moves: [repeat] }
metrics:
  - id: repeat
    name: Repeat purchase rate
    kind: repeat-purchase-rate
    readings: [{ date: 2026-03-31, value: 24 }, { date: 2026-09-30, value: 29 }]
  - { id: returns, name: Returns, better: lower, readings: [{ date: 2026-03-31, value: 10 }, { date: 2026-09-30, value: 12 }] }
  - id: queue
    name: Queue
    better: lower
    readings: [{ date: 2026-01-31, value: 1 }, { date: 2026-02-28, value: 2 }, { date: 2026-03-31, value: 3 }]
  - { id: revenue, name: Revenue, kind: revenue, readings: [{ date: 2026-03-31, value: 100 }, { date: 2026-09-30, value: 125 }] }
`;
    const { output } = await kano(folderWith(temporary(), { 'a.kano.yaml': text }), ['report', '--format', 'markdown']);
    expect(output.slice(output.indexOf('## Which metrics moved'))).toBe(`## Which metrics moved

- Returns: 10 → 12 (+20%), worse, since “Invoices” (2026-07-01) shipped
- Repeat purchase rate: 24% → 29% (+21%), better, since “Pay later” (2026-06-01) and “Invoices” (2026-07-01) shipped
- Queue: 2 → 3 (+50%), worse, 2026-02-28 to 2026-03-31; the newest two readings are worse
- Revenue: 100 → 125 (+25%), better, 2026-03-31 to 2026-09-30

“Since” says when, not why.
`);
  });

  it('is one page that may load and send nothing, the same byte for byte, and knows no folder of the machine', async () => {
    const folder = folderWith(temporary(), {
      'shop/a.kano.yaml': `uses: [b.kano.yaml]\n${fine}`,
      'shop/b.kano.yaml': 'kano: 1\nproduct: B\n',
    });
    const output = await pageOf(folder, 'shop');
    rmSync(join(folder, 'report.html'));
    expect(await pageOf(folder, 'shop')).toBe(output);
    expect(output).not.toContain(folder);
    expect(output).not.toContain(temporary());

    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(output)?.[1]?.replaceAll('&apos;', "'").replaceAll('&#39;', "'") ?? '';
    expect(policy).toContain("default-src 'none'");
    const script = output.slice(output.indexOf('</script>\n<script>') + 18, output.lastIndexOf('</script>'));
    const styles = /<style>(.*?)<\/style>/s.exec(output)?.[1] ?? '';
    for (const [name, content] of [
      ['script-src', script],
      ['style-src', styles],
    ] as const)
      expect(policy).toContain(`${name} 'sha256-${createHash('sha256').update(content).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');

    const message = filesIn(output);
    expect(isHostMessage(message)).toBe(true);
    expect(message.links.opened).toBe('report:///a.kano.yaml');
    expect(message.links.uses[0].to.uri).toBe(message.files[1].uri);
  });

  it('has every language in one file: what is read first in the language of the command, the others hidden', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine });
    for (const [language, locale, shown, hidden] of [
      ['en', 'en', 'Build next', '接下来做'],
      ['zh-cn', 'zh-CN', '接下来做', 'Build next'],
    ] as const) {
      const output = await pageOf(folder, '--lang', language);
      expect(output).toContain(`<html lang="${locale}">`);
      const summaries = [...output.matchAll(/<section class="summary"([^>]*)>(.*?)<\/section>\n(?=<section class="summary|<noscript)/gs)];
      expect(summaries.map(([, attributes]) => attributes?.endsWith(' hidden'))).toEqual([false, true]);
      expect(summaries[0]?.[2]).toContain(shown);
      expect(summaries[0]?.[2]).not.toContain(hidden);
      expect(summaries[1]?.[2]).toContain(hidden);
      expect(filesIn(output).language).toBe(language);
      const translations = JSON.parse(/id="kano-translations">(.*)<\/script>/.exec(output)?.[1] ?? '');
      expect(translations['zh-cn']['Build order']).toBe('实施顺序');
      // What the command says goes on in its own language.
      expect((await kano(folder, ['lint', '--lang', language])).output).toContain(language === 'en' ? 'No problems' : '没有问题');
    }
  });

  it('links to the feature of the right file where products have features of the same id', async () => {
    const feature = (id: string) => `  - { id: ${id}, title: ${id} here, tally: { M: 60, O: 10, A: 10, I: 20 } }\n`;
    const folder = folderWith(temporary(), {
      'one/a.kano.yaml': `kano: 1\nproduct: One\nfeatures:\n${feature('login')}${feature('alone')}`,
      'two/b c.kano.yaml': `kano: 1\nproduct: Two\nfeatures:\n${feature('login')}`,
    });
    const output = await pageOf(folder);
    const summary = output.slice(0, output.indexOf('hidden>\n<h1>'));
    expect([...summary.matchAll(/<a data-link="(#[^"]*)"/g)].map(([, link]) => link?.replaceAll('&amp;', '&'))).toEqual([
      '#selected=alone',
      '#selected=login&file=one%2Fa.kano.yaml',
      '#selected=login&file=two%2Fb+c.kano.yaml',
    ]);
    const uris = filesIn(output).files.map(({ uri }: { uri: string }) => uri);
    expect(uris).toEqual(['report:///one/a.kano.yaml', 'report:///two/b%20c.kano.yaml']);
  });

  it('names files from their common folder, so that it is the same from any folder', async () => {
    const broken = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, effort: none }]\n';
    const folder = folderWith(temporary(), { 'secret/one/a.kano.yaml': broken, 'secret/two/b.kano.yaml': broken });
    const written = [];
    for (const [from, given] of [
      ['', 'secret'],
      ['secret/one', '..'],
    ] as const)
      for (const format of ['markdown', 'html']) {
        await kano(join(folder, from), ['report', given, '--format', format, '-o', join(folder, 'report')]);
        written.push(readFileSync(join(folder, 'report'), 'utf8'));
        rmSync(join(folder, 'report'));
      }
    const [markdown, page] = written;
    expect([written[2] === markdown, written[3] === page]).toEqual([true, true]);
    expect(markdown).toContain('# P (one/a.kano.yaml)');
    expect(markdown).toContain('errors in one/a.kano.yaml (1 error)');
    expect(page?.includes('<h1>P (two/b.kano.yaml)</h1>')).toBe(true);
    expect(page?.includes('secret/')).toBe(false);
  });

  it('holds 100 features in at most 700 kB, in either language', async () => {
    const features = Array.from(
      { length: 100 },
      (_, index) =>
        `  - { id: f${index}, title: Feature number ${index}, tally: { M: ${60 - (index % 50)}, O: 10, A: ${index}, I: 20 } }\n`,
    );
    const folder = folderWith(temporary(), { 'a.kano.yaml': `kano: 1\nproduct: P\nfeatures:\n${features.join('')}` });
    for (const language of ['en', 'zh-cn']) {
      expect(Buffer.byteLength(await pageOf(folder, '--lang', language))).toBeLessThan(700_000);
    }
  });

  it('shows titles as text, whatever they hold', async () => {
    const title = '</script><script>alert(1)</script><!-- & “quotes”';
    const text = `kano: 1\nproduct: ${JSON.stringify(title)}\nfeatures: [{ id: "a\\"><b", title: ${JSON.stringify(title)}, tally: { M: 60, O: 10, A: 10, I: 20 } }]\n`;
    const output = await pageOf(folderWith(temporary(), { 'a.kano.yaml': text }));
    expect(output).not.toContain('<script>alert');
    expect(output).not.toContain('<b"');
    expect(filesIn(output).files[0].text).toBe(text);
  });

  it('overwrites nothing but a report', async () => {
    const folder = folderWith(temporary(), {
      'a.kano.yaml': fine,
      'page.html': '<!doctype html>\n<title>Mine</title>\n',
      'mine.md': '# Mine\n',
    });
    for (const name of ['page.html', 'mine.md']) {
      const { code, errors } = await kano(folder, ['report', '-o', name]);
      expect([code, errors]).toEqual([
        2,
        `kano: ${name} was not written by “kano report”, so it is not overwritten. Delete it first, or name another file after -o.\n`,
      ]);
    }
    for (const name of ['report.html', 'report.md']) {
      for (const _ of [1, 2]) expect((await kano(folder, ['report', '-o', name])).code).toBe(0);
      expect(readFileSync(join(folder, name), 'utf8')).toMatch(
        name === 'report.md' ? /^# Web shop: what to decide\n/ : /^<!doctype html>\n<!-- Written by kano report. -->\n/,
      );
    }
  });

  it('says that there is nothing to report on', async () => {
    const { code, errors } = await kano(folderWith(temporary(), { 'README.md': '' }), ['report', '-o', 'a.html']);
    expect(code).toBe(2);
    expect(errors).not.toBe('');
  });

  it('prints no page: without its control characters the script would not run', async () => {
    const { code, output, errors } = await kano(folderWith(temporary(), { 'a.kano.yaml': fine }), ['report']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toBe('kano: A page goes into a file. Name it with -o report.html, or choose --format markdown.\n');
  });
});
