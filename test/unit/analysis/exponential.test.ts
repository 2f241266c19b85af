import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { portableExp, portableLog, portableLogOfRest } from '../../../src/analysis/statistics/exponential.ts';

test('the logarithm', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
      expect(Math.abs(portableLog(value) - Math.log(value))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log(value))));
    }),
  );
});

test('the logarithm of 1 − x, also of an x that gets lost in the difference', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-30, max: 0.999, noNaN: true }), (value) => {
      expect(Math.abs(portableLogOfRest(value) - Math.log1p(-value))).toBeLessThanOrEqual(4e-15 * Math.abs(Math.log1p(-value)));
    }),
  );
  expect(portableLogOfRest(1e-20)).toBe(-1e-20);
});

test('the exponential function', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (value) => {
      expect(Math.abs(portableExp(value) / Math.exp(value) - 1)).toBeLessThanOrEqual(1e-14);
    }),
  );
  expect(portableExp(0)).toBe(1);
  expect(portableExp(-744)).toBeGreaterThan(0);
  expect([-746, Number.NEGATIVE_INFINITY].map(portableExp)).toEqual([0, 0]);
  expect([710, Number.POSITIVE_INFINITY].map(portableExp)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
});

/** Known digits: an engine that rounded otherwise would show here. */
test('the same digits on every machine', () => {
  const values = [0.001, 0.3, 0.7, 2, 358, 1e9];
  expect(values.map(portableLog)).toMatchInlineSnapshot(`
    [
      -6.907755278982137,
      -1.203972804325936,
      -0.3566749439387324,
      0.6931471805599453,
      5.8805329864007,
      20.72326583694641,
    ]
  `);
  expect(values.slice(0, 5).map(portableExp)).toMatchInlineSnapshot(`
    [
      1.0010005001667084,
      1.3498588075760032,
      2.0137527074704766,
      7.38905609893065,
      3.0020956233632933e+155,
    ]
  `);
});
