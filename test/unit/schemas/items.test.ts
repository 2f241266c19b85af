import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  validateFeature,
  validateMetric,
  validatePersona,
  validateStage,
  validateSurvey,
  validateTouchpoint,
} from '../../../generated/validators.js';
import { failures } from './failures.ts';

const validators = { validatePersona, validateStage, validateTouchpoint, validateSurvey, validateFeature, validateMetric };
type Item = keyof typeof validators;

const id = '^[a-z0-9][a-z0-9._-]*$';
const link = '^(?:https?:|mailto:|[^:/?#]*[/?#]|[^:/?#]+$)';
const letters = 'M,O,A,I,R,Q';
const row = '[0, 0, 0, 0, 0]';
const rows = `[${row}, ${row}, ${row}, ${row}, ${row}]`;

/** An item that has what is required, and `rest` in YAML. */
const required: Record<Item, (rest: string) => string> = {
  validatePersona: (rest) => `id: a\nname: A\n${rest}`,
  validateStage: (rest) => `id: a\nname: A\n${rest}`,
  validateTouchpoint: (rest) => `id: a\nname: A\n${rest}`,
  validateSurvey: (rest) => `id: a\ndate: 2026-09-15\n${rest}`,
  validateFeature: (rest) => `id: a\ntitle: A\n${rest}`,
  validateMetric: (rest) => `id: a\nname: A\nbetter: higher\n${rest}`,
};

describe('what is required', () => {
  it.each<[Item, string[]]>([
    ['validatePersona', ['required id', 'required name']],
    ['validateStage', ['required id', 'required name']],
    ['validateTouchpoint', ['required id', 'required name']],
    ['validateSurvey', ['required id', 'required date']],
    ['validateFeature', ['required id', 'required title']],
    ['validateMetric', ['required better', 'if else', 'required id', 'required name']],
  ])('%s', (item, missing) => {
    expect(failures(validators[item], {})).toEqual(missing);
    expect(failures(validators[item], parse(required[item]('')))).toEqual([]);
    expect(failures(validators[item], null)).toEqual(['type object']);
    expect(failures(validators[item], parse(required[item]('nope: 1\nx-own: 1')))).toEqual(['additionalProperties nope']);
  });
});

describe('ids', () => {
  it.each(['a', '0', '2026-q3', 'a.b_c-d', '1e3x'])('may be %s', (text) => {
    expect(failures(validateStage, { id: text, name: 'A' })).toEqual([]);
  });

  it.each(['', 'A', 'ä', '-a', '.a', '_a', 'a b', 'a\n', 'a/b', ' a'])('may not be %j', (text) => {
    expect(failures(validateStage, { id: text, name: 'A' })).toEqual([`/id pattern ${id}`]);
  });

  it.each(['2026', '1e3', 'true', 'null'])('may not be what YAML reads %s as', (text) => {
    expect(failures(validateStage, parse(`id: ${text}\nname: A`))).toEqual(['/id type string']);
  });
});

describe('values that fit', () => {
  it.each<[Item, string]>([
    ['validatePersona', 'share: 0'],
    ['validatePersona', 'share: 1\nneeds: []'],
    ['validateTouchpoint', 'emotion: -2\nweight: 0.001\nreferral: false\nactivities: [human-resources, service]'],
    ['validateTouchpoint', 'emotion: 1.5\nstage: Not An Id'],
    ['validateSurvey', 'invited: 0\ntitle: Autumn'],
    ['validateFeature', 'status: in-progress\neffort: 0.5\nassumed: Q\ndependsOn: [NOWHERE]'],
    ['validateFeature', 'tally: {}'],
    ['validateFeature', 'tally: { M: 1000000000, O: 1e3 }'],
    ['validateFeature', 'tallies: []'],
    [
      'validateFeature',
      `tallies: [{ counts: {} }, { answers: ${rows}, importance: 1 }, { survey: s, persona: p, counts: { Q: 1 }, importance: 9 }]`,
    ],
    ['validateFeature', 'question: {}\nevidence: [{ source: support }]'],
    [
      'validateFeature',
      'links: [https://a.example/b?c#d, "http://a", "mailto:a@b.example", REQ-12, "#12", docs/a:b.md, ../a.md, "Meeting of May"]',
    ],
    ['validateMetric', 'target: -3.5\nreadings: [{ date: 2024-02-29, value: 0 }]'],
  ])('%s %s', (item, rest) => {
    expect(failures(validators[item], parse(required[item](rest)))).toEqual([]);
  });
});

