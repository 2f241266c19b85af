import { portableExp, portableLog } from './exponential.ts';

/**
 * The probability that a χ² variable is at least `statistic`: the regularised upper incomplete gamma function Q(df/2, χ²/2).
 * Accurate to about 12 digits, far tails included (where 1 − cdf would give 0).
 * @param statistic 0 or more
 * @param degreesOfFreedom a whole number above 0
 */
export function chiSquaredTail(statistic: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  const x = statistic / 2;
  if (!(x > 0)) return 1;
  const factor = portableExp(a * portableLog(x) - x - logGammaOfHalves(degreesOfFreedom));
  const tail = x < a + 1 ? 1 - factor * lowerSeries(a, x) : factor * upperFraction(a, x);
  return Math.min(1, Math.max(0, tail));
}

/** γ(a, x) eˣ x⁻ᵃ = Σ xᵏ / (a(a+1)…(a+k)), DLMF 8.7.1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * Number.EPSILON; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Γ(a, x) eˣ x⁻ᵃ as a continued fraction, DLMF 8.9.2, by Lentz's method as modified by Thompson and Barnett. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let denominator = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / denominator;
  let value = d;
  for (let k = 1; k < 100_000; k++) {
    const numerator = k * (a - k);
    denominator += 2;
    d = 1 / orTiny(numerator * d + denominator, tiny);
    c = orTiny(denominator + numerator / c, tiny);
    value *= c * d;
    if (Math.abs(c * d - 1) < 2 * Number.EPSILON) break;
  }
  return value;
}

function orTiny(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** log Γ(halves/2), from Γ(½) = √π or Γ(1) = 1 upwards. */
function logGammaOfHalves(halves: number): number {
  const isOdd = halves % 2 === 1;
  let log = isOdd ? portableLog(Math.PI) / 2 : 0;
  for (let argument = isOdd ? 0.5 : 1; argument < halves / 2; argument++) log += portableLog(argument);
  return log;
}
