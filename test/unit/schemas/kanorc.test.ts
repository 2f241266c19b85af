import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateKanorc } from '../../../generated/validators.js';
import analysisSchema from '../../../schemas/analysis.schema.json';
import schema from '../../../schemas/kanorc.schema.json';
import { failures } from './failures.ts';

const levels = 'off,hint,info,warning,error';

/** The published defaults. A change here is a change for everyone who relies on them. */
const defaults = {
  'kano/syntax': 'error',
  'kano/schema': 'error',
  'kano/duplicate-id': 'error',
  'kano/unknown-reference': 'error',
  'kano/unresolved-use': 'error',
  'kano/overlapping-tallies': 'error',
  'kano/dependency-cycle': 'error',
  'kano/reverse-planned': 'warning',
  'kano/must-be-rejected': 'warning',
  'kano/assumption-contradicted': 'warning',
  'kano/questionable-answers': 'warning',
  'kano/split-answers': 'warning',
  'kano/small-sample': 'info',
  'kano/ambiguous-category': 'info',
  'kano/rules-disagree': 'info',
  'kano/category-drift': 'info',
  'kano/personas-disagree': 'info',
  'kano/indifferent-in-progress': 'info',
  'kano/quadrant-mismatch': 'hint',
  'kano/not-surveyed': 'hint',
  'kano/unused-definition': 'hint',
};

describe('validateKanorc', () => {
  it.each(['{}', 'rules: { kano/not-surveyed: off, kano/small-sample: warning }', 'analysis: { rule: lead, lead: 0.1 }', 'x-a: 1'])(
    'accepts %s',
    (text) => {
      expect(failures(validateKanorc, parse(text))).toEqual([]);
    },
  );

  it.each([
    ['rules: { kano/nothing: off }', ['/rules additionalProperties kano/nothing']],
    ['rules: { small-sample: off }', ['/rules additionalProperties small-sample']],
    ['rules: { kano/small-sample: none }', [`/rules/kano~1small-sample enum ${levels}`]],
    ['rules: { kano/small-sample: false }', [`/rules/kano~1small-sample enum ${levels}`]],
    ['rules: [kano/small-sample]', ['/rules type object']],
    ['analysis: { order: rank }', ['/analysis/order enum kano,value-per-effort']],
    ['kano: 1', ['additionalProperties kano']],
    ['', ['type object']],
  ])('refuses %s', (text, expected) => {
    expect(failures(validateKanorc, parse(text))).toEqual(expected);
  });

  it('knows the codes that are reported, with the severity they have by default', () => {
    const severities = Object.entries(schema.$defs.rules.properties).map(([code, rule]) => [code, rule.default]);
    expect(Object.fromEntries(severities)).toEqual(defaults);
    expect(analysisSchema.$defs.problem.properties.code.enum).toEqual(severities.map(([code]) => code));
  });
});
