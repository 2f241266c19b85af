import type { Interval } from '../results.ts';

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
