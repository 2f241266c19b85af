import { describe, expect, it } from 'vitest';
import { singleFileProduct } from '../../../../src/document/product.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { readSurveyMap } from '../../../../src/survey/answers/surveyMap.ts';
import { noChoices, withColumn } from '../../../../src/survey/importView/importChoices.ts';
import { readChoices } from '../../../../src/survey/importView/readChoices.ts';
import { understandImport } from '../../../../src/survey/importView/understandImport.ts';
import { readDelimitedTextInSteps } from '../../../../src/survey/tables/delimitedText.ts';
import { chosenImport, shop } from './chosenImport.ts';

const [withIt, without] = ['如果有这个功能，您觉得如何？', '如果没有这个功能，您觉得如何？'];
const matrix = [
  ['序号', `${withIt} [快速支付]`, `${withIt} [深色模式]`, `${without} [快速支付]`, `${without} [深色模式]`, '提交时间'],
  ...Array.from({ length: 5 }, (_, row) => [
    String(row + 1),
    '我喜欢这样',
    '我无所谓',
    '我不喜欢这样',
    '我无所谓',
    `2026-08-0${row + 1} 10:00`,
  ]),
];
const plain = (...rows: readonly string[][]) => [['pay_functional', 'pay_dysfunctional', 'look_functional', 'look_dysfunctional'], ...rows];
const kinds = ({ view }: ReturnType<typeof chosenImport>) => view.decisions.map(({ kind }) => kind);

describe('a matrix whose questions nothing tells apart', () => {
  it('is asked about, and nothing can be applied', () => {
    const { view } = chosenImport(shop, matrix);
    expect(view.decisions).toMatchObject([{ kind: 'stems', stems: [{ text: withIt }, { text: without }] }]);
    expect([view.open, view.canApply, view.tallies]).toEqual([1, false, []]);
  });

  it('gives categories once it is chosen, in a new survey of the newest day', () => {
    const { view, written } = chosenImport(shop, matrix, { stems: { [withIt]: 'functional', [without]: 'dysfunctional' } });
    expect([view.open, view.canApply, view.respondents, view.survey]).toEqual([
      0,
      true,
      5,
      { kind: 'new', id: '2026-08', date: '2026-08-05' },
    ]);
    expect(view.surveySource).toBe('The newest day in “提交时间”');
    expect(view.tallies.map(({ feature, before, after }) => [feature, before.category, after.category, after.n])).toEqual([
      ['pay', null, 'O', 5],
      ['look', null, 'I', 5],
    ]);
    expect(written).toContain('surveys:\n  - { id: 2026-08, date: 2026-08-05 }\nfeatures:\n');
    expect(written?.match(/survey: 2026-08/g)).toHaveLength(2);
    // The decision stays, and can be made anew.
    expect(view.decisions).toMatchObject([{ kind: 'stems', stems: [{ chosen: 'functional' }, { chosen: 'dysfunctional' }] }]);
  });

  it('is read the same by the map that is saved', () => {
    const first = chosenImport(shop, matrix, { stems: { [withIt]: 'functional', [without]: 'dysfunctional' } });
    const again = chosenImport(shop, matrix, {}, first.done.written?.text);
    expect(again.written).toBe(first.written);
  });
});

