import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChartPoint, quadrantChart } from '../../../src/report/backlog/backlogMatrix.ts';
import { anyText } from './problemsIn.ts';

const pointsOf = (points: readonly ChartPoint[]) => quadrantChart(points).split('\n').slice(8);

describe('a quadrant chart', () => {
  it('has a line for each position, in the order given, with coordinates that Mermaid can read', () => {
    const points = [
      { label: 'wish-list', x: 0.294, y: 0.541 },
      { label: 'b', x: 1, y: 0 },
      { label: 'a', x: 0.999, y: 0.001 },
      { label: 'accurate', x: 0.1, y: 0.2 },
    ];
    expect(pointsOf(points)).toEqual(['  "wish-list": [0.29, 0.54]', '  "a, b": [1, 0.00]', '  "accurate": [0.10, 0.20]']);
  });

  it('lets no text be anything but a label', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ label: anyText, x: fc.double({ noNaN: true }), y: fc.double({ noNaN: true }) }), { maxLength: 3 }),
        (points) => {
          for (const line of pointsOf(points))
            expect(line).toMatch(/^ {2}"(?:[\p{L}\p{M}\p{N} ,.|/()_-]|#\d+;)*": \[(?:1|0\.\d\d), (?:1|0\.\d\d)\]$/u);
        },
      ),
    );
    expect(pointsOf([{ label: '%%{init: {}}%% "`x`" #1;\n', x: 0, y: 0 }])[0]).toBe(
      '  "#37;#37;#123;init#58; #123;#125;#125;#37;#37; #34;#96;x#96;#34; #35;1#59; ": [0.00, 0.00]',
    );
  });
});
