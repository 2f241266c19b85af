import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { encoded } from '../survey/tables/encoded.ts';
import { kanoProcess, temporaryFolder } from './command.ts';
import { folderWith } from './folder.ts';

const temporary = temporaryFolder();
const shop = 'kano: 1\nproduct: 灯具店\nfeatures:\n  - id: delivery\n    title: 配送时间\n  - id: box\n    title: 包装\n';
const rows = [
  ['评价时间', '评分', '标签', '评价内容'],
  ['2026-08-01', '1', '配送时间', '物流太慢'],
  ['2026-08-03', '5', '包装', '包装很好'],
  ['2026-08-05', '5', '配送时间、包装', '很快，很好'],
];
const text = rows.map((row) => row.join(',')).join('\n');
const expected = {
  delivery: '{ source: 评价, date: 2026-08-05, complaints: 1, compliments: 1 }',
  box: '{ source: 评价, date: 2026-08-05, complaints: 0, compliments: 2 }',
};

async function imported(name: string, content: Uint8Array, options: readonly string[] = []) {
  const folder = folderWith(temporary(), { 'shop.kano.yaml': shop, [name]: content });
  const call = ['import-feedback', name, '--into', 'shop.kano.yaml', '--source', '评价', ...options];
  const result = await kanoProcess(folder, call);
  return { ...result, file: readFileSync(join(folder, 'shop.kano.yaml'), 'utf8') };
}

function expectCounted({ file, code }: { readonly file: string; readonly code: number | null }): void {
  expect(code).toBe(0);
  for (const evidence of Object.values(expected)) expect(file).toContain(evidence);
}

describe('kano import-feedback', () => {
  it('reads a workbook, from the sheet that has the reviews or the one that is named', async () => {
    expectCounted(await imported('reviews.xlsx', await writeXlsx({ sheets: [{ name: '评价', rows }] })));
    const notes = {
      name: '说明',
      rows: [
        ['字段', '说明', '其他'],
        ['a', 'b', 'c'],
      ],
    };
    const beside = await imported('reviews.xlsx', await writeXlsx({ sheets: [notes, { name: '评价', rows }] }));
    expectCounted(beside);
    expect(beside.errors).toContain('reviews.xlsx: the answers are taken from the sheet “评价”. --sheet names another.');
    const twice = await writeXlsx({
      sheets: [
        { name: '旧', rows: rows.slice(0, 2) },
        { name: '新', rows },
      ],
    });
    const unclear = await imported('reviews.xlsx', twice);
    expect([unclear.code, unclear.file]).toEqual([2, shop]);
    expect(unclear.errors).toContain('it is unclear which has the answers: “旧” and “新”. Name it with --sheet.');
    expectCounted(await imported('reviews.xlsx', twice, ['--sheet', '新']));
  });

  it('reads GBK by what the text then means, or as it is told', async () => {
    const found = await imported('reviews.csv', encoded(text, 'gbk'));
    expectCounted(found);
    expect(found.errors).toContain('reviews.csv is read as GB18030, in which its words are known. --encoding names another.');
    expectCounted(await imported('reviews.csv', encoded(text, 'gbk'), ['--encoding', 'gbk']));
    const wrong = await imported('reviews.csv', encoded(text, 'gbk'), ['--encoding', 'utf-8']);
    expect([wrong.code, wrong.file]).toEqual([2, shop]);
    expect(wrong.errors).toContain('reviews.csv is not utf-8: not all of it can be read that way.');
  });
});
