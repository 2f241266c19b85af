import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { lint as markdownlint } from 'markdownlint/promise';
import { describe, expect, it } from 'vitest';
import { questionnaireHtml } from '../../../src/survey/questionnaire/questionnaireHtml.ts';
import { questionnaireMarkdown } from '../../../src/survey/questionnaire/questionnaireMarkdown.ts';
import { questionnaireRows } from '../../../src/survey/questionnaire/questionnaireRows.ts';
import { questionColumns } from '../../../src/survey/surveyFormat.ts';
import { answerText } from '../../../src/terms/labels.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';
import { oneLine } from '../../../src/terms/markdown.ts';
import { headingsIn, parseMarkdown, tablesIn } from '../report/markdownOf.ts';
import { inLanguage } from '../terms/speak.ts';
import { questionnaireFrom } from './askedProduct.ts';

const hostile = [
  '</textarea></script><script>ran=1</script>',
  '<img src=x onerror="ran=1">',
  '"><svg onload=ran=1>',
  "' onfocus='ran=1' autofocus='",
  '| pipe ` tick \\',
  '[link](javascript:ran=1)',
  '--> <!-- kano',
  '{0} {1} {title} $& $1',
  '# no heading',
  '=1+1',
  '搜索 👍 &lt; &#35;',
];
const content = (titles: readonly string[]) => ({
  product: titles[0],
  personas: titles.slice(0, 3).map((name, index) => ({ id: `p${index}`, name, description: name })),
  features: titles.map((title, index) => ({
    id: `f${index}`,
    title,
    description: title,
    ...(index % 2 === 0 && { question: { functional: title, dysfunctional: title } }),
  })),
});
const anyTitles = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(...hostile)).filter((title) => oneLine(title) !== ''),
  { minLength: 2, maxLength: 5 },
);

describe('as Markdown', () => {
  it('shows every title as it was written', () => {
    fc.assert(
      fc.property(anyTitles, (titles) => {
        const asked = questionnaireFrom(content(titles), { importance: true });
        const page = parseMarkdown(questionnaireMarkdown(asked));
        const headings = headingsIn(page);
        expect(headings[0]).toBe(`Questionnaire: ${asked.product}`);
        expect(headings.slice(-asked.features.length)).toEqual(asked.features.map(({ title }, index) => `${index + 1}. ${title}`));
        const questions = tablesIn(page).flatMap(([, ...rows]) => rows.map(([question]) => question));
        expect(questions).toEqual(asked.features.flatMap((feature) => feature.questions.map(({ text }) => text)));
        expect(page.children.filter(({ type }) => type === 'html')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('has a check box for each answer', () => {
    const [pair, importance] = tablesIn(
      parseMarkdown(questionnaireMarkdown(questionnaireFrom({ features: [{ id: 'a', title: 'A' }] }, { importance: true }))),
    );
    expect(pair?.map((row) => row.length)).toEqual([6, 6, 6]);
    expect(pair?.slice(1).flatMap((row) => row.slice(1))).toEqual(Array(10).fill('☐'));
    expect(importance?.[0]?.slice(1)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it.each(['en', 'zh-cn'] as const)('is clean for markdownlint (%s)', async (language) => {
    const features = [
      { id: 'a', title: 'Voice search', description: 'Says what is found.' },
      { id: 'b', title: 'Voice search' },
    ];
    const personas = [
      { id: 'a', name: 'A', description: 'B' },
      { id: 'b', name: 'B' },
    ];
    const text = inLanguage(language, () => questionnaireMarkdown(questionnaireFrom({ personas, features }, { importance: true })));
    const { text: problems } = await markdownlint({ strings: { text }, config: { default: true, MD013: false } });
    expect(problems).toEqual([]);
  });
});

describe('as a page', () => {
  it('contains no element, attribute or script from the file, whatever its titles contain', () => {
    const tags = (html: string) => html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g);
    fc.assert(
      fc.property(anyTitles, (titles) => {
        const html = questionnaireHtml(questionnaireFrom(content(titles), { importance: true }));
        const harmless = questionnaireHtml(questionnaireFrom(content(titles.map(() => 'harmless')), { importance: true }));
        expect(tags(html)).toEqual(tags(harmless));
      }),
      { numRuns: 60 },
    );
  });

  it('allows its own script and styles, and nothing else', () => {
    const html = questionnaireHtml(questionnaireFrom({ features: [{ id: 'a', title: 'A' }] }));
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    const hash = (tag: string) => {
      const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]+?)</${tag}>`).exec(html) ?? [];
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash('script')}; style-src ${hash('style')}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
    );
  });

  it('names its language', () => {
    const html = () => questionnaireHtml(questionnaireFrom({ features: [{ id: 'a', title: 'A' }] }));
    expect(html()).toContain('<html lang="en">');
    expect(inLanguage('zh-cn', html)).toContain('<html lang="zh-CN">');
  });

  it('suggests a file name that every system allows', () => {
    const name = (product: string) =>
      /data-file="([^"]*)"/.exec(questionnaireHtml(questionnaireFrom({ product, features: [{ id: 'a', title: 'A' }] })))?.[1];
    expect(['Web shop', '../..\\CON: "x"', '网上商店', '?', 'x'.repeat(300), '𠮷'.repeat(100)].map(name)).toEqual([
      'answers-web-shop',
      'answers-con-x',
      'answers-网上商店',
      'answers',
      `answers-${'x'.repeat(52)}`,
      `answers-${'𠮷'.repeat(52)}`,
    ]);
  });
});

describe('as a table', () => {
  it('has a row for each question with its answers, and the same number of cells in each row', () => {
    const personas = Array.from({ length: 6 }, (_, index) => ({ id: `p${index}`, name: `Persona ${index}` }));
    const rows = questionnaireRows(questionnaireFrom({ personas, features: [{ id: 'a', title: 'A' }] }, { importance: true }));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([questionColumns.length + 9]));
    expect(rows.map(([column, feature, kind]) => [column, feature, kind])).toEqual([
      ['column', 'feature', 'kind'],
      ['persona', '', 'persona'],
      ['a_functional', 'a', 'functional'],
      ['a_dysfunctional', 'a', 'dysfunctional'],
      ['a_importance', 'a', 'importance'],
    ]);
    expect(rows[2]?.slice(4, 9)).toEqual(answerKeys.map((answer) => answerText(answer)));
  });

  it('has no columns for missing answers', () => {
    const [heading] = questionnaireRows(questionnaireFrom({ features: [{ id: 'a', title: 'A' }] }));
    expect(heading?.slice(4)).toEqual(['answer_1', 'answer_2', 'answer_3', 'answer_4', 'answer_5']);
  });
});
