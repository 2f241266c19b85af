import type { FrameLocator, Page } from 'playwright-core';

/** What on a tab stands out too little from what is behind it, one line a finding: marks need 3:1, texts of the picture 4.5:1 (axe checks all others). */
export async function contrastFindings(panel: FrameLocator | Page): Promise<string[]> {
  return panel.locator('html').evaluate(() => {
    type Color = readonly [number, number, number, number];
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This browser has no canvas to read colours with');
    const parse = (text: string): Color => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = text;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = (color: Color, ground: Color, opacity = 1): Color => {
      const share = color[3] * opacity;
      const mix = (index: 0 | 1 | 2) => color[index] * share + ground[index] * (1 - share);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = (color: Color) => {
      const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
    };
    const contrast = (a: Color, b: Color) => {
      const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    };
    const middle = (element: Element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    /** The page, the rows and strips on it, and the tints of the quadrants. */
    const groundOf = (element: Element): Color => {
      const { x, y } = middle(element);
      const boxes: Element[] = [];
      for (let around = element.parentElement; around; around = around.parentElement) boxes.unshift(around);
      let ground: Color = [255, 255, 255, 1];
      for (const box of boxes) if (box instanceof HTMLElement) ground = over(parse(getComputedStyle(box).backgroundColor), ground);
      if (!element.closest('.picture')) return ground;
      for (const tint of document.querySelectorAll('.tints rect')) {
        const area = tint.getBoundingClientRect();
        if (area.width === 0 || x < area.left || x > area.right || y < area.top || y > area.bottom) continue;
        const style = getComputedStyle(tint);
        ground = over(parse(style.fill), ground, Number(style.fillOpacity));
      }
      return ground;
    };
    const strongest = (element: Element, ground: Color) => {
      const style = getComputedStyle(element);
      const painted = [
        [
          element instanceof HTMLElement ? style.backgroundColor : style.fill,
          element instanceof HTMLElement ? 1 : Number(style.fillOpacity),
        ],
        [style.stroke, Number(style.strokeOpacity) * (Number.parseFloat(style.strokeWidth) >= 1 ? 1 : 0)],
      ] as const;
      return Math.max(
        ...painted.map(([color, opacity]) =>
          color === 'none' ? 1 : contrast(over(parse(color), ground, opacity * Number(style.opacity)), ground),
        ),
      );
    };
    const findings = (selector: string, least: number) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => element.getBoundingClientRect().width + element.getBoundingClientRect().height > 0)
        .flatMap((element) => {
          const found = strongest(element, groundOf(element));
          if (found >= least) return [];
          const around = element.closest('[class*=category-]')?.getAttribute('class') ?? element.parentElement?.getAttribute('class');
          return [`${selector} ${around}: ${found.toFixed(2)} of ${least}`];
        });
    const all = [
      ...findings('.point .mark', 3),
      ...findings('.symbol .mark', 3),
      ...findings('.segment', 3),
      ...findings('.selection', 3),
      ...findings('.whiskers path', 3),
      ...findings('.sample', 3),
      ...findings('.small .mark', 3),
      ...findings('.drift path', 3),
      ...findings('.dumbbell :is(.scale, .bar, .end-now, .end-before)', 3),
      ...findings(':is(.course, .emotion) :is(.line, .dot, .face)', 3),
      ...findings(':is(.axes, .quadrants, .label, .picture-legend) text', 4.5),
    ];
    return [...new Set(all)];
  });
}
