import { expect, it } from 'vitest';
import { textsOf, withFamilies } from '../../../../src/cli/pictures/pictureText.ts';

const picture = `<svg font-family="system-ui, 'Segoe UI'" font-size="12">
<title>网店</title>
<g font-size="16" font-weight="600" fill="#000"><text x="1" y="2">Web &amp; 店</text></g>
<g class="labels"><text x="1" y="2"><tspan font-weight="600">1 </tspan>Order é</text>
<text x="3" y="4">网 only</text></g>
</svg>`;

it('finds what a picture shows, and what of it is bold', () => {
  expect(textsOf(picture).map(({ characters, isBold }) => [[...characters].join(''), isBold])).toEqual([
    ['Web店', true],
    ['1Ordeé', true],
    ['网only', false],
  ]);
});

it('names the family of a whole text where one draws it, else of each part', () => {
  const isHan = (character: string) => /\p{Script=Han}/u.test(character);
  const named = withFamilies(picture, 'Latin', (characters) => {
    const whole = ![...characters].some((character) => character === '店');
    const han = [...characters].some(isHan);
    return (character) => (whole ? (han ? 'Han' : 'Latin') : isHan(character) ? 'Han' : 'Latin');
  });
  expect(named.split('\n')).toEqual([
    `<svg font-family="'Latin'" font-size="12">`,
    '<title>网店</title>',
    `<g font-size="16" font-weight="600" fill="#000"><text x="1" y="2" font-family="'Latin'">Web &amp; <tspan font-family="'Han'">店</tspan></text></g>`,
    '<g class="labels"><text x="1" y="2"><tspan font-weight="600">1 </tspan>Order é</text>',
    `<text x="3" y="4" font-family="'Han'">网 only</text></g>`,
    '</svg>',
  ]);
});

it('leaves marks with the letter before them, and quotes no name out of its attribute', () => {
  const named = withFamilies(
    '<svg font-family="x"><text>e\u0301网</text></svg>',
    `O'Neil "<&`,
    () => (character) => (character === 'e' ? 'A' : 'B'),
  );
  expect(named).toBe(`<svg font-family="'ONeil '"><text font-family="'A'">e\u0301<tspan font-family="'B'">网</tspan></text></svg>`);
});
