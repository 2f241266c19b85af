import { expect, it } from 'vitest';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import { tabs } from '../../../src/page/state/pageState.ts';
import { tabFrom, tabLabel } from '../../../src/page/tabs/tabNames.ts';
import { useLanguage } from '../../../src/terms/language.ts';

it('are in both languages', () => {
  expect(tabs.map(tabLabel)).toEqual(['Matrix', 'Backlog', 'Touchpoints', 'Trend', 'Personas', 'Metrics']);
  useLanguage('zh-cn', chinese);
  expect(tabs.map(tabLabel)).toEqual(['矩阵', '待办列表', '触点', '趋势', '用户画像', '指标']);
  useLanguage('en', {});
});

it.each([
  ['matrix', 'ArrowRight', 'backlog'],
  ['matrix', 'ArrowLeft', 'metrics'],
  ['metrics', 'ArrowRight', 'matrix'],
  ['trend', 'Home', 'matrix'],
  ['trend', 'End', 'metrics'],
  ['trend', 'x', null],
] as const)('from %s, %s leads to %s', (tab, key, next) => {
  expect(tabFrom(tab, key)).toBe(next);
});
