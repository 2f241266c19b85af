import { expect, it } from 'vitest';
import { kano, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();

/** Every problem of the journey's keys, and mistakes in those keys themselves. Invented. */
const shop = `kano: 1
product: Shop
personas:
  - { id: guest, name: Guest, needs: [{ id: no-account, need: orders without signing up }] }
surveys:
  - { id: old, title: Old, date: 2023-01-15 }
touchpoints:
  - id: till
    name: Checkout
    moment: choosing
    personas: [nobody]
    emotions: [{ date: 2026-03-31, value: -2, persona: visitor }]
    pains: [{ id: account, pain: an account is required }]
  - { id: club, name: Club, emotion: 1, emotions: [{ date: 2026-03-31, value: -3 }] }
valueChain:
  - { activity: service, bottlenecks: [{ id: carrier, bottleneck: one carrier only }] }
features:
  - id: pay
    title: Pay
    touchpoints: [till]
    serves: [nothing]
    relieves: [no-pain]
    moves: [no-metric]
    tallies: [{ survey: old, counts: { M: 60, O: 5 } }]
    evidence:
      - { source: reviews, date: 2023-02-01, complaints: 2, compliments: 400, persona: someone, touchpoint: nowhere }
  - { id: b, title: B, evidence: [{ source: reviews, complaints: 300, compliments: 30 }] }
  - { id: c, title: C, evidence: [{ source: reviews, complaints: 200, compliments: 30 }] }
  - { id: d, title: D, status: shipped, shipped: 2026-06-01, moves: [repeat] }
metrics:
  - { id: repeat, name: Repeat, kind: repeat-purchase-rate, persona: nobody-else, readings: [{ date: 2023-01-31, value: 30 }, { date: 2023-02-28, value: 25 }, { date: 2023-03-31, value: 24 }] }
  - { id: nps, name: NPS, kind: net-promoter-score, readings: [{ date: 2026-03-31, value: 140 }] }
`;

it('annotates problems of the journey on GitHub at their place', async () => {
  const folder = folderWith(temporary(), { 'shop.kano.yaml': shop });
  const { code, output } = await kano(folder, ['lint', '--format', 'github', '--as-of', '2026-10-01', 'shop.kano.yaml']);
  expect(code).toBe(1);
  const lines = shop.split('\n');
  const marked = [
    ...output.matchAll(/^::(\w+) file=shop\.kano\.yaml,line=(\d+),endLine=\2,col=(\d+),endColumn=(\d+),title=kano\/([\w-]+)::/gm),
  ].map(
    ([, level, line, start, end, name]) => `${level} ${name} ${line}: ${lines[Number(line) - 1]?.slice(Number(start) - 1, Number(end))}`,
  );
  expect(marked.filter((each) => !/not-surveyed|unused-definition/.test(each))).toEqual([
    'error unknown-reference 11: nobody',
    'error unknown-reference 12: visitor',
    'error schema 14: club',
    'error schema 14: -3',
    'error unknown-reference 21: nothing',
    'error unknown-reference 22: no-pain',
    'error unknown-reference 23: no-metric',
    'error unknown-reference 26: someone',
    'error unknown-reference 26: nowhere',
    'error unknown-reference 31: nobody-else',
    'error schema 32: 140',
    'warning moment-at-risk 10: choosing',
    'warning metric-worsened 31: repeat',
    'notice unrelieved-pain 13: account',
    'notice unrelieved-pain 16: carrier',
    'notice evidence-contradicts 25: evidence',
    'notice unserved-need 4: no-account',
    'notice stale 6: 2023-01-15',
    'notice stale 25: evidence',
    'notice no-reading-since 29: repeat',
    'notice stale 31: repeat',
  ]);
});
