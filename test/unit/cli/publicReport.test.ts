import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kano, temporaryFolder } from './command.ts';
import { folderWith, git, startGit } from './folder.ts';

const temporary = temporaryFolder();

/** In every place of a file that is not for the public stands the word `secret`; in every other one stands none. */
const product = `# secret comment above
$schema: ../secret-schema.json
kano: 1   # secret comment beside
product: Web shop of shop@secret.example
description: secret description
x-secret: { secret: secret }
uses: [used-secret.kano.yaml, missing-secret.kano.yaml]
analysis: { rule: mode, x-secret: secret }
personas:
  - { id: guest, name: Guest, description: secret, needs: [fast delivery, { id: no-account, need: No account, x-secret: secret }], x-secret: secret }
stages:
  - &secret-anchor { id: buy, name: Buy, description: secret }
touchpoints:
  - id: checkout
    name: Checkout
    description: secret
    owner: "@secret"
    stage: buy
    emotions: [{ date: 2026-01-01, value: -1, x-secret: secret }]
    pains: [{ id: forced, pain: Forced account, x-secret: secret }]
valueChain:
  - { activity: service, owner: "@secret", bottlenecks: [{ id: slow, bottleneck: Slow, x-secret: secret }] }
surveys:
  - { id: s1, date: 2026-01-01, title: First, description: secret, wording: secret-wording }
  - { id: s2, date: 2026-06-01, wording: secret-wording }
features:
  # secret-kano: a comment between the features
  - id: a
    title: Pay as a guest, see https://secret.example/a?b=c or www.secret.example
    description: |
      secret
      lines
    owner: "@secret-owner"
    links: ["https://tracker.example/SECRET-1", SECRET-2]
    tracker: [SECRET-3, secret/secret#4]
    touchpoints: [checkout]
    serves: [no-account]
    question: { functional: secret question, dysfunctional: secret question }
    evidence:
      - { source: secret.csv, date: 2026-02-01, complaints: 40, compliments: 3, quote: secret quote, note: secret note, link: "https://secret.example" }
      - { source: secret source, note: secret note }
    tallies:
      - { survey: s1, counts: { M: 60, A: 20, O: 20 }, x-secret: secret }
      - { survey: s2, counts: { M: 10, A: 70, O: 20 } }
  - { id: b, title: Broken, tally: { M: 30, O: secret } }
  - { id: c, title: Unknown keys, stat: secret, ownr: "@secret", tally: { I: 60, M: 5 } } # secret
  - { id: d, title: [secret], tags: [fast] }
metrics:
  - { id: repeat, name: Repeat purchase, description: secret, kind: repeat-purchase-rate, readings: [{ date: 2026-01-01, value: 20, x-secret: secret }] }
secrets: [secret]
`;
const used = 'kano: 1\ndescription: secret\nfeatures: [{ id: u, title: Used, owner: "@secret", tally: { M: 50, O: 10 } }]\n';

function secretFolder(): string {
  const folder = folderWith(temporary(), {
    'folder-secret/shop-secret.kano.yaml': product,
    'folder-secret/used-secret.kano.yaml': used,
    'folder-secret/another-secret.kano.yaml': 'kano: 1\nproduct: Web shop of shop@secret.example\nfeatures: []\n',
    '.kanorc.yaml': 'analysis: { order: value-per-effort }\nexclude: [secret/**]\n',
  });
  startGit(folder);
  git(folder, 'add', '.');
  git(folder, '-c', 'user.name=secret', '-c', 'user.email=a@secret', 'commit', '--quiet', '--message', 'secret');
  const path = join(folder, 'folder-secret', 'shop-secret.kano.yaml');
  // A survey, an owner and the name of the file of a feature change.
  writeFileSync(path, product.replace('M: 10, A: 70', 'M: 70, A: 10').replace('@secret-owner', '@secret-successor'));
  return folder;
}

describe('kano report --public', () => {
  it.each(['html', 'md'])('has not a byte of what is not for the public: %s', async (ending) => {
    const folder = secretFolder();
    for (const language of ['en', 'zh-cn']) {
      for (const since of [[], ['--since', 'HEAD']]) {
        const parameters = ['report', ...since, '-o', `report.${ending}`, '--lang', language];
        await kano(folder, parameters);
        expect(readFileSync(join(folder, `report.${ending}`), 'utf8')).toMatch(/secret/i);
        const { code } = await kano(folder, [...parameters, '--public']);
        const text = readFileSync(join(folder, `report.${ending}`), 'utf8');
        // The script of the page has words of its own.
        const own = text.replace(/<script>.*<\/script>/s, '');
        expect(own.match(/.{0,40}secret.{0,40}/gi)).toBeNull();
        expect(own).not.toContain('tracker.example');
        expect(own).not.toContain('ownr');
        expect(own).toContain('Pay as a guest, see …');
        expect(own).toContain(language === 'en' ? 'this report was made without owners' : '本报告不含负责人');
        // A file with errors says so outside, where only its author reads it.
        expect(code).toBe(1);
      }
    }
  });

  it('says the same about the product as the report for the team', async () => {
    const folder = secretFolder();
    const { output: inside } = await kano(folder, ['report', 'folder-secret/shop-secret.kano.yaml', '--since', 'HEAD', '-f', 'markdown']);
    const { output: outside } = await kano(folder, [
      ...['report', 'folder-secret/shop-secret.kano.yaml', '--since', 'HEAD', '-f', 'markdown', '--public'],
    ]);
    const lines = (text: string) => text.split('\n').filter((line) => /^(?:- |1\. |#)/.test(line) && !/https|@|untitled/.test(line));
    const shown = (text: string) => lines(text).filter((line) => !/Pay as a guest|Web shop|^#.*since /.test(line));
    expect(shown(outside)).toEqual(shown(inside));
    expect(inside).toContain('What changed since HEAD');
    expect(outside).toContain('What changed since the version before');
    expect(outside).not.toContain('HEAD');
    expect(outside).toContain('Attractive → Must-be');
  });
});
