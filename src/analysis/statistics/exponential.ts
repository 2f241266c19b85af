/**
 * Logarithm and exponential function from operations that every engine rounds alike. Those of `Math` may differ in the last digit from
 * engine to engine, and what decides about a category has to be the same on every machine.
 */

/** The natural logarithm of a number above 0, to about 15 digits. */
export function portableLog(value: number): number {
  let mantissa = value;
  let exponent = 0;
  for (; mantissa > 1.5; exponent++) mantissa /= 2;
  for (; mantissa < 0.75; exponent--) mantissa *= 2;
  // |s| ≤ 0.2.
  return exponent * Math.LN2 + twoArtanh((mantissa - 1) / (mantissa + 1));
}

/** log(1 − x) for x from 0 up to but not 1, exact for tiny x as well. */
export function portableLogOfRest(x: number): number {
  return x > 0.3 ? portableLog(1 - x) : twoArtanh(-x / (2 - x));
}

/** eˣ to about 15 digits; 0 where it is below the smallest number, infinity where it is above the largest. */
export function portableExp(x: number): number {
  if (x < -745) return 0;
  if (x > 709.7) return Number.POSITIVE_INFINITY;
  const doublings = Math.round(x / Math.LN2);
  // ln 2 in two parts, so that no digits are lost in the difference.
  const rest = x - doublings * 0.6931471803691238 - doublings * 1.9082149292705877e-10;
  let series = 1;
  for (let power = 14; power >= 1; power--) series = 1 + (series * rest) / power;
  return scaled(series, doublings);
}

/** log((1 + s)/(1 − s)) for |s| ≤ 0.2. */
function twoArtanh(s: number): number {
  const square = s * s;
  let series = 0;
  for (const coefficient of artanhSeries) series = series * square + coefficient;
  return 2 * s * series;
}

const artanhSeries = [1 / 21, 1 / 19, 1 / 17, 1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3, 1];

/** value · 2^doublings, by factors that can be multiplied without a rounding error. */
function scaled(value: number, doublings: number): number {
  let result = value;
  let left = doublings;
  for (; left <= -30; left += 30) result /= 1_073_741_824;
  for (; left >= 30; left -= 30) result *= 1_073_741_824;
  return left < 0 ? result / (1 << -left) : result * (1 << left);
}
