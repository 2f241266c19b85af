import { type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { categorise, isWanted, roundingSlack } from './categoryRules.ts';
import { total } from './counts.ts';
import { keptByCounts } from './keptByCounts.ts';
import { chanceOfLargest, mostTrials } from './statistics/largestCell.ts';
import { chanceOfLargestOfSide, mostTrialsOfSides } from './statistics/largestOfSide.ts';
import { chanceBeyondLead, chanceWithinLead } from './statistics/withinLead.ts';

/**
 * The stability without a draw; `null` without answers, and where that would take longer than draws, or not be right: under `mode` from more
 * than a million answers, under `berger` from more than 3,000, and under `lead` from fewer than 60 or more than a million, with hardly any outside of two
 * categories, and for a lead above .1.
 */
export const computedStability: (counts: Counts, rule: CategoryRule, lead: number) => number | null = keptByCounts((counts, rule, lead) => {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const own = categories.indexOf(category);
  const frequencies = categories.map((category) => counts[category]);
  const n = total(counts);
  switch (rule) {
    case 'mode':
      return n <= mostTrials ? rounded(chanceOfLargest(frequencies, own)) : null;
    case 'berger':
      return n <= mostTrialsOfSides ? rounded(bySides(frequencies, own)) : null;
    case 'lead':
      return isSmooth(frequencies, n, lead) ? rounded(byLead(frequencies, own, lead * n + roundingSlack(n))) : null;
  }
});

function bySides(frequencies: readonly number[], own: number): number {
  const rivals = [];
  let other = 0;
  for (const [index, count] of frequencies.entries()) {
    if (isWanted(index) !== isWanted(own)) other += count;
    else if (index !== own) rivals.push({ count, winsTies: index < own });
  }
  return chanceOfLargestOfSide({ own: frequencies[own] as number, rivals, other, winsTies: !isWanted(own) });
}

/** From so many answers on `chanceWithinLead` is right to .003, as compared with exact sums. */
const fewestAnswers = 60;
/** With fewer outside of two categories it matters whether their sum is even. */
const fewestOutside = 5;
const largestLead = 0.1;

function isSmooth(frequencies: readonly number[], n: number, lead: number): boolean {
  const [first = 0, second = 0] = frequencies.toSorted((left, right) => right - left);
  return lead <= largestLead && n >= fewestAnswers && n <= mostTrials && n - first - second >= fewestOutside;
}

/** M, O, A and I come before the others where they are within the lead. */
const withinLead = 4;

function byLead(frequencies: readonly number[], own: number, lead: number): number {
  const before = frequencies.slice(0, Math.min(own, withinLead));
  const cell = frequencies[own] as number;
  if (own < withinLead) return chanceWithinLead({ own: cell, before, after: frequencies.slice(own + 1) }, lead);
  const other = frequencies[own === withinLead ? withinLead + 1 : withinLead] as number;
  return chanceBeyondLead({ own: cell, before, other, winsTies: own === withinLead }, lead);
}

/** To the digits that are right, or more. */
function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