describe('values that do not fit', () => {
  it.each<[Item, string, string[]]>([
    ['validatePersona', 'share: 1.1', ['/share maximum 1']],
    ['validatePersona', 'share: -0.1', ['/share minimum 0']],
    ['validatePersona', 'share: 40%', ['/share type number']],
    ['validatePersona', 'needs: speed', ['/needs type array']],
    ['validatePersona', 'title: A', ['additionalProperties title']],
    ['validateTouchpoint', 'emotion: 3', ['/emotion maximum 2']],
    ['validateTouchpoint', 'emotion: -2.5', ['/emotion minimum -2']],
    ['validateTouchpoint', 'weight: 0', ['/weight exclusiveMinimum 0']],
    ['validateTouchpoint', 'weight: .inf', ['/weight type number']],
    ['validateTouchpoint', 'weight: .nan', ['/weight type number']],
    ['validateTouchpoint', 'referral: yes', ['/referral type boolean']],
    ['validateTouchpoint', 'activities: [sales]', [`/activities/0 enum ${activities()}`]],
    ['validateSurvey', 'invited: -1', ['/invited minimum 0']],
    ['validateSurvey', 'invited: 2.5', ['/invited type integer']],
    ['validateFeature', 'status: done', ['/status enum idea,planned,in-progress,shipped,rejected']],
    ['validateFeature', 'status: Planned', ['/status enum idea,planned,in-progress,shipped,rejected']],
    ['validateFeature', 'assumed: P', [`/assumed enum ${letters}`]],
    ['validateFeature', 'effort: 0', ['/effort exclusiveMinimum 0']],
    ['validateFeature', 'effort: "3"', ['/effort type number']],
    ['validateFeature', 'touchpoints: [search, 3]', ['/touchpoints/1 type string']],
    ['validateFeature', 'tags:', ['/tags type array']],
    ['validateFeature', 'title: ""', ['/title minLength 1']],
    ['validateFeature', 'tally: { P: 1 }', ['/tally additionalProperties P']],
    ['validateFeature', 'tally: { M: -1 }', ['/tally/M minimum 0']],
    ['validateFeature', 'tally: { M: 1000000001 }', ['/tally/M maximum 1000000000']],
    ['validateFeature', 'tally: { M: 0.5 }', ['/tally/M type integer']],
    ['validateFeature', 'tally: { M: }', ['/tally/M type integer']],
    ['validateFeature', 'tally: {}\ntallies: []', ['not']],
    ['validateFeature', `tallies: [{ counts: {}, answers: ${rows} }]`, ['/tallies/0 not']],
    ['validateFeature', 'tallies: [{ survey: s, importance: 5 }]', ['/tallies/0 not']],
    ['validateFeature', 'tallies: [7]', ['/tallies/0 type object']],
    ['validateFeature', 'tallies: { counts: {} }', ['/tallies type array']],
    ['validateFeature', 'tallies: [{ counts: {}, importance: 0.9 }]', ['/tallies/0/importance minimum 1']],
    ['validateFeature', 'tallies: [{ counts: {}, importance: 10 }]', ['/tallies/0/importance maximum 9']],
    ['validateFeature', 'tallies: [{ counts: {}, description: no }]', ['/tallies/0 additionalProperties description']],
    ['validateFeature', `tallies: [{ answers: [${row}] }]`, ['/tallies/0/answers minItems 5']],
    ['validateFeature', `tallies: [{ answers: [${row}, ${row}, ${row}, ${row}, ${row}, ${row}] }]`, ['/tallies/0/answers maxItems 5']],
    [
      'validateFeature',
      `tallies: [{ answers: [${row}, ${row}, [0, 0], ${row}, [0, 0, 0, -1, 0, 0]] }]`,
      ['/tallies/0/answers/2 minItems 5', '/tallies/0/answers/4 maxItems 5', '/tallies/0/answers/4/3 minimum 0'],
    ],
    ['validateFeature', 'question: { positive: a }', ['/question additionalProperties positive']],
    ['validateFeature', 'evidence: [{ note: a }]', ['/evidence/0 required source']],
    [
      'validateFeature',
      'links: ["javascript:alert(1)", "data:text/html,a", "java\\nscript:a", " javascript:a", "JavaScript:a", ""]',
      [0, 1, 2, 3, 4, 5].map((index) => `/links/${index} pattern ${link}`),
    ],
    ['validateFeature', 'evidence: [{ source: a, link: "vbscript:a" }]', [`/evidence/0/link pattern ${link}`]],
    ['validateMetric', 'better: up', ['/better enum higher,lower']],
    ['validateMetric', 'target: 35%', ['/target type number']],
    ['validateMetric', 'readings: [{}]', ['/readings/0 required date', '/readings/0 required value']],
    ['validateMetric', 'readings: [{ date: 2026-03-31, value: .nan }]', ['/readings/0/value type number']],
  ])('%s %s', (item, rest, expected) => {
    expect(failures(validators[item], parse(required[item](rest), { uniqueKeys: false }))).toEqual(expected);
  });
});

function activities(): string {
  return 'inbound-logistics,operations,outbound-logistics,marketing-sales,service,procurement,technology,human-resources,infrastructure';
}
