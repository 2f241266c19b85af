import type { Entry } from '../document/entry.ts';
import { overlappingTallies } from '../wording/problems/references.ts';
import type { Finding } from './problem.ts';

/** `kano/overlapping-tallies`: respondents who would count twice, on the later entry. */
export function checkOverlappingTallies(entry: Entry): readonly Finding[] {
  return entry.tallyOverlaps.map(({ index, kind, tally }) => ({
    code: 'kano/overlapping-tallies',
    place: entry.placeOf(['tallies', index]),
    message: overlappingTallies(kind, tally.survey ?? null, tally.persona ?? null),
  }));
}
