import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { categoriseByEveryRule } from '../../../src/analysis/categoryRules.ts';
import { categoryOfAnswers } from '../../../src/analysis/evaluationTable.ts';
import { categories, defaultAnalysisSettings, evaluationTables } from '../../../src/document/format/model.ts';
import { defaultSeverities, type ProblemCode } from '../../../src/problems/index.ts';
import { categoryWording } from '../../../src/terms/categoryLabels.ts';
import { parseMarkdown } from '../report/markdownOf.ts';

const text = readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8');
const root: Root = parseMarkdown(text);
const headings = root.children.flatMap((node) =>
  node.type === 'heading'
    ? [{ depth: node.depth, text: text.slice(node.position?.start.offset, node.position?.end.offset).replace(/^#+ /, '') }]
    : [],
);
const tables = root.children.flatMap((node) =>
  node.type === 'table'
    ? [
        node.children.map((row) =>
          row.children.map((cell) => text.slice(cell.position?.start.offset, cell.position?.end.offset).replace(/^\|\s*|\s*\|?$/g, '')),
        ),
      ]
    : [],
);
const tableWith = (...columns: string[]) => tables.filter(([head = []]) => columns.every((column) => head.includes(column)));

describe('docs/method.md', () => {
  const codes = Object.keys(defaultSeverities) as ProblemCode[];

  it('has a heading for every problem code, in no other place, and none for what is no code', () => {
    const explained = headings.filter(({ depth }) => depth === 3).map((heading) => `kano/${heading.text}`);
    expect([...explained].sort()).toEqual([...codes].sort());
  });

  it.each(codes)('says of %s how severe it is, when it comes, why, and what to do', (code) => {
    const section = text.split(`\n### ${code.replace('kano/', '')}\n`)[1]?.split('\n#')[0] ?? '';
    expect(section).toMatch(/\*\*When\*\*.*\*\*Why\*\*.*\*\*Do\*\*/s);
    const word = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' }[defaultSeverities[code]];
    expect(section).toMatch(new RegExp(`[.;:] ${word}[.,;]`));
  });

  it('leads to headings that exist', () => {
    const anchors = new Set(
      headings.map((heading) =>
        heading.text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\- ]/gu, '')
          .replaceAll(' ', '-'),
      ),
    );
    const targets = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => target !== undefined && !anchors.has(target))).toEqual([]);
  });

  it('says of each category what the product says', () => {
    const [rows = []] = tableWith('letter', 'category');
    expect(rows.slice(1)).toEqual(
      categories.map((category) => [category, categoryWording(category).label, categoryWording(category).meaning]),
    );
  });

  it('prints the evaluation tables that are used', () => {
    const printed = tableWith('like', 'dislike').map((rows) => rows.slice(1).map((row) => row.slice(1).join('')));
    const five = [0, 1, 2, 3, 4];
    const used = evaluationTables.map((table) => five.map((row) => five.map((column) => categoryOfAnswers(row, column, table)).join('')));
    expect(printed).toEqual(used);
  });

  it('prints what the three rules make of published counts', () => {
    const [rows = []] = tableWith('mode', 'berger', 'lead');
    expect(rows.length).toBe(8);
    for (const [source, ...cells] of rows.slice(1)) {
      const [M = 0, O = 0, A = 0, I = 0, R = 0, Q = 0] = cells.slice(0, 6).map(Number);
      const found = categoriseByEveryRule({ M, O, A, I, R, Q }, defaultAnalysisSettings);
      expect(
        cells.slice(6).map((cell) => cell.replaceAll('*', '')),
        source,
      ).toEqual([found.mode, found.berger, found.lead]);
    }
  });
});