describe('words', () => {
  const rows = plain(['like', 'dislike', 'meh', 'neutral'], ['like', 'dislike', 'neutral', 'neutral']);

  it('that are unknown have a choice beside them, which is what they then are', () => {
    const open = chosenImport(shop, rows);
    expect(open.view).toMatchObject({ open: 1, canApply: false, decisions: [{ kind: 'words', words: [{ word: 'meh' }] }] });
    const { view } = chosenImport(shop, rows, { words: { meh: 'live-with' } });
    expect(view).toMatchObject({ open: 0, canApply: true, decisions: [{ kind: 'words', words: [{ word: 'meh', chosen: 'live-with' }] }] });
    expect(view.words).toContainEqual({ word: 'meh', count: 1, meaning: 'live-with' });
    expect(view.tallies[1]?.counts.I).toBe(2);
  });

  it('that a map explains otherwise are as chosen', () => {
    const { view } = chosenImport(shop, rows, { words: { meh: 'leaveOut' } }, 'answers: { like: [meh] }');
    expect(view.tallies.map(({ n }) => n)).toEqual([2, 1]);
  });

  it('are numbers whose direction is chosen once for all', () => {
    const numbers = plain(['1', '5', '1', '5'], ['1', '5', '3', '3']);
    const open = chosenImport(shop, numbers);
    const [decision] = open.view.decisions;
    if (decision?.kind !== 'direction') throw new Error('no direction is asked for');
    expect(decision.options.map(({ text }) => text)).toEqual([
      '“1” is “like” · Reverse features: 0 of 2',
      '“5” is “like” · Reverse features: 1 of 2',
    ]);
    const turned = chosenImport(shop, numbers, { direction: decision.options[1]?.direction ?? {} });
    expect(turned.view.tallies[0]?.after.category).toBe('R');
    expect(turned.view.decisions).toMatchObject([{ options: [{ isChosen: false }, { isChosen: true }] }]);
  });
});

describe('columns', () => {
  const rows = [
    ['Wave', 'Kind', 'Pay?', 'No pay?', 'look_functional', 'look_dysfunctional'],
    ['1', 'Families', 'like', 'dislike', 'like', 'dislike'],
    ['2', 'Others', 'like', 'dislike', 'neutral', 'neutral'],
  ];
  const questions = { 'Pay?': { kind: 'functional', feature: 'pay' }, 'No pay?': { kind: 'dysfunctional', feature: 'pay' } } as const;

  it('are shown with samples and what they are', () => {
    const [group] = chosenImport(shop, rows).view.groups;
    expect(group?.columns.map(({ name, kind, isOpen }) => [name, kind, isOpen])).toEqual([
      ['Wave', 'unused', false],
      ['Kind', 'unused', false],
      ['Pay?', 'unused', true],
      ['No pay?', 'unused', true],
      ['look_functional', 'functional', false],
      ['look_dysfunctional', 'dysfunctional', false],
    ]);
    expect(group?.columns[0]).toMatchObject({ samples: ['1', '2'], values: ['1', '2'], note: 'Waves; as a filter, it takes one of them' });
  });

  it('are the questions, the filter and the persona that a reader says they are', () => {
    const columns = { ...questions, Wave: { kind: 'filter', values: ['1'] }, Kind: { kind: 'persona' } } as const;
    const open = chosenImport(shop, rows, { columns });
    expect(open.view.decisions).toMatchObject([{ kind: 'personas', values: [{ value: 'Families' }] }]);
    const { view, written } = chosenImport(shop, rows, { columns, personas: { Families: { kind: 'new' } } });
    expect(view.tallies.map(({ feature, n }) => [feature, n])).toEqual([
      ['pay', 1],
      ['look', 1],
    ]);
    expect(written).toContain('personas:\n  - { id: families, name: Families }\n');
    expect(written).toContain('persona: families');
    expect(view.groups[0]?.columns[0]).toMatchObject({ kind: 'filter', taken: ['1'] });
  });

  it('by position are refused where they are others in other files', () => {
    const turned = rows.map((row) => row.toReversed());
    const { view } = chosenImport(shop, [rows, turned], { columns: { '#1': { kind: 'leave-out' } } });
    expect(view.refusals).toEqual([expect.stringContaining('“#1” is “Wave” in answers.csv, but “look_dysfunctional” in answers2.csv.')]);
    expect(chosenImport(shop, [rows, rows], { columns: { '#1': { kind: 'leave-out' } } }).view.refusals).toEqual([]);
  });

  it('that are no persona any more give the file no personas', () => {
    const personas = { Families: { kind: 'new' } } as const;
    const { written, done } = chosenImport(shop, rows, { columns: { ...questions, Kind: { kind: 'leave-out' } }, personas });
    expect(written).not.toContain('families');
    expect(done.written?.text).not.toContain('families');
  });

  it('give up what another column is chosen for', () => {
    const moved = withColumn({ ...noChoices, columns: questions }, 'Wave', { kind: 'functional', feature: 'pay' });
    expect(moved.columns).toEqual({ 'No pay?': questions['No pay?'], Wave: { kind: 'functional', feature: 'pay' } });
    expect(withColumn(moved, 'Wave', undefined).columns).toEqual({ 'No pay?': questions['No pay?'] });
  });

  it('of a map are free for a choice', () => {
    const map = 'columns: { pay: { functional: "Pay?", dysfunctional: "No pay?" } }';
    expect(chosenImport(shop, rows, {}, map).view.tallies).toHaveLength(2);
    const { view } = chosenImport(shop, rows, { columns: { 'Pay?': { kind: 'leave-out' } } }, map);
    expect(view.tallies.map(({ feature }) => feature)).toEqual(['look']);
    expect(view.groups[0]?.columns[3]).toMatchObject({
      kind: 'dysfunctional',
      isOpen: true,
      note: 'The column of its counterpart is missing',
    });
  });
});

