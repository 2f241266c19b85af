import { expect, it } from 'vitest';
import { settingsCompletion } from '../../../../src/languageFeatures/completion/completion.ts';
import { defaultSeverities } from '../../../../src/problems/index.ts';
import { applied } from './accept.ts';

function offersAt(marked: string) {
  const offset = marked.indexOf('‸');
  const before = marked.slice(0, offset).split('\n');
  const text = marked.replace('‸', '');
  return { text, items: settingsCompletion(text, { line: before.length - 1, character: before.at(-1)?.length ?? 0 }).items };
}

it.each([
  ['‸', ['$schema', 'rules', 'analysis', 'exclude', 'freshFor']],
  ['rules: {}\n‸', ['$schema', 'analysis', 'exclude', 'freshFor']],
  ['rules:\n  kano/small-sample: ‸', ['off', 'hint', 'info', 'warning', 'error']],
  ['rules: { kano/small-sample: o‸ }', ['off', 'hint', 'info', 'warning', 'error']],
  ['analysis:\n  rule: ‸\n', ['mode', 'berger', 'lead']],
  ['analysis:\r\n  rule: mode\r\n  ‸\r\n', ['table', 'lead', 'order']],
  ['other:\n  ‸', []],
])('offers in %j', (marked, labels) => {
  expect(offersAt(marked).items.map(({ label }) => label)).toEqual(labels);
});

it('offers every problem code once, with the severity that it has', () => {
  const { items } = offersAt('rules:\n  kano/schema: off\n  kano/s‸\n');
  expect(items).toHaveLength(Object.keys(defaultSeverities).length - 1);
  expect(items.find(({ label }) => label === 'kano/small-sample')).toMatchObject({ detail: 'info', command: {} });
});

it.each([
  ['rul‸', 'rules', 'rules:\n  '],
  ['rules:\n  kano/sma‸', 'kano/small-sample', 'rules:\n  kano/small-sample: '],
  ['rules:\n  kano/small-sample:‸', 'off', 'rules:\n  kano/small-sample: off'],
  ['# kano-disable-file ‸', 'kano/schema', '# kano-disable-file kano/schema'],
])('puts in at %j: %s', (marked, label, result) => {
  const { text, items } = offersAt(marked);
  const item = items.find((candidate) => candidate.label === label);
  expect(item && applied(text, item)).toBe(result);
});
