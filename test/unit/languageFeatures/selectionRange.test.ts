import { expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { readModel } from '../../../src/document/readModel.ts';
import { selectionRange } from '../../../src/languageFeatures/selectionRange.ts';
import { marked, textIn } from './marked.ts';

const head = 'kano: 1\nproduct: Shop\n';

/** The texts that a growing selection takes in, without the whole file at the end. */
function steps(content: string): string[] {
  const { text, position } = marked(content);
  const texts: string[] = [];
  for (let step: SelectionRange | undefined = selectionRange(readModel('a', text), position); step; step = step.parent) {
    texts.push(textIn(text, step.range));
  }
  expect(texts.pop()).toBe(text);
  return texts;
}

const list = 'features:\n  - id: a\n    title: "A b"\n    question:\n      functional: If?\n\n  # next\n  - { id: b, tags: [x, yy] }';

it('grows from a text to its value, pair, item, list and file', () => {
  const first = '- id: a\n    title: "A b"\n    question:\n      functional: If?';
  const values = first.slice(2);
  expect(steps(`${head}${list.replace('"A b', '"A |b')}\n`)).toEqual(['A b', '"A b"', 'title: "A b"', values, first, list]);
  expect(steps(`${head}${list.replace('If?', 'I|f?')}\n`)).toEqual([
    'If?',
    'functional: If?',
    'question:\n      functional: If?',
    values,
    first,
    list,
  ]);
  expect(steps(`${head}${list.replace('functional', 'func|tional')}\n`).slice(0, 2)).toEqual(['functional', 'functional: If?']);
});

it('grows in flow style', () => {
  expect(steps(`${head}${list.replace('yy', 'y|y')}\n`)).toEqual([
    'yy',
    '[x, yy]',
    'tags: [x, yy]',
    '{ id: b, tags: [x, yy] }',
    '- { id: b, tags: [x, yy] }',
    list,
  ]);
  expect(steps('{ kano: 1, stages: [{ id: |a }] }')).toEqual(['a', 'id: a', '{ id: a }', '[{ id: a }]', 'stages: [{ id: a }]']);
});

it('grows from the key of a list, and with CRLF', () => {
  expect(steps(`${head}${list.replace('features', 'fea|tures')}\n`).slice(0, 3)).toEqual(['features', 'features:', list]);
  const windows = `${head}${list.replace('"A b', '"A |b')}\n`.replaceAll('\n', '\r\n');
  expect(steps(windows).slice(0, 3)).toEqual(['A b', '"A b"', 'title: "A b"']);
});

it('is the whole file where nothing is written, and never throws', () => {
  for (const text of ['|', '\n|\n', `${head}|\n`, '[|', `${head}features:\n  -| \n`, `${head}features:\n  - "|`]) {
    const { text: plain, position } = marked(text);
    expect(selectionRange(readModel('a', plain), position)).toHaveProperty('range');
  }
});
