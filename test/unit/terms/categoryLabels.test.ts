import { describe, expect, it } from 'vitest';
import { categories } from '../../../src/document/format/model.ts';
import { type CategoryOrNone, categoryWording } from '../../../src/terms/categoryLabels.ts';
import { inBoth } from './speak.ts';

describe('categoryWording', () => {
  it.each<[CategoryOrNone, string, string, string, string, string]>([
    ['M', 'Must-be', '必备型', '必备型（基本型）', 'square', '■'],
    ['O', 'One-dimensional', '期望型', '期望型（一维型）', 'circle', '●'],
    ['A', 'Attractive', '魅力型', '魅力型（兴奋型）', 'triangle-up', '▲'],
    ['I', 'Indifferent', '无差异型', '无差异型', 'diamond', '◆'],
    ['R', 'Reverse', '反向型', '反向型', 'triangle-down', '▽'],
    ['Q', 'Questionable', '可疑结果', '可疑结果', 'cross', '✕'],
    [null, 'Not surveyed', '未调查', '未调查', 'hollow-circle', '○'],
  ])('%s', (category, english, chinese, chineseTerm, shape, symbol) => {
    const [en, zh] = inBoth(() => categoryWording(category));
    expect(en).toMatchObject({ label: english, term: english, shape, symbol });
    expect(zh).toMatchObject({ label: chinese, term: chineseTerm, shape, symbol });
  });

  it('explains what each category means for the decision', () => {
    expect(inBoth(() => [...categories, null].map((category) => categoryWording(category).meaning))).toEqual([
      [
        'Expected. In Kano’s model nobody thanks you for it and everybody misses it: do it first, well enough, and stop there',
        'The more the better: this is where you compete',
        'A delight nobody asked for: choose a few',
        'Nobody minds either way: save the effort',
        'Customers would rather not have it',
        'The answers contradict each other: ask again',
        'Ask before deciding',
      ],
      [
        '理所当然。按 Kano 模型，有了没人感谢，缺了人人抱怨：优先做到够好，然后打住',
        '多多益善：竞争力就在这里',
        '没人要求的惊喜：精选几项',
        '有没有都无所谓：省下精力',
        '用户宁可没有它',
        '回答自相矛盾：重新询问',
        '先问再定',
      ],
    ]);
  });

  it('distinguishes all categories without colour', () => {
    const all = [...categories, null].map(categoryWording);
    for (const key of ['label', 'shape', 'symbol'] as const) expect(new Set(all.map((wording) => wording[key])).size).toBe(7);
  });
});
