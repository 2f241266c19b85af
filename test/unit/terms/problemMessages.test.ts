import { describe, expect, it } from 'vitest';
import * as decisions from '../../../src/wording/problems/decisions.ts';
import * as evidence from '../../../src/wording/problems/evidence.ts';
import { foreignLetter } from '../../../src/wording/problems/foreignLetters.ts';
import * as references from '../../../src/wording/problems/references.ts';
import * as schema from '../../../src/wording/problems/schema.ts';
import * as syntax from '../../../src/wording/problems/syntax.ts';
import { inBoth } from './speak.ts';

const support = { count: 61, n: 100 };

const messages: readonly (readonly [string, () => string])[] = [
  ['kano/syntax, duplicate key', () => syntax.duplicateKey('title')],
  ['kano/syntax, tab', () => syntax.tabIndentation()],
  ['kano/syntax, several documents', () => syntax.severalDocuments()],
  ['kano/syntax, too large', () => syntax.tooLarge(10_000_001, 10_000_000)],
  ['kano/syntax, too many aliases', () => syntax.tooManyAliases()],
  ['kano/syntax, unknown alias', () => syntax.unknownAlias('base')],
  ['kano/syntax, circular alias', () => syntax.circularAlias('base')],
  ['kano/syntax, merge source', () => syntax.mergeSource()],
  ['kano/syntax, unclosed bracket', () => syntax.unclosed('[')],
  ['kano/syntax, unclosed quote', () => syntax.unclosed('"')],
  ['kano/syntax, indentation', () => syntax.indentation()],
  ['kano/syntax, missing colon', () => syntax.missingColon('title')],
  ['kano/syntax, missing space', () => syntax.missingSpace('title')],
  ['kano/syntax, missing comma', () => syntax.missingComma()],
  ['kano/syntax, colon in text', () => syntax.colonInText()],
  ['kano/syntax, unquoted character', () => syntax.unquotedCharacter('@')],
  ['kano/syntax, too deep', () => syntax.tooDeep()],
  ['kano/syntax, merge conflict', () => syntax.mergeConflict()],
  ['kano/syntax, in the parser’s words', () => syntax.notReadable('Unexpected end.')],
  ['kano/schema, unknown key with a near one', () => schema.unknownKey('titel', 'title')],
  ['kano/schema, unknown key without a near one', () => schema.unknownKey('foo', null)],
  ['kano/schema, unknown key among few', () => schema.unknownKey('foo', null, ['date', 'value'])],
  ['kano/schema, missing key', () => schema.missingKey('id')],
  ['kano/schema, missing version', () => schema.missingVersion()],
  ['kano/schema, other version', () => schema.otherVersion('2')],
  ['kano/schema, value not offered', () => schema.notOffered('better', 'more', ['higher', 'lower'])],
  ['kano/schema, value nearly offered', () => schema.notOffered('status', 'plan', ['idea', 'planned', 'shipped'], 'planned')],
  ['kano/schema, other type', () => schema.otherType('touchpoints', 'list', 'text')],
  ['kano/schema, empty value', () => schema.emptyValue('tallies', 'list')],
  ['kano/schema, empty text', () => schema.emptyText('name')],
  ['kano/schema, characters of an id', () => schema.idCharacters('Catalogue Import')],
  ['kano/schema, characters of an id that leave nothing', () => schema.idCharacters('***')],
  ['kano/schema, id read as number', () => schema.idNotText('2026', 'number')],
  ['kano/schema, id read as boolean', () => schema.idNotText('true', 'boolean')],
  ['kano/schema, text read as number', () => schema.textNotQuoted('product', '42', 'number')],
  ['kano/schema, out of a range', () => schema.outOfRange('share', 1.2, 0, 1)],
  ['kano/schema, too small', () => schema.outOfRange('M', -3, 0, null)],
  ['kano/schema, too large', () => schema.outOfRange('M', 2e9, null, 1e9)],
  ['kano/schema, not above', () => schema.notAbove('effort', 0, 0)],
  ['kano/schema, not whole', () => schema.notWhole('M', 1.5)],
  ['kano/schema, not a date', () => schema.notADate('15.9.2026')],
  ['kano/schema, rows of answers', () => schema.answersShape(4, 'rows')],
  ['kano/schema, columns of answers', () => schema.answersShape(6, 'columns')],
  ['kano/schema, repeated entry', () => schema.repeatedEntry('touchpoints')],
  ['kano/schema, empty list', () => schema.emptyList('tallies')],
  ['kano/schema, tally and tallies', () => schema.tallyAndTallies()],
  ['kano/schema, counts and answers', () => schema.countsAndAnswers()],
  ['kano/schema, neither counts nor answers', () => schema.tallyWithoutCounts()],
  ['kano/schema, letters outside counts', () => schema.lettersOutsideCounts(['M', 'O'])],
  ['kano/schema, link', () => schema.linkScheme('javascript:alert(1)')],
  ['kano/schema, anything else', () => schema.otherSchemaProblem('links', 'Web addresses.')],
  ['kano/schema, letter P', () => foreignLetter('P')],
  ['kano/schema, letter D', () => foreignLetter('D')],
  ['kano/schema, letter E', () => foreignLetter('E')],
  ['kano/schema, letter B', () => foreignLetter('B')],
  ['kano/schema, letter L', () => foreignLetter('L')],
  ['kano/schema, letter N', () => foreignLetter('N')],
  ['kano/duplicate-id', () => references.duplicateId('features', 'search', { line: 11 })],
  ['kano/duplicate-id, in two used files', () => references.duplicateIdInUse('personas', 'guest', 'a.kano.yaml', 'b.kano.yaml')],
  ['kano/duplicate-id in another file', () => references.duplicateId('touchpoints', 'search', { line: 11, file: 'journey.kano.yaml' })],
  ['kano/unknown-reference with a near one', () => references.unknownReference('touchpoints', 'serach', 'search')],
  ['kano/unknown-reference', () => references.unknownReference('surveys', '2024', null)],
  ['kano/unresolved-use, not found', () => references.unresolvedUse('a.kano.yaml', 'not-found')],
  ['kano/unresolved-use, outside', () => references.unresolvedUse('../../a.kano.yaml', 'outside')],
  ['kano/unresolved-use, other file', () => references.unresolvedUse('notes.txt', 'not-kano')],
  ['kano/unresolved-use, circle', () => references.unresolvedUse('a.kano.yaml', 'cycle')],
  ['kano/unresolved-use, unreadable', () => references.unresolvedUse('a.kano.yaml', 'unreadable')],
  ['kano/overlapping-tallies, the whole twice', () => references.overlappingTallies('twice', '2026-q3', null)],
  ['kano/overlapping-tallies, a persona twice', () => references.overlappingTallies('twice', '2026-q3', 'guest')],
  ['kano/overlapping-tallies, without a survey', () => references.overlappingTallies('twice', null, null)],
  ['kano/overlapping-tallies, whole and parts', () => references.overlappingTallies('whole-and-parts', '2026-q3', 'guest')],
  ['kano/dependency-cycle', () => references.dependencyCycle(['a', 'b'])],
  ['kano/unused-definition', () => references.unusedDefinition('personas', 'guest')],
  ['kano/reverse-planned', () => decisions.reversePlanned('planned', support)],
  ['kano/reverse-planned, few answers', () => decisions.reversePlanned('in-progress', { count: 9, n: 14 })],
  ['kano/must-be-rejected', () => decisions.mustBeRejected(support)],
  ['kano/must-be-rejected, dependency', () => decisions.dependsOnRejected('catalogue-import')],
  ['kano/assumption-contradicted', () => decisions.assumptionContradicted('A', 'M', support)],
  ['kano/indifferent-in-progress', () => decisions.indifferentInProgress(support)],
  ['kano/questionable-answers', () => evidence.questionableAnswers(23, 100)],
  ['kano/split-answers', () => evidence.splitAnswers(30, 100, 'A')],
  ['kano/small-sample', () => evidence.smallSample(9, 'M', 'O')],
  ['kano/small-sample, one answer', () => evidence.smallSample(1, 'M', null)],
  ['kano/small-sample, all agree', () => evidence.smallSample(9, 'M', null)],
  ['kano/ambiguous-category', () => evidence.ambiguousCategory(['M', 14], ['O', 13], 34, 0.192)],
  ['kano/rules-disagree', () => evidence.rulesDisagree({ mode: 'I', berger: 'O', lead: 'I' }, 'mode')],
  [
    'kano/category-drift',
    () => evidence.categoryDrift('2025-q3', ['A', 'M'], 'decay', { before: 0.7, after: 0.27 }, { before: -0.3, after: -0.86 }),
  ],
  [
    'kano/personas-disagree',
    () =>
      evidence.personasDisagree(
        [
          { name: 'Member', category: 'A' },
          { name: 'Guest', category: 'I' },
        ],
        0.0123,
        0.312,
      ),
  ],
  ['kano/quadrant-mismatch', () => evidence.quadrantMismatch('M', 'O', 0.52, -0.71)],
  ['kano/not-surveyed', () => evidence.notSurveyed(false)],
  ['kano/not-surveyed, a tally of nobody', () => evidence.notSurveyed(true)],
];

describe('problem messages', () => {
  it.each(messages)('%s', (_code, say) => {
    const [english, chinese] = inBoth(say);
    expect({ english, chinese }).toMatchSnapshot();
  });

  it('say the numbers, and are as look.md gives them', () => {
    expect(evidence.smallSample(9, 'M', 'O')).toBe(
      '9 answers are too few to tell Must-be from One-dimensional (30 or more are usual). Collect more, or silence `kano/small-sample` here.',
    );
  });

  it.each(messages)('%s: whole sentences, nothing left to fill in, and another text in Chinese', (_code, say) => {
    const [english, chinese] = inBoth(say);
    expect(english).toMatch(/^.+[.?]$/u);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).not.toMatch(/\p{Script=Han}/u);
    expect(english + chinese).not.toMatch(/\{[a-z]+\}|undefined|NaN|null/i);
  });

  it('have one function tested for every function there is', () => {
    const exported = [decisions, evidence, references, schema, syntax].flatMap((module) => Object.keys(module));
    const called = messages.map(([, say]) => String(say)).join('\n');
    expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(called))).toEqual([]);
  });
});
