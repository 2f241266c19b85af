import { expect, it } from 'vitest';
import { ticketsOf } from '../../../src/document/format/trackers.ts';

it.each([
  ['PROJ-12', 'PROJ-12', null],
  ['owner/repo.js#7', 'owner/repo.js#7', 'https://github.com/owner/repo.js/issues/7'],
  ['https://github.com/owner/repo/issues/7', 'owner/repo#7', 'https://github.com/owner/repo/issues/7'],
  ['https://team.atlassian.example/browse/PROJ-12?focus=1', 'PROJ-12', 'https://team.atlassian.example/browse/PROJ-12?focus=1'],
  ['https://linear.example/team/issue/ENG-3/a-title', 'ENG-3', 'https://linear.example/team/issue/ENG-3/a-title'],
  ['https://tracker.example/q/31', 'https://tracker.example/q/31', 'https://tracker.example/q/31'],
  ['https://a b', 'https://a b', null],
  ['javascript:alert(1)', 'javascript:alert(1)', null],
])('a ticket is called and found: %s', (written, key, url) => {
  expect(ticketsOf({ tracker: written })).toEqual([{ key, url }]);
  expect(ticketsOf({ tracker: ['X-1', written] })).toEqual([
    { key: 'X-1', url: null },
    { key, url },
  ]);
});
