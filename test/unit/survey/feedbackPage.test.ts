import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { tableOfBytes, UnreadableTable } from '../../../src/survey/answers/tableOfBytes.ts';
import { readFeedbackMap } from '../../../src/survey/feedback/feedbackMap.ts';
import { feedbackMarkdown, unreadableMarkdown } from '../../../src/survey/feedback/feedbackMarkdown.ts';
import { importFeedback } from '../../../src/survey/feedback/importFeedback.ts';
import { knownFeedbackTexts } from '../../../src/survey/feedback/knownFeedbackTexts.ts';
import { encoded } from './tables/encoded.ts';

const shop = `kano: 1
product: Shop
personas: [{ id: guest, name: Guest }]
features:
  - id: delivery
    title: Delivery
    evidence:
      - { source: reviews, date: 2026-08-20, complaints: 9, compliments: 1 }
  - id: box
    title: Box
`;

/** What the page in the editor says, made as the editor makes it. */
async function page(content: string | Uint8Array, { name = 'r.csv', map = '', into = shop, ...options }: Options = {}): Promise<string> {
  const product = singleFileProduct(readModel('file:///shop.kano.yaml', into));
  const features = product.opened.list('features').map(({ value }) => value);
  const mapFile = readFeedbackMap('map.yaml', map);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    const table = await tableOfBytes(name, bytes, { ...options, isKnown: knownFeedbackTexts(features, mapFile.map), words: 'editor' });
    const given = { product, path: 'shop.kano.yaml', source: 'reviews' };
    const done = importFeedback({ ...given, tables: [table], mapFile, replace: true, words: 'editor' });
    return feedbackMarkdown(done, { ...given, features });
  } catch (error) {
    if (error instanceof UnreadableTable) return unreadableMarkdown(error);
    throw error;
  }
}

interface Options {
  readonly name?: string;
  readonly map?: string;
  readonly into?: string;
  readonly sheet?: string;
  readonly encoding?: string;
}

const rows = [
  ['Date', 'Stars', 'Tags', 'Segment', 'Review'],
  ['2026-08-01', '1', 'Delivery', 'Guest', 'late'],
  ['2026-08-02', '5', 'Box', 'Somebody', 'sturdy'],
  ['2026-08-03', 'superb', 'Box', '', 'hm'],
  ['soon', '5', 'Box', '', 'fine'],
  ['2026-08-04', '5', 'Colour', '', 'red'],
  ['2026-08-05', '', 'Delivery', '', 'nothing'],
];
const csv = rows.map((row) => row.join(',')).join('\n');

describe('the page of an import in the editor', () => {
  it('says what does not count, and which values it does not know', async () => {
    const text = await page(csv, { map: 'columns: { persona: Segment }\n' });
    for (const part of [
      'Rows counted: 2.',
      'Rows about none of the features: 1.',
      'Their labels: “Colour” (1).',
      'Rows that say neither complaint nor praise, which are not counted: 2.',
      'Row 4 of r.csv, “Stars”: it is unclear whether “superb” is complaint or praise. Cells like this: 1.',
      'Row 5 of r.csv, “Date”: “soon” is not understood as a date. Rows that are not counted: 1.',
      'Row 3 of r.csv, “Segment”: “Somebody” is not a persona. Counted without one: 1.',
      'Lines of a feedback map that would say what is what:',
      'unrated: [superb] # or complaints, compliments, neutral',
      'personas: { leaveOut: [Somebody] } # or values: the id of a persona for each',
    ])
      expect(text).toContain(part);
  });

  it('says what the file would lose before it is applied', async () => {
    const text = await page('Date,Stars,Tags\n2026-08-01,1,Delivery\n');
    expect(text).toContain('Applying it replaces what the export does not have:');
    expect(text).toContain('delivery, 2026-08: the file has 9 / 1 / 0, the export 1 / 0 / 0 (complaints / praise / neutral).');
    expect(text).toContain('changed, was 9 / 1 / 0');
  });

  it('shows workbooks, and asks for a sheet in the words of the editor', async () => {
    const sheet = (name: string) => ({ name, rows });
    const both = await writeXlsx({ sheets: [sheet('Old'), sheet('New')] });
    const unclear = await page(both, { name: 'r.xlsx' });
    expect(unclear).toBe(
      'r.xlsx has several sheets, and it is unclear which has the answers.\n\n“Kano: Choose Sheet or Encoding…” in the title of this page reads it another way.\n',
    );
    const chosen = await page(both, { name: 'r.xlsx', sheet: 'New' });
    expect(chosen).toContain('r.xlsx is read from the sheet “New”.');
    expect(chosen).toContain('Rows counted: 2.');
    expect(chosen).toContain('“Kano: Choose Sheet or Encoding…” in the title of this page reads it another way.');
    expect(await page(await writeXlsx({ sheets: [sheet('Only')] }), { name: 'r.xlsx' })).not.toContain('Choose Sheet');
  });

  it('shows texts in GBK, and asks for an encoding in the words of the editor', async () => {
    const chinese = encoded('评价时间,评分,标签\n2026-08-01,1,Delivery\n2026-08-02,好评,Box\n', 'gbk');
    const found = await page(chinese);
    expect(found).toContain('r.csv is read as GB18030, in which its words are known.');
    expect(found).toContain('Rows counted: 2.');
    const unknown = await page(encoded('甲,乙\n丙,丁\n', 'gbk'));
    expect(unknown).toContain('r.csv is not UTF-8, and nothing in it says what else:');
    expect(unknown).toContain('“Kano: Choose Sheet or Encoding…”');
    expect(await page(chinese, { encoding: 'GBK' })).toContain('Rows counted: 2.');
  });

  it('never speaks of options of the command', async () => {
    const broken = shop.replace('complaints: 9', 'complaints: nine');
    const two = await writeXlsx({
      sheets: [
        { name: 'A', rows },
        { name: 'B', rows: [['a'], ['b']] },
      ],
    });
    const pages = [await page(csv), await page(csv, { into: broken }), await page(two, { name: 'r.xlsx' }), await page('a,b\n1,2\n')];
    for (const text of pages) expect(text).not.toMatch(/--\w|kano lint|kano import/);
    expect(pages[1]).toContain('The Problems view has them.');
  });
});
