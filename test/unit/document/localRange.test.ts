import { describe, expect, it } from 'vitest';
import type { Path } from '../../../src/document/yaml/node.ts';
import { read, shown } from './shown.ts';

const text = `# 注释
kano: 1
product: "Shop 😀" # the name
uses: [ a.kano.yaml, 'b.kano.yaml' ]
analysis:
  rule: lead
features:
  - id: a
    title: 搜索 😀 works # comment
    description: >
      Folded
      text
    tags: [x, "y z"]
    status:
    question:
      functional: multi
        line
    tallies:
      - survey: s
        counts: { M: 5, "O": 6 }

  - { "id": 'b', title: B, tally: { M: 40 } }
  -
`;

describe.each([
  ['\n', text],
  ['\r\n', text.replaceAll('\n', '\r\n')],
  ['a byte-order mark', `\uFEFF${text}`],
])('places, with %j', (_, written) => {
  const model = read(written);
  const [block, flow, empty] = model.list('features');

  it.each<[Path, string, string]>([
    [['kano'], '1:6-7 1', '1:0-4 kano'],
    [['product'], '2:9-18 "Shop 😀"', '2:0-7 product'],
    [['uses'], "3:6-36 [ a.kano.yaml, 'b.kano.yaml' ]", '3:0-4 uses'],
    [['uses', 1], "3:21-34 'b.kano.yaml'", "3:21-34 'b.kano.yaml'"],
    [['analysis'], '5:2-6 rule', '4:0-8 analysis'],
    [['analysis', 'rule'], '5:8-12 lead', '5:2-6 rule'],
    [['analysis', 'none'], '5:2-6 rule', '5:2-6 rule'],
  ])('at the top, %j', (path, value, key) => {
    expect(shown(model, model.rangeOf(path))).toBe(value);
    expect(shown(model, model.rangeOfKey(path))).toBe(key);
  });

  it.each<[Path, string, string]>([
    [[], '7:4-6 id', '7:4-6 id'],
    [['id'], '7:8-9 a', '7:4-6 id'],
    [['title'], '8:11-22 搜索 😀 works', '8:4-9 title'],
    [['description'], '9:17-18 >', '9:4-15 description'],
    [['tags', 1], '12:14-19 "y z"', '12:14-19 "y z"'],
    [['status'], '13:4-10 status', '13:4-10 status'],
    [['question', 'functional'], '15:18-23 multi', '15:6-16 functional'],
    [['tallies', 0], '18:8-14 survey', '18:8-14 survey'],
    [['tallies', 0, 'counts', 'O'], '19:29-30 6', '19:24-27 "O"'],
    [['tallies', 3, 'counts'], '18:8-14 survey', '18:8-14 survey'],
  ])('in a block item, %j', (path, value, key) => {
    expect(block && shown(model, block.rangeOf(path))).toBe(value);
    expect(block && shown(model, block.rangeOfKey(path))).toBe(key);
  });

  it('in flow items and beside a dash', () => {
    expect(flow && shown(model, flow.rangeOfId)).toBe("21:12-15 'b'");
    expect(flow && shown(model, flow.rangeOf(['tally', 'M']))).toBe('21:39-41 40');
    expect(flow && shown(model, flow.rangeOf([]))).toBe(`21:4-45 { "id": 'b', title: B, tally: { M: 40 } }`);
    expect(empty && shown(model, empty.rangeOfId)).toBe('22:2-3 -');
  });
});

describe('places of what aliases and merge keys bring in', () => {
  const model = read(`kano: 1
x-base: &base
  id: base
  status: planed
features:
  - &first
    id: first
    title: First
    tallies: &tallies
      - counts: { M: 1 }
  - <<: *base
    title: Second
    tallies: *tallies
  - *first
  - <<: [*base, *first]
    id: third
`);
  const [, second, alias, third] = model.list('features');

  it('holds what they stand for', () => {
    expect(second?.value).toEqual({ id: 'base', title: 'Second', tallies: [{ counts: { M: 1 } }] });
    expect(alias?.value).toEqual({ id: 'first', title: 'First', tallies: [{ counts: { M: 1 } }] });
    expect(third?.value).toEqual({ id: 'third', title: 'First', tallies: [{ counts: { M: 1 } }] });
  });

  it('points at what the author wrote', () => {
    expect(second && shown(model, second.rangeOf(['status']))).toBe('3:10-16 planed');
    expect(second && shown(model, second.rangeOf(['tallies']))).toBe('12:13-21 *tallies');
    expect(second && shown(model, second.rangeOf(['tallies', 0, 'counts', 'M']))).toBe('9:21-22 1');
    // Two items must not be told apart by one place: an id from elsewhere is none of their own.
    expect(second && shown(model, second.rangeOfId)).toBe('11:4-9 title');
    expect(alias && shown(model, alias.rangeOf([]))).toBe('13:4-10 *first');
    expect(alias && shown(model, alias.rangeOfId)).toBe('13:4-10 *first');
    expect(third && shown(model, third.rangeOfId)).toBe('15:8-13 third');
  });
});
