import { portableExp, portableLog, portableLogOfRest } from './exponential.ts';

/**
 * One draw from Binomial(trials, probability) in a time that does not grow with `trials`. Only operations that every engine rounds alike
 * decide, so that the same random numbers give the same draw everywhere.
 * @param uniform gives numbers from 0 up to but not 1
 * @param trials a whole number from 0 to 2^53
 */
export function drawBinomial(uniform: () => number, trials: number, probability: number): number {
  if (!(trials > 0) || !(probability > 0)) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - drawBinomial(uniform, trials, 1 - probability);
  return trials * probability < 10 ? drawByInversion(uniform, trials, probability) : drawByRejection(uniform, trials, probability);
}

/**
 * Adds up probabilities until they pass a uniform number, algorithm BINV of Kachitvichyanukul & Schmeiser 1988: about trials·probability
 * steps.
 */
function drawByInversion(uniform: () => number, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  const noSuccess = portableExp(trials * portableLogOfRest(probability));
  for (;;) {
    let rest = uniform();
    let chance = noSuccess;
    // Beyond 110 successes, where fewer than 10 are expected, only rounding errors are left of the probability: draw again.
    for (let successes = 0; successes <= 110; successes++) {
      if (rest <= chance) return successes;
      rest -= chance;
      chance *= (odds * (trials - successes)) / (successes + 1);
    }
  }
}

/** Transformed rejection with squeeze, algorithm BTRS of Hörmann 1993; exact for trials·probability ≥ 10. */
function drawByRejection(uniform: () => number, trials: number, probability: number): number {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const odds = probability / (1 - probability);
  const mode = Math.floor((trials + 1) * probability);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const distance = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / distance + b) * u + centre);
    if (distance >= 0.07 && v <= squeeze) return successes;
    if (successes < 0 || successes > trials) continue;
    const height = (v * alpha) / (a / (distance * distance) + b);
    if (isBelowRatio(height, successes, mode, trials, odds)) return successes;
  }
}

/** Whether `height` is at most P(successes)/P(mode). */
function isBelowRatio(height: number, successes: number, mode: number, trials: number, odds: number): boolean {
  if (Math.abs(successes - mode) > mostFactors || mode > mostOfFactor) {
    return portableLog(height) <= logRatioToMode(successes, mode, trials, odds);
  }
  // P(k)/P(k − 1) = odds·(trials − k + 1)/k, multiplied from the one to the other: quicker than logarithms.
  let above = 1;
  let below = 1;
  for (let k = Math.min(successes, mode) + 1; k <= Math.max(successes, mode); k++) {
    above *= odds * (trials - k + 1);
    below *= k;
  }
  return successes > mode ? height * below <= above : height * above <= below;
}

/** So many factors of that size stay far below the largest number. */
const mostFactors = 32;
const mostOfFactor = 1e9;

/** log of P(successes)/P(mode), with Stirling's series in place of factorials. */
function logRatioToMode(successes: number, mode: number, trials: number, odds: number): number {
  return (
    (mode + 0.5) * portableLog((mode + 1) / (odds * (trials - mode + 1))) +
    (trials + 1) * portableLog((trials - mode + 1) / (trials - successes + 1)) +
    (successes + 0.5) * portableLog((odds * (trials - successes + 1)) / (successes + 1)) +
    stirlingTail(mode) +
    stirlingTail(trials - mode) -
    stirlingTail(successes) -
    stirlingTail(trials - successes)
  );
}

/** log k! less its Stirling approximation (k + ½) log(k+1) − (k+1) + ½ log 2π. */
function stirlingTail(k: number): number {
  const exact = stirlingTails[k];
  if (exact !== undefined) return exact;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

const halfLogTwoPi = 0.9189385332046727;

const stirlingTails: readonly number[] = Array.from({ length: 10 }, (_, k) => {
  let logFactorial = 0;
  for (let factor = 2; factor <= k; factor++) logFactorial += portableLog(factor);
  return logFactorial - ((k + 0.5) * portableLog(k + 1) - (k + 1) + halfLogTwoPi);
});
