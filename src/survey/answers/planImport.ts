import { countsFromAnswers } from '../../analysis/evaluationTable.ts';
import { groupBy } from '../../base/groupBy.ts';
import { type Answers, type Counts, categories, type EvaluationTable, type Tally } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { TallyChange } from '../../document/writing/setTallies.ts';
import type { FeatureTally } from './featureTally.ts';

/** A tally of an import, compared with the file. */
interface PlannedTally {
  readonly feature: string;
  readonly persona: string | undefined;
  readonly n: number;
  readonly counts: Counts;
  readonly importance?: number | undefined;
  readonly state: 'added' | 'changed' | 'same';
  /** The answers in the file, where the tally changes and has some. */
  readonly before?: { readonly n: number /** Whether all of them may be among those of the import. */; readonly isContained: boolean };
  /** The importance in the file, where the answers change and the import has none: it stays. */
  readonly keptImportance?: number;
}

export interface ImportPlan {
  /** What is to be written, without tallies that the file already has with the same numbers. */
  readonly changes: readonly TallyChange[];
  readonly tallies: readonly PlannedTally[];
  /** Features whose tallies in the file have errors, or whose id is duplicate. */
  readonly unreadable: readonly string[];
  /** Features where either the file or the import, but not both, has tallies by persona for this survey. */
  readonly overlapping: readonly string[];
  /** Tallies of this survey for which the import has no answers. */
  readonly kept: readonly { readonly feature: string; readonly persona: string | undefined }[];
}

/**
 * Compares an import with a file.
 * @param survey the id of the survey that the tallies belong to, if any
 */
export function planImport(
  model: KanoModel,
  read: readonly FeatureTally[],
  survey: string | undefined,
  table: EvaluationTable,
): ImportPlan {
  const [changes, tallies, kept]: [TallyChange[], PlannedTally[], ImportPlan['kept'][number][]] = [[], [], []];
  const [unreadable, overlapping]: [string[], string[]] = [[], []];
  const items = groupBy(model.list('features'), ({ value }) => value.id);
  for (const { feature, groups } of read) {
    const [item, other] = items.get(feature) ?? [];
    if (!item || other || item.talliesUnreadable) {
      unreadable.push(feature);
      continue;
    }
    const known = talliesOf(item).filter((tally) => tally.survey === survey);
    if (groups.some(({ persona }) => known.some((tally) => (tally.persona === undefined) !== (persona === undefined))))
      overlapping.push(feature);
    for (const { persona, n, answers, importance } of groups) {
      const counts = countsFromAnswers(answers, table);
      const before = known.find((tally) => tally.persona === persona);
      const state = before === undefined ? 'added' : saysSame(before, answers, counts, importance) ? 'same' : 'changed';
      const inFile = before && state === 'changed' ? answersIn(before) : 0;
      tallies.push({
        ...{ feature, persona, n, counts, importance, state },
        ...(before && inFile > 0 && { before: { n: inFile, isContained: isContained(before, answers, counts) } }),
        ...(state === 'changed' && importance === undefined && before?.importance !== undefined && { keptImportance: before.importance }),
      });
      if (state !== 'same') changes.push({ feature: item, survey, persona, answers, counts, importance });
    }
    for (const { persona } of known) if (!groups.some((group) => group.persona === persona)) kept.push({ feature, persona });
  }
  return { changes, tallies, unreadable, overlapping, kept };
}

function talliesOf({ value: { tally, tallies = [] } }: Item<'features'>): readonly Tally[] {
  return tally ? [{ counts: tally }] : tallies;
}

/** Whether a later export of the same survey would have these answers: those of before, and perhaps more. */
function isContained(before: Tally, answers: Answers, counts: Counts): boolean {
  return before.answers
    ? before.answers.every((row, i) => row.every((number, j) => number <= (answers[i]?.[j] ?? 0)))
    : categories.every((category) => (before.counts?.[category] ?? 0) <= counts[category]);
}

function answersIn({ answers, counts }: Tally): number {
  const numbers = answers ? answers.flat() : categories.map((category) => counts?.[category] ?? 0);
  return numbers.reduce((sum, number) => sum + number, 0);
}

function saysSame(tally: Tally, answers: Answers, counts: Counts, importance: number | undefined): boolean {
  if (importance !== undefined && tally.importance !== importance) return false;
  if (tally.answers) return answers.every((row, i) => row.every((number, j) => tally.answers?.[i]?.[j] === number));
  return tally.counts !== undefined && categories.every((category) => (tally.counts?.[category] ?? 0) === counts[category]);
}
