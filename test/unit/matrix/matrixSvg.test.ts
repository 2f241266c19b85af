import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMatrix } from '../../../src/matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../../src/matrix/matrixPoint.ts';
import { matrixSvg } from '../../../src/matrix/matrixSvg.ts';
import { matrixTexts, symbolTitle } from '../../../src/matrix/matrixTexts.ts';
import { palettes, themes } from '../../../src/matrix/palette.ts';
import { matrixDescription } from '../../../src/terms/featureSentences.ts';
import { webShop } from './webShop.ts';

const size = { width: 960, height: 640 };

function draw(points: readonly MatrixPoint[], product = 'Web shop', theme: 'light' | 'dark' = 'light'): string {
  return matrixSvg(layoutMatrix(points, size, { texts: matrixTexts(product, points) }), palettes[theme]);
}

describe('the picture', () => {
  it.each(themes)('of the web shop is as reviewed (%s)', async (theme) => {
    await expect(draw(webShop(), 'Web shop', theme)).toMatchFileSnapshot(`./webShop.${theme}.svg`);
  });

  it('says what it is to those who do not see it', () => {
    const svg = draw(webShop());
    expect(svg).toContain('<title>Web shop</title>');
    expect(svg).toContain(`<desc>${matrixDescription('Web shop', webShop())}</desc>`);
    for (const point of webShop()) expect(svg).toContain(`<title>${symbolTitle(point)}</title>`);
  });

  it('has a legend of what occurs, and hollow marks with a question mark for assumptions', () => {
    const points = webShop().filter(({ category }) => category === 'M' || category === 'A');
    const svg = draw(points.map((point, index) => (index === 0 ? { ...point, assumed: true } : point)));
    const legend = svg.slice(svg.indexOf('class="legend"'));
    expect([...legend.matchAll(/>([^<>\n?]+)<\/text>/g)].map(([, text]) => text)).toEqual([
      'Must-be',
      'Attractive',
      'assumed',
      'undecided between two categories',
    ]);
    expect(svg).toContain('>?</text>');
  });

  it('is drawn without any point', () => {
    const svg = draw([]);
    expect(svg).toContain('ATTRACTIVE');
    expect(tags(svg)).not.toThrow();
  });
});

describe('hostile titles', () => {
  const [first] = webShop() as [MatrixPoint];
  const hostile = [
    '</text><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    '&lt;b&gt; &amp; <!--',
    ']]>',
    '\u0000\u0008\ud800',
    '\u202eright to left',
  ];

  it.each(hostile)('%j stays text', (title) => {
    const svg = draw([{ ...first, title }], title);
    expect(tags(svg)).not.toThrow();
    expect(svg).not.toMatch(/<(script|img)|<[^>]*\son\w+=/);
  });

  it('any text gives a well-formed picture without style attributes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (title, product) => {
        const svg = draw([{ ...first, title }], product);
        tags(svg)();
        expect(svg).not.toMatch(/<[^>]*\sstyle=/);
        expect(svg).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u);
      }),
    );
  });
});

/** Reads the picture with the grammar of XML elements, and fails where it is not well-formed. */
function tags(svg: string): () => void {
  return () => {
    const open: string[] = [];
    const rest = svg.replace(/<(\/?)(\w+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>/g, (_, closing, name, _attributes, empty) => {
      if (closing) {
        if (open.pop() !== name) throw new Error(`${name} closed, but not open`);
      } else if (!empty) open.push(name);
      return '';
    });
    if (open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot|#39|#x[0-9a-f]+|#58|#35);)/.test(rest)) throw new Error('not well-formed');
  };
}