describe('what the file has already', () => {
  const before = shop
    .replace('title: 快速支付', 'title: 快速支付, tallies: [{ survey: s, counts: { M: 3 } }]')
    .replace('features:', 'surveys: [{ id: s, date: 2026-09-15 }]\nfeatures:');
  const rows = plain(['like', 'dislike', 'like', 'dislike']);

  it('gives way only when that is chosen', () => {
    const asked = chosenImport(before, rows);
    expect(asked.view.survey).toEqual({ kind: 'known', id: 's' });
    expect(asked.view).toMatchObject({ canApply: false, losses: ['pay: the file has 3 answers, the export 1.'] });
    expect(chosenImport(before, rows, { replace: true }).view.canApply).toBe(true);
    expect(chosenImport(before, rows, { survey: { kind: 'new', id: 't', date: '2026-10-01' } }).view).toMatchObject({
      canApply: true,
      losses: [],
    });
  });

  it('is a survey that a later download belongs to, whatever its newest day is', () => {
    const dated = (...days: readonly string[]) => [
      ['pay_functional', 'pay_dysfunctional', 'When'],
      ...days.map((day, index) => ['like', index === 1 ? 'neutral' : 'dislike', day]),
    ];
    const first = chosenImport(shop, dated('2026-08-30', '2026-08-31'));
    const later = chosenImport(first.written ?? '', dated('2026-08-30', '2026-08-31', '2026-09-02'));
    expect(later.view).toMatchObject({
      ...{ survey: { kind: 'known', id: '2026-08' }, surveySource: 'The answers of survey “2026-08” are among these', losses: [] },
      ...{ tallies: [{ n: 3, before: { n: 2 }, after: { n: 3 } }] },
    });
    // All of these answered after that survey, so they are others.
    const next = chosenImport(first.written ?? '', dated('2026-10-01', '2026-10-02', '2026-10-03'));
    expect(next.view.survey).toMatchObject({ kind: 'new', id: '2026-10' });
    // Of the same month, without answers that the file has: the file would lose them, so it is asked.
    const corrected = chosenImport(first.written ?? '', dated('2026-08-20'));
    expect(corrected.view).toMatchObject({ survey: { kind: 'known', id: '2026-08' }, canApply: false });
  });

  it('and nothing else is nothing to apply', () => {
    const first = chosenImport(shop, rows);
    const again = chosenImport(first.written ?? '', rows);
    expect(again.view).toMatchObject({ isSame: true, canApply: false });
  });

  it('cannot be the id of another survey', () => {
    const { view } = chosenImport(before, rows, { survey: { kind: 'new', id: 's', date: '2026-10-01' } });
    expect(view).toMatchObject({ canApply: false, surveyProblem: expect.stringContaining('There is a survey “s” already.') });
    expect(chosenImport(before, rows, { survey: { kind: 'new', id: 't', date: 'soon' } }).view.surveyProblem).toBe(
      'The survey needs the day on which it was held.',
    );
  });
});

