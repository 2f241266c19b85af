import { expect, it } from 'vitest';
import { panelTable } from '../../../src/extension/panel/panelTable.ts';
import { panelRow, panelState } from '../page/panelRows.ts';

const state = panelState([
  panelRow({ key: 'pay', title: 'Pay | fast', owner: '@team', effort: 3, tags: ['a', 'b'], touchpoints: ['till'], why: 'needed by “x”' }),
  panelRow({ key: 'done', title: '=HYPERLINK("http://evil")', place: 'closed', status: 'shipped', coefficients: null, answers: '' }),
  panelRow({
    key: 'guess',
    title: 'A "guess",\nin two lines',
    category: 'M',
    assumed: true,
    assumption: 'M',
    categoryText: 'Must-be? (assumed)',
  }),
]);
const sums = { mustBeGaps: 0, risk: '0.00', opportunity: '0.00' };
const till = {
  key: 'till',
  name: '+Till',
  stage: null,
  channel: null,
  activities: [],
  emotion: null,
  pains: [],
  referral: false,
  rank: 1,
  ...sums,
};
const shown = { ...state, lists: { ...state.lists, touchpoints: [till] } };

it('is a Markdown table of the features shown, in their order', () => {
  expect(panelTable(shown, ['guess', 'pay', 'gone'], 'markdown')).toBe(
    [
      '| Rank | Feature | Category | Answers | Better | Worse | Status | Effort | Owner | Touchpoints | Why it stands here |',
      '| ---: | --- | --- | ---: | ---: | ---: | --- | ---: | --- | --- | --- |',
      '| 2 | A "guess", in two lines | Must-be? (assumed) | 60 % of 100 | 0.60 | −0.50 | Idea | | | | |',
      '| 1 | Pay \\| fast | One-dimensional | 60 % of 100 | 0.60 | −0.50 | Idea | 3 | @team | +Till | needed by “x” |',
      '',
    ].join('\n'),
  );
});

it('is CSV for machines, in which no cell is a formula', () => {
  expect(panelTable(shown, ['pay', 'done', 'guess'], 'csv')).toBe(
    [
      'rank,id,title,file,category,assumed,n,better,worse,status,effort,owner,touchpoints,tags,note',
      "1,pay,Pay | fast,,O,,100,0.6,-0.5,idea,3,'@team,'+Till,a; b,needed by “x”",
      ',done,"\'=HYPERLINK(""http://evil"")",,O,,,,,shipped,,,,,',
      '2,guess,"A ""guess"",\nin two lines",,,M,100,0.6,-0.5,idea,,,,,',
      '',
    ].join('\r\n'),
  );
});
