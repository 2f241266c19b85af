import { expect, it } from 'vitest';
import { matchColumns } from '../../../src/survey/answers/matchColumns.ts';
import { readSurveyMap } from '../../../src/survey/answers/surveyMap.ts';
import { clearNames, columnsNamed, type SurveyColumn, surveyColumns } from '../../../src/survey/answers/surveyTable.ts';

/** Columns with a header each, and how often their headers were looked at. */
function watched(count: number) {
  let looks = 0;
  const columns = Array.from({ length: count }, (_, index): SurveyColumn => {
    const texts = [`column ${index}`];
    return {
      index,
      get texts() {
        looks++;
        return texts;
      },
    };
  });
  return { columns, looks: () => looks };
}

const works: Record<string, (columns: readonly SurveyColumn[]) => unknown> = {
  'names all for a map': (columns) => columns.map(clearNames([columns])),
  'finds all by their header': (columns) => columns.map(({ index }) => columnsNamed(columns, `column ${index}`)),
  'finds all by their letters and digits': (columns) => columns.map(({ index }) => columnsNamed(columns, `Column-${index}`)),
  'finds none of names that are no headers': (columns) => columns.map(({ index }) => columnsNamed(columns, `none ${index}`)),
  'matches those that a map leaves out': (columns) => {
    const { map } = readSurveyMap('m', `leaveOut: [${columns.map(({ index }) => `column ${index}`).join(', ')}]`);
    expect(map.leaveOut).toHaveLength(columns.length);
    const { meanings } = matchColumns(columns, [], { map });
    expect(meanings.every(({ kind }) => kind === 'left-out')).toBe(true);
  },
};

it.each(Object.entries(works))('%s in one look at each', (_, work) => {
  const [few, many] = [watched(250), watched(1000)];
  work(few.columns);
  work(many.columns);
  expect(few.looks()).toBeGreaterThan(0);
  expect(many.looks()).toBeLessThanOrEqual(5 * few.looks());
});

it('reads the rows of a matrix below one question for all', () => {
  // Looking for the question from each row on would take longer than a test may.
  const size = 500_000;
  const rows = [
    ['id', 'How is it?', ...new Array<string>(size - 2).fill('')],
    ['', ...Array.from({ length: size - 1 }, (_, row) => `row ${row}`)],
  ];
  const columns = surveyColumns({ path: 'a.csv', rows });
  expect(columns).toHaveLength(size);
  expect([columns[0]?.texts, columns[1]?.texts, columns.at(-1)?.texts]).toEqual([
    ['id'],
    ['How is it?', 'row 0'],
    ['How is it?', `row ${size - 2}`],
  ]);
});
