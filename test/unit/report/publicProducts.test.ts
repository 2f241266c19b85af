import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysedProduct } from '../../../src/analysis/productAnalysis.ts';
import { saidOf } from '../../../src/analysis/saidOf.ts';
import { productList, singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { decisionsOf } from '../../../src/report/decisions/decisions.ts';
import { publicFiles } from '../../../src/report/published/publicProducts.ts';
import { publicKeys } from '../../../src/report/published/publicText.ts';
import { withoutAddresses } from '../../../src/report/published/withoutAddresses.ts';
import { readExample } from '../examples/readExample.ts';

const schema = JSON.parse(readFileSync(new URL('../../../schemas/kano.schema.json', import.meta.url), 'utf8'));

/** Kept at home. A new key of the format belongs here, or among those that reports for the public show. */
const privateKeys = [
  '$schema',
  'description',
  'owner',
  'links',
  'tracker',
  'question',
  'functional',
  'dysfunctional',
  'quote',
  'note',
  'link',
];

function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { properties } = value as { readonly properties?: object };
  return [...(properties ? Object.keys(properties) : []), ...Object.values(value).flatMap(keysIn)];
}

describe('products for the public', () => {
  it('decide about every key of the format', () => {
    expect([...publicKeys, ...privateKeys].sort()).toEqual([...new Set(keysIn(schema))].sort());
  });

  it.each(['web-shop/shop.kano.yaml', 'web-shop-zh/shop.kano.yaml', 'multi-file/service/service.kano.yaml'])(
    'have the same numbers: %s',
    async (path) => {
      const { product } = await readExample(path);
      const before = { ...analysedProduct(product), path, faulty: [] };
      const [after] = publicFiles([before]);
      const numbers = ({ product, analysis }: typeof before) =>
        productList(product, 'features').map(({ item: { value } }) => {
          const { sources: _, ...evidence } = analysis.evidence(value) ?? { sources: [] };
          return [value.id, analysis.featureAnalysis(value), analysis.priority(value), evidence];
        });
      expect(after && numbers(after as typeof before)).toEqual(numbers(before));
      expect(after && decisionsOf(after, null)).toEqual(decisionsOf(before, null));
    },
  );

  it('have no quotes, notes or links of evidence, which the details of the panel show', () => {
    const evidence = '{ source: reviews, complaints: 9, quote: I gave up, note: secret, link: "https://desk.example/31" }';
    const product = singleFileProduct(readModel('a.kano.yaml', `kano: 1\nfeatures: [{ id: a, tracker: A-1, evidence: [${evidence}] }]\n`));
    const [after] = publicFiles([{ ...analysedProduct(product), path: 'a', faulty: [] }]);
    const [feature] = after ? productList(after.product, 'features') : [];
    expect(feature?.item.value.evidence).toHaveLength(1);
    expect(feature && saidOf(feature.item.value)).toEqual([]);
    expect(feature && saidOf(productList(product, 'features')[0]?.item.value ?? {})).toHaveLength(1);
  });

  it('have no addresses in their texts', () => {
    const text = 'See https://a.example/b?c=d#e, (www.b.example) or mailto:x.y@c.example.org; ask 李@例子.中国: file:///home/x';
    expect(withoutAddresses(text)).toBe('See … (… or …; ask …: …');
    const hidden = [
      ...[
        '_https://intern.example/A-1_',
        '2https://intern.example',
        '_www.intern.example',
        'tracker.intern.example/REQ-12',
        'intern.example:8080',
      ],
      ...[
        '10.0.3.7:8080/admin',
        '10.0.3.7',
        'localhost:3000',
        'wiki:8080/intern',
        '//wiki/intern',
        String.raw`\\srv\intern`,
        '~/intern',
        '/home/intern/x',
      ],
      ...[String.raw`C:\Users\Intern Intern\x`, 'C:/Users/intern', 'anna@intern', 'tel:+49 170 1234567', 'sms:+491701234567'],
    ];
    for (const address of hidden) {
      const shown = withoutAddresses(`See ${address}`);
      expect([address, shown]).toEqual([address, expect.stringMatching(/^See [_2]?…_?$/)]);
    }
    const ordinary = [
      'and/or',
      '24/7',
      'km/h',
      'A/B',
      '1.2/1.3',
      'e.g. this/that',
      'Node.js/React',
      '10:30/11:30',
      '2025/26',
      'Ratio:10/20',
      '5@10',
      'v1.2.3',
      '支付/退款',
    ];
    for (const plain of ordinary) expect(withoutAddresses(`See ${plain} here`)).toBe(`See ${plain} here`);
    for (const plain of ['3 @ 4', 'a:b', '@name', 'read/write', 'http', '5://', 'C++ @home']) expect(withoutAddresses(plain)).toBe(plain);
  });
});
