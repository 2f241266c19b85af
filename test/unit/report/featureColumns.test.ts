import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldCells, machineTable, readableColumns } from '../../../src/report/featureColumns.ts';
import { featureRows } from '../../../src/report/featureRows.ts';
import { inLanguage } from '../terms/speak.ts';
import { analysed, completeExample } from './analysed.ts';

describe('the columns', () => {
  it.each(['backlog', 'analyzeTable', 'panel', 'panelMarkdown'] as const)(
    'of %s have headings of their own in both languages',
    (output) => {
      const headings = () => readableColumns(output).map(({ heading }) => heading());
      const [english, chinese] = [headings(), inLanguage('zh-cn', headings)];
      expect(new Set(english).size).toBe(english.length);
      expect(new Set(chinese).size).toBe(chinese.length);
      expect(chinese).not.toEqual(english);
    },
  );

  it.each(['analyzeCsv', 'panelCsv'] as const)('of %s have names of their own', (output) => {
    const { names } = machineTable(output, []);
    expect(new Set(names).size).toBe(names.length);
  });

  it('name a drift only where a test says that it is more than chance', () => {
    const cells = (name: string) => {
      const { product, analysis } = analysed(readFileSync(new URL(`../../fixtures/numbers/${name}.kano.yaml`, import.meta.url), 'utf8'));
      return fieldCells(['driftFrom', 'drift'], featureRows(product, analysis));
    };
    expect(cells('drift-two-answers')).toEqual([[null, null]]);
    expect(cells('drift-to-reverse-unseen')).toEqual([['s1', 'rejection']]);
  });

  it('say in words what they say in numbers', () => {
    const { product, analysis } = completeExample();
    for (const row of featureRows(product, analysis))
      for (const { key, value, text } of [...readableColumns('panel'), ...readableColumns('analyzeTable')])
        if (value(row) === null && !['category', 'possibleCategories'].includes(key)) expect([key, text(row)]).toEqual([key, '']);
  });
});
