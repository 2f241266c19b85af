/** Quantiles of the standard normal distribution: 97.5 % for a two-sided test at 5 %, and 80 % power. */
const significance = 1.959964;
const power = 0.841621;

/** Differences of shares that are rounding errors. */
const roundingError = 1e-9;

/**
 * How many answers in all tell two categories of one survey apart with 80 % power if their shares stay:
 * (z₀.₉₇₅·√(p₁+p₂) + z₀.₈·√(p₁+p₂−d²))²/d², the sample size for McNemar's test (Connor 1987), rounded up; `null` when the shares are equal.
 * @param larger and `smaller` are counts out of `n` answers
 * @param margin the difference of the shares, −1 to 1, that theirs is to be told from
 */
export function answersNeeded(larger: number, smaller: number, n: number, margin = 0): number | null {
  const lead = (larger - smaller) / n;
  const distance = Math.abs(lead - margin);
  if (!(distance > roundingError)) return null;
  const both = (larger + smaller) / n;
  const deviation = (difference: number) => Math.sqrt(Math.max(0, both - difference * difference));
  const width = significance * deviation(margin) + power * deviation(lead);
  return Math.ceil((width * width) / (distance * distance));
}

/** Beyond this many answers two categories are practically tied. */
export const mostAnswersNeeded = 2000;

/** Rounded up to two significant digits: no survey is planned more precisely. */
export function roundedAnswersNeeded(answers: number): number {
  const step = 10 ** Math.max(0, Math.floor(answers).toString().length - 2);
  return Math.ceil(answers / step) * step;
}
