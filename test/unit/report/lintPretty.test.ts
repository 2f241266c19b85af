import { describe, expect, it } from 'vitest';
import { lintedFile } from '../../../src/report/lint/lintedFile.ts';
import { lintPretty, type Paint, withoutColour } from '../../../src/report/lint/lintPretty.ts';
import { inLanguage } from '../terms/speak.ts';
import { analysed } from './analysed.ts';

const header = 'kano: 1\nproduct: Web shop\n';
const frameOf = (text: string) =>
  lintPretty([lintedFile(analysed(header + text))], withoutColour)
    .split('\n')
    .slice(2, 4);

describe('problems for a person to read', () => {
  it('marks the place', () => {
    expect(frameOf('features: [{ id: a, title: A, touchpoint: [b], tally: { M: 30 } }]\n')).toEqual([
      '  3 | features: [{ id: a, title: A, touchpoint: [b], tally: { M: 30 } }]',
      '    |                               ^^^^^^^^^^',
    ]);
  });

  it('marks the place after Chinese characters and tabs', () => {
    expect(frameOf('features: [{ id: a, title: 搜索\t, status: 完成, tally: { M: 30 } }]\n')).toEqual([
      '  3 | features: [{ id: a, title: 搜索 , status: 完成, tally: { M: 30 } }]',
      '    |                                           ^^^^',
    ]);
  });

  it('shows the neighbourhood in a long line', () => {
    const [line = '', marks = ''] = frameOf(
      `features: [{ id: a, title: ${'x'.repeat(5000)}, statsu: idea, owner: ${'y'.repeat(5000)}, tally: { M: 30 } }]\n`,
    );
    expect(line.length).toBeLessThan(140);
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('statsu');
    expect([line.slice(6, 8), line.at(-1)]).toEqual(['…x', '…']);
  });

  it('keeps control characters off the terminal', () => {
    const file = analysed(`${header}features: [{ id: a, title: A, "\\e[2J\u009B": 1 }]\n`, 'a\u001B.kano.yaml');
    expect(lintPretty([lintedFile(file)], withoutColour).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('colours what it is asked to colour', () => {
    const paint: Paint = {
      severity: (severity, text) => `<${severity}:${text}>`,
      quiet: (text) => `(${text})`,
      strong: (text) => `*${text}*`,
    };
    const text = lintPretty([lintedFile(analysed(`${header}features: [{ id: a, title: A, tally: { M: 9 } }]\n`))], paint);
    expect(text.split('\n')[0]).toBe('*shop.kano.yaml:3:18* <info:info> (kano/small-sample)');
  });

  it.each([
    ['', 'No problems in 1 file\n', '1 个文件中没有问题\n'],
    ['stages: 1\nmetrics: 1\n', '2 errors in 1 file\n', '1 个文件中有 2 个错误\n'],
  ])('sums up', (text, english, chinese) => {
    const say = () => lintPretty([lintedFile(analysed(header + text))], withoutColour);
    expect([say(), inLanguage('zh-cn', say)].map((each) => each.slice(each.lastIndexOf('\n', each.length - 2) + 1))).toEqual([
      english,
      chinese,
    ]);
  });
});
