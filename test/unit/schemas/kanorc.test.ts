import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateKanorc } from '../../../generated/validators.js';
import analysisSchema from '../../../schemas/analysis.schema.json';
import schema from '../../../schemas/kanorc.schema.json';
import { problemDefinitions } from '../../../src/problems/index.ts';
import { failures } from './failures.ts';

const levels = 'off,hint,info,warning,error';

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
    expect(severities).toEqual(problemDefinitions.map(({ code, severity }) => [code, severity]));
    expect(analysisSchema.$defs.problem.properties.code.enum).toEqual(severities.map(([code]) => code));
  });
});
