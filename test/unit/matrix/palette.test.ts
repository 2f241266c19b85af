import { describe, expect, it } from 'vitest';
import { categories } from '../../../src/document/format/model.ts';
import { meaningfulColors, type Palette, palettes, themes } from '../../../src/matrix/palette.ts';
import { shapeOf } from '../../../src/matrix/symbol.ts';
import { categoryWording } from '../../../src/terms/categoryLabels.ts';

type Color = readonly [number, number, number];

/** Severe colour vision deficiencies as matrices over linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const visions: Readonly<Record<string, readonly Color[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe.each(themes)('the %s palette', (theme) => {
  const palette: Palette = palettes[theme];

  it.each(meaningfulColors(palette))('has %s at 3:1 or better against ground and plot', (color) => {
    expect(contrast(color, palette.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(color, palette.plot)).toBeGreaterThanOrEqual(3);
  });

  it('has its texts at 4.5:1 or better', () => {
    for (const color of [palette.text, palette.quiet]) {
      expect(contrast(color, palette.ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color, palette.plot)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps symbols and texts readable on the tint of every quadrant', () => {
    for (const quadrant of ['A', 'O', 'M', 'I'] as const) {
      const ground = mixed(palette.categories[quadrant], palette.plot, palette.tint);
      for (const color of meaningfulColors(palette)) expect(contrast(color, ground), `${color} on ${quadrant}`).toBeGreaterThanOrEqual(3);
      for (const color of [palette.text, palette.quiet])
        expect(contrast(color, ground), `${color} on ${quadrant}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  // 0.02 is about the smallest difference that can be seen side by side.
  it.each(Object.entries(visions))('keeps its categories apart with %s colour vision', (_, vision) => {
    const seen = categories.map((category) => oklab(seenWith(vision, linear(palette.categories[category]))));
    const distances = seen.flatMap((a, index) => seen.slice(index + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])));
    expect(Math.min(...distances)).toBeGreaterThan(0.1);
  });
});

it('has the shapes that the wording has', () => {
  for (const category of [...categories, null]) expect(shapeOf(category)).toBe(categoryWording(category).shape);
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

/** A colour over another one, as screens mix them. */
function mixed(color: string, ground: string, opacity: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [over, under] = [color, ground].map((each) => Number.parseInt(each.slice(start, start + 2), 16)) as [number, number];
    return Math.round(over * opacity + under * (1 - opacity))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(color: string): Color {
  const channel = (start: number) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function seenWith(vision: readonly Color[], color: Color): Color {
  const row = (index: number) => {
    const [red, green, blue] = vision[index] as Color;
    return Math.min(Math.max(red * color[0] + green * color[1] + blue * color[2], 0), 1);
  };
  return [row(0), row(1), row(2)];
}

/** Ottosson's OKLab, in which equal distances look about equal. */
function oklab([red, green, blue]: Color): Color {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}
