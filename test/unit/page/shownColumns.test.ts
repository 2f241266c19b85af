import { expect, it } from 'vitest';
import { backlogColumns } from '../../../src/page/state/featureTable.ts';
import { shownColumns } from '../../../src/page/state/shownColumns.ts';

it('shows the columns that the width has room for, the least important ones giving way first', () => {
  expect(shownColumns(null, 1441)).toEqual(backlogColumns.filter((key) => key !== 'tracker'));
  expect(shownColumns(null, 1440)).not.toContain('touchpoints');
  expect(shownColumns(null, 1001)).toEqual(['rank', 'title', 'category', 'better', 'worse', 'why', 'status']);
  // The reason has the number that ranks the feature.
  expect(shownColumns(null, 721)).toEqual(['rank', 'title', 'category', 'why']);
  expect(shownColumns(null, 860)).toEqual(['rank', 'title', 'category', 'why']);
  expect(shownColumns(null, 700)).toEqual(['rank', 'title', 'category', 'better', 'worse']);
  expect(shownColumns(null, 481)).toEqual(['rank', 'title', 'category', 'better', 'worse']);
  expect(shownColumns(null, 480)).toEqual(['rank', 'title', 'category']);
});

it('shows the columns that the reader chose in their usual order, whatever the width, and always the name', () => {
  expect(shownColumns(['status', 'rank'], 400)).toEqual(['rank', 'title', 'status']);
  expect(shownColumns([], 1500)).toEqual(['title']);
  expect(shownColumns(['tracker'], 400)).toEqual(['title', 'tracker']);
});