it('respondents of bad quality count until they are left out', () => {
  const three = shop.replace('title: 深色模式 }', 'title: 深色模式 }\n  - { id: third, title: Third }');
  const header = ['pay', 'look', 'third'].flatMap((id) => [`${id}_functional`, `${id}_dysfunctional`]);
  const rows = [header, Array(6).fill('like'), ['like', 'dislike', 'like', 'dislike', 'like', 'dislike']];
  const { view } = chosenImport(three, rows);
  expect(view.screens).toEqual([
    { screen: 'straight-lining', count: 1, isDropped: false },
    { screen: 'questionable', count: 1, isDropped: false },
  ]);
  expect(chosenImport(three, rows, { drop: ['straight-lining'] }).view).toMatchObject({
    respondents: 1,
    tallies: [{ n: 1 }, { n: 1 }, { n: 1 }],
  });
});

it('respondents who were left out stay so with the map that is saved, until they are counted again', () => {
  const rows = [
    ['pay', 'look', 'third'].flatMap((id) => [`${id}_functional`, `${id}_dysfunctional`]),
    Array(6).fill('like'),
    ['like', 'dislike', 'like', 'dislike', 'like', 'dislike'],
  ];
  const three = shop.replace('title: 深色模式 }', 'title: 深色模式 }\n  - { id: third, title: Third }');
  const first = chosenImport(three, rows, { drop: ['straight-lining'] });
  const map = first.done.written?.text;
  expect(map).toContain('drop: [straight-lining]');
  const again = chosenImport(three, rows, {}, map);
  expect(again.written).toBe(first.written);
  expect(again.view.screens).toMatchObject([{ screen: 'straight-lining', isDropped: true }, { isDropped: false }]);
  expect(chosenImport(three, rows, { drop: [] }, map).view.respondents).toBe(2);
});

it('the same answers in two files are asked about', () => {
  const rows = plain(['like', 'dislike', 'like', 'dislike'], ['like', 'neutral', 'like', 'dislike']);
  const open = chosenImport(shop, [rows, rows]);
  expect(kinds(open)).toEqual(['duplicates']);
  expect(chosenImport(shop, [rows, rows], { duplicates: 'last' }).view).toMatchObject({ respondents: 2, open: 0, canApply: true });
});

it('importance of the file that stays beside other answers is said', () => {
  const file = `${shop.replace('快速支付 }', '快速支付, tallies: [{ survey: s, counts: { M: 1 }, importance: 7.5 }] }')}surveys: [{ id: s, date: 2026-09-15 }]\n`;
  const { view } = chosenImport(file, plain(['like', 'dislike', 'like', 'neutral'], ['must-be', 'dislike', 'like', 'neutral']), {
    survey: { kind: 'known', id: 's' },
  });
  expect(view.remarks).toContain('The export has no importance, so the file keeps the one that its earlier answers gave: pay: 7.5.');
});

it('many answers are read in steps, between which others have their turn', () => {
  const text = `${plain().join(',')}\n${'like,dislike,like,dislike\n'.repeat(5000)}`;
  const [rows, rowSteps] = counted(readDelimitedTextInSteps(text));
  const product = singleFileProduct(readModel('shop.kano.yaml', shop));
  const sources = { product, path: 'shop.kano.yaml', tables: [{ path: 'a.csv', rows: rows.rows }], modified: '2026-09-15' };
  const [found, steps] = counted(understandImport({ ...sources, mapFile: readSurveyMap('m', ''), choices: noChoices }));
  expect(found.done.plan?.tallies.map(({ n }) => n)).toEqual([5000, 5000]);
  expect([rowSteps >= 5, steps >= 30]).toEqual([true, true]);
});

function counted<Result>(steps: Generator<undefined, Result>): readonly [Result, number] {
  for (let count = 0; ; count++) {
    const step = steps.next();
    if (step.done) return [step.value, count];
  }
}

it('choices that are none are not read', () => {
  expect(readChoices(noChoices)).toEqual(noChoices);
  const choices = { ...noChoices, columns: { A: { kind: 'filter', values: ['1'] } }, survey: { kind: 'new', id: 'a', date: 'b' } };
  expect(readChoices(choices)).toEqual(choices);
  for (const wrong of [
    null,
    {},
    { ...noChoices, columns: { A: { kind: 'functional' } } },
    { ...noChoices, drop: ['all'] },
    { ...noChoices, words: { a: 'M' } },
  ])
    expect(readChoices(wrong)).toBeUndefined();
});
