import type { Tally } from './model.ts';

/** A tally that counts respondents whom an earlier one of the same feature counts already. */
export interface TallyOverlap {
  /** Index of the later tally. */
  readonly index: number;
  /** The same survey and persona stand twice, or a survey stands both as a whole and by persona. */
  readonly kind: 'twice' | 'whole-and-parts';
  readonly tally: Tally;
}

/** The overlaps among a feature's tallies: within one survey there is either one tally without persona or one per persona. */
export function tallyOverlaps(tallies: readonly Tally[]): readonly TallyOverlap[] {
  return tallies.flatMap((tally, index): TallyOverlap[] => {
    const sameSurvey = tallies.slice(0, index).filter((earlier) => earlier.survey === tally.survey);
    if (sameSurvey.some((earlier) => earlier.persona === tally.persona)) return [{ index, kind: 'twice', tally }];
    const mixed = sameSurvey.some((earlier) => (earlier.persona === undefined) !== (tally.persona === undefined));
    return mixed ? [{ index, kind: 'whole-and-parts', tally }] : [];
  });
}
