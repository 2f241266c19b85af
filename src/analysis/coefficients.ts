import type { Counts } from '../document/format/model.ts';
import type { Interval } from './results.ts';

/** Better is 0 to 1, Worse −1 to 0, both `null` when nobody is in M, O, A or I. Intervals are 95 %, ascending. */
interface Coefficients {
  readonly better: number | null;
  readonly worse: number | null;
  readonly betterInterval: Interval | null;
  readonly worseInterval: Interval | null;
}

const undefinedCoefficients: Coefficients = { better: null, worse: null, betterInterval: null, worseInterval: null };

/** The customer satisfaction coefficients of Timko 1993 (in Berger et al.); R and Q do not count. */
export function coefficients(counts: Counts): Coefficients {
  const trials = coefficientBase(counts);
  if (trials === 0) return undefinedCoefficients;
  const [low, high] = wilsonInterval(counts.O + counts.M, trials);
  return {
    better: (counts.A + counts.O) / trials,
    worse: negative((counts.O + counts.M) / trials),
    betterInterval: wilsonInterval(counts.A + counts.O, trials),
    worseInterval: [negative(high), negative(low)],
  };
}

/** Better and Worse without intervals. */
export function betterAndWorse(counts: Counts): Pick<Coefficients, 'better' | 'worse'> {
  const trials = coefficientBase(counts);
  if (trials === 0) return { better: null, worse: null };
  return { better: (counts.A + counts.O) / trials, worse: negative((counts.O + counts.M) / trials) };
}

/** m: the number of respondents that the coefficients are computed from. */
export function coefficientBase(counts: Counts): number {
  return counts.A + counts.O + counts.M + counts.I;
}

/** The negated number, but never −0, which some formatters print as “-0”. */
export function negative(value: number): number {
  return value === 0 ? 0 : -value;
}

/** The 97.5 % quantile of the standard normal distribution. */
const z = 1.959964;

/**
 * The 95 % score interval of a binomial proportion (Wilson 1927), within 0 to 1 and around the estimate.
 * @param successes 0 to `trials`
 * @param trials above 0
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  const estimate = successes / trials;
  const centre = estimate + (z * z) / (2 * trials);
  const half = z * Math.sqrt((estimate * (1 - estimate)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  // At 0 and 1 the bound is the estimate itself; rounding must not push it past.
  return [Math.max(0, Math.min(estimate, (centre - half) / scale)), Math.min(1, Math.max(estimate, (centre + half) / scale))];
}
