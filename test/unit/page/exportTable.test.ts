import { expect, it } from 'vitest';
import { exportTable } from '../../../src/page/state/featureTable.ts';
import { noNumbers, panelRow, touchpointRow } from './panelRows.ts';

const pay = panelRow({
  ...{ key: 'pay', title: 'Pay | fast', touchpoints: ['till'], why: 'needed by “x”' },
  feature: { owner: '@team', effort: 3, tags: ['a', 'b'] },
});
const done = panelRow({
  ...{ key: 'done', title: '=HYPERLINK("http://evil")', section: 'closed', rank: null, numbers: noNumbers },
  feature: { status: 'shipped' },
});
const guess = panelRow({
  ...{
    key: 'guess',
    title: 'A "guess",\nin two lines',
    rank: 2,
    numbers: noNumbers,
    category: 'M',
    assumed: true,
    categoryText: 'Must-be? (assumed)',
  },
  feature: { assumed: 'M' },
});
const touchpoints = [touchpointRow('till', '+Till')];

it('is a Markdown table of the features shown, in their order', () => {
  expect(exportTable([guess, pay], touchpoints, 'markdown')).toBe(
    [
      '| Rank | Feature | Category | Answers | Better | Worse | Status | Effort | Owner | Touchpoints | Why it stands here |',
      '| ---: | --- | --- | ---: | ---: | ---: | --- | ---: | --- | --- | --- |',
      '| 2 | A "guess", in two lines | Must-be? (assumed) | | | | Idea | | | | |',
      '| 1 | Pay \\| fast | One-dimensional | 60% of 100 | 0.60 | −0.50 | Idea | 3 | @team | +Till | needed by “x” |',
      '',
    ].join('\n'),
  );
});

it('is CSV for machines, in which no cell is a formula', () => {
  expect(exportTable([pay, done, guess], touchpoints, 'csv')).toBe(
    [
      'rank,id,title,file,category,assumed,n,better,worse,status,effort,owner,touchpoints,tags,note',
      "1,pay,Pay | fast,,O,,100,0.6,-0.5,idea,3,'@team,'+Till,a; b,needed by “x”",
      ',done,"\'=HYPERLINK(""http://evil"")",,,,,,,shipped,,,,,',
      '2,guess,"A ""guess"",\nin two lines",,,M,,,,idea,,,,,',
      '',
    ].join('\r\n'),
  );
});
