import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateFile } from '../../../generated/validators.js';
import { failures } from './failures.ts';

const complete = readFileSync(new URL('../../fixtures/format/complete.kano.yaml', import.meta.url), 'utf8');

describe('validateFile', () => {
  it('accepts a file that uses every key', () => {
    expect(failures(validateFile, parse(complete))).toEqual([]);
  });

  it.each([
    ['the least there can be', 'kano: 1\nproduct: x'],
    ['empty lists', 'kano: 1\nproduct: x\npersonas: []\nstages: []\ntouchpoints: []\nsurveys: []\nfeatures: []\nmetrics: []\nuses: []'],
    [
      'keys that begin with x-',
      'kano: 1\nproduct: x\nx-team: { a: 1 }\nanalysis: { x-why: null }\nfeatures: [{ id: a, title: A, tally: { x-from: [] } }]',
    ],
    ['$schema at the top', '$schema: ./schemas/kano.schema.json\nkano: 1\nproduct: x'],
    ['some of the analysis settings', 'kano: 1\nproduct: x\nanalysis: { rule: berger }'],
    ['items of any kind, which have validators of their own', 'kano: 1\nproduct: x\nstages: [discover]\nfeatures: [{ id: b }]'],
    ['paths that the resolver is to judge', 'kano: 1\nproduct: x\nuses: [/etc/passwd, notes.txt]'],
  ])('accepts %s', (_what, text) => {
    expect(failures(validateFile, parse(text))).toEqual([]);
  });

  it.each([
    ['an empty mapping', '{}', ['required kano', 'required product']],
    ['nothing', '', ['type object']],
    ['a list', '[]', ['type object']],
    ['another version', 'kano: 2\nproduct: x', ['/kano const 1']],
    ['a version in quotes', 'kano: "1"\nproduct: x', ['/kano const 1']],
    ['an empty product', 'kano: 1\nproduct: ""', ['/product minLength 1']],
    ['a product that is a number', 'kano: 1\nproduct: 2048', ['/product type string']],
    ['a list left empty', 'kano: 1\nproduct: x\nfeatures:', ['/features type array']],
    ['one path in place of a list', 'kano: 1\nproduct: x\nuses: a.kano.yaml', ['/uses type array']],
    ['an unknown key', 'kano: 1\nproduct: x\nfeature: []', ['additionalProperties feature']],
    [
      'a key of every object',
      'kano: 1\nproduct: x\nconstructor: 1\nhasOwnProperty: 1',
      ['additionalProperties constructor', 'additionalProperties hasOwnProperty'],
    ],
    ['$schema elsewhere', 'kano: 1\nproduct: x\nanalysis: { $schema: x }', ['/analysis additionalProperties $schema']],
    ['an unknown setting', 'kano: 1\nproduct: x\nanalysis: { rules: mode }', ['/analysis additionalProperties rules']],
    ['an unknown rule', 'kano: 1\nproduct: x\nanalysis: { rule: median }', ['/analysis/rule enum mode,berger,lead']],
    ['a lead in per cent', 'kano: 1\nproduct: x\nanalysis: { lead: 6 }', ['/analysis/lead maximum 1']],
  ])('says where and why: %s', (_what, text, expected) => {
    expect(failures(validateFile, parse(text))).toEqual(expected);
  });
});
