import { portableLog } from './exponential.ts';

/**
 * How many of a sample are marked, when `sample` things are drawn without replacement from `marked` marked and `others` unmarked ones:
 * one draw. Only operations that every engine rounds alike decide, so that the same random numbers give the same draw everywhere.
 * @param uniform gives numbers from 0 up to but not 1
 * @param sample at most `marked` + `others`; all three are whole numbers from 0 to 10^11
 */
export function drawHypergeometric(uniform: () => number, marked: number, others: number, sample: number): number {
  if (marked === 0 || sample === 0) return 0;
  const total = marked + others;
  if (total <= mostFromMode) return drawFromMode(uniform, marked, total, sample);
  if (sample * 2 > total) return marked - drawHypergeometric(uniform, marked, others, total - sample);
  if (marked > others) return sample - drawHypergeometric(uniform, others, marked, sample);
  // To mark a sample and to sample the marked is the same.
  const fewer = Math.min(sample, marked);
  const more = Math.max(sample, marked);
  return fewer < 10 ? drawOneByOne(uniform, more, total, fewer) : drawByRejection(uniform, more, total, fewer);
}

const mostFromMode = 1000;

/** Adds up probabilities until they pass a uniform number, from the most likely value to both sides, as in algorithm AS 159 (Patefield 1981). */
function drawFromMode(uniform: () => number, marked: number, total: number, sample: number): number {
  const unmarked = total - marked - sample;
  const lowest = Math.max(0, -unmarked);
  const highest = Math.min(marked, sample);
  const mode = Math.floor(((sample + 1) * (marked + 1)) / (total + 2));
  let above = mode;
  let below = mode;
  let chanceAbove = chanceOf(mode, marked, total, sample);
  let chanceBelow = chanceAbove;
  let rest = uniform() - chanceAbove;
  if (rest < 0) return mode;
  while (above < highest || below > lowest) {
    if (above < highest) {
      chanceAbove *= ((marked - above) * (sample - above)) / ((above + 1) * (unmarked + above + 1));
      above++;
      rest -= chanceAbove;
      if (rest < 0) return above;
    }
    if (below > lowest) {
      chanceBelow *= (below * (unmarked + below)) / ((marked - below + 1) * (sample - below + 1));
      below--;
      rest -= chanceBelow;
      if (rest < 0) return below;
    }
  }
  // Only rounding errors are left of the probability.
  return mode;
}

/** The probability of `found`, a quotient of factorials; `total` is at most `mostFromMode`, and the probability not below 2^−50. */
function chanceOf(found: number, marked: number, total: number, sample: number): number {
  const { mantissa, exponent } = factorials;
  const others = total - marked;
  const rest = total - sample;
  const unmarked = others - sample + found;
  let chance = (at(mantissa, marked) * at(mantissa, others) * at(mantissa, sample) * at(mantissa, rest)) / at(mantissa, total);
  chance /= at(mantissa, found) * at(mantissa, marked - found) * at(mantissa, sample - found) * at(mantissa, unmarked);
  let halvings = at(exponent, total) + at(exponent, found) + at(exponent, marked - found) + at(exponent, sample - found);
  halvings += at(exponent, unmarked) - at(exponent, marked) - at(exponent, others) - at(exponent, sample) - at(exponent, rest);
  for (; halvings >= 30; halvings -= 30) chance /= 2 ** 30;
  return halvings < 0 ? chance * (1 << -halvings) : chance / (1 << halvings);
}

/** k! = mantissa · 2^exponent, the mantissa from 1 up to but not 2. */
const factorials = { mantissa: new Float64Array(mostFromMode + 1).fill(1), exponent: new Int32Array(mostFromMode + 1) };
for (let k = 2; k <= mostFromMode; k++) {
  let mantissa = at(factorials.mantissa, k - 1) * k;
  let exponent = at(factorials.exponent, k - 1);
  for (; mantissa >= 2; exponent++) mantissa /= 2;
  factorials.mantissa[k] = mantissa;
  factorials.exponent[k] = exponent;
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] as number;
}

function drawOneByOne(uniform: () => number, marked: number, total: number, sample: number): number {
  let found = 0;
  for (let drawn = 0; drawn < sample; drawn++) if (uniform() * (total - drawn) < marked - found) found++;
  return found;
}

/** Ratio of uniforms, algorithm HRUA of Stadlober 1989; `sample` ≤ `marked` ≤ `total`/2. */
function drawByRejection(uniform: () => number, marked: number, total: number, sample: number): number {
  const share = marked / total;
  const centre = sample * share + 0.5;
  const deviation = Math.sqrt(((total - sample) * sample * share * (1 - share)) / (total - 1) + 0.5);
  // 2√(2/e) and 3 − 2√(3/e).
  const width = 1.7155277699214135 * deviation + 0.8989161620588988;
  const end = Math.min(sample + 1, Math.floor(centre + 16 * deviation));
  const mode = Math.floor(((sample + 1) * (marked + 1)) / (total + 2));
  const unmarked = total - marked - sample;
  const logWeight = (found: number) =>
    logFactorial(found) + logFactorial(marked - found) + logFactorial(sample - found) + logFactorial(unmarked + found);
  const logWeightOfMode = logWeight(mode);
  for (;;) {
    const u = 1 - uniform();
    const found = Math.floor(centre + (width * (uniform() - 0.5)) / u);
    if (found < 0 || found >= end) continue;
    const logRatio = logWeightOfMode - logWeight(found);
    // Two quick bounds around 2 log u.
    if (u * (4 - u) - 3 <= logRatio) return found;
    if (u * (u - logRatio) >= 1) continue;
    if (2 * portableLog(u) <= logRatio) return found;
  }
}

/** log k!, from a table or by Stirling's series. */
function logFactorial(k: number): number {
  if (k < logFactorials.length) return logFactorials[k] as number;
  if (k < mostInTable) {
    logFactorials = tableUpTo(k);
    return logFactorials[k] as number;
  }
  const reciprocal = 1 / k;
  return (k + 0.5) * portableLog(k) - k + halfLogTwoPi + reciprocal / 12;
}

const mostInTable = 65_536;
let logFactorials = new Float64Array(2);

function tableUpTo(k: number): Float64Array<ArrayBuffer> {
  const table = new Float64Array(Math.min(mostInTable, 2 * k));
  for (let factor = 2; factor < table.length; factor++) table[factor] = (table[factor - 1] as number) + portableLog(factor);
  return table;
}

const halfLogTwoPi = 0.9189385332046727;
