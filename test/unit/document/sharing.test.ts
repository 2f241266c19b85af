import { describe, expect, it } from 'vitest';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { read, shown } from './shown.ts';

const text = `kano: 1
product: P
touchpoints: [{ id: t, name: T }]
features:
  - id: a
    title: A
  - id: b
    title: B
  - id: c
    title: C
surveys:
- { id: s, date: 2026-01-01 }
`;

describe('items that an edit did not touch stay the same objects', () => {
  const before = read(text);

  it.each<[string, number, number, string, (string | null)[]]>([
    ['typing in a title', 7, 12, 'x', ['a', null, 'c']],
    ['a line break in an item', 7, 12, '\n', ['a', null, 'c']],
    ['a quote that does not end', 7, 11, '"', ['a', null, 'c']],
    ['a new item between', 8, 0, '  - id: new\n    title: New\n', ['a', 'b', null, 'c']],
    ['a comment above the first item', 4, 0, '# comment\n', ['a', 'b', 'c']],
    ['the product name', 1, 10, 'x', ['a', 'b', 'c']],
    ['a line above everything', 0, 0, '# comment\n', ['a', 'b', 'c']],
    ['a survey', 11, 3, ' ', ['a', 'b', 'c']],
  ])('%s', (_, line, character, insert, expected) => {
    const after = updateModel(before, [{ range: { start: { line, character }, end: { line, character } }, text: insert }]);
    const known = new Map(before.list('features').map((item) => [item, item.value.id]));
    expect(after.list('features').map((item) => known.get(item) ?? null)).toEqual(expected);
    expectPlacesMoved(after);
  });

  it('also in lists that are written in flow style, as long as nothing around the items changes', () => {
    const after = updateModel(before, [{ range: { start: { line: 7, character: 12 }, end: { line: 7, character: 12 } }, text: 'x' }]);
    expect(after.list('touchpoints')[0]).toBe(before.list('touchpoints')[0]);
    expect(after.frame).toBe(before.frame);
  });

  it('also in the lists around one that lost its key, though the whole file is cut again', () => {
    const after = updateModel(before, [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: 'x-' }]);
    expect(after.list('features')).toEqual([]);
    expect(after.list('surveys')[0]).toBe(before.list('surveys')[0]);
  });

  it('and all are gone when all were deleted, with the frame in one piece', () => {
    const after = updateModel(before, [{ range: { start: { line: 4, character: 0 }, end: { line: 10, character: 0 } }, text: '' }]);
    expect(after.list('features')).toEqual([]);
    expect(after.list('surveys')[0]).toBe(before.list('surveys')[0]);
    expect(shown(after, after.rangeOfKey(['surveys']))).toBe('4:0-7 surveys');
  });
});

it('a range of another version is refused, not guessed', () => {
  const before = read(text);
  const [, second] = before.list('features');
  const after = updateModel(before, [{ range: { start: { line: 6, character: 0 }, end: { line: 8, character: 0 } }, text: '' }]);
  expect(second && before.beginningOf(second).start.line).toBe(6);
  expect(() => second && after.beginningOf(second)).toThrow('another version');
});

function expectPlacesMoved(model: KanoModel): void {
  for (const item of model.list('features').filter(({ value }) => value.id !== undefined)) {
    expect(shown(model, item.rangeOf(['id']))).toMatch(new RegExp(` ${item.value.id}$`));
  }
}
