import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import { count, measure } from '../../terms/numbers.ts';
import type { ImportWords } from './importWords.ts';
import type { ImportPlan } from './planImport.ts';
import { some, someNames } from './shownTexts.ts';

/** What the file loses: answers that the export does not have. */
export function replacedAnswers({ tallies }: ImportPlan): readonly string[] {
  const lost = tallies.flatMap((tally) => (tally.before?.isContained === false ? [{ ...tally, before: tally.before }] : []));
  return some(lost, ({ feature, persona, n, before }) => {
    const values = { tally: tallyName(feature, persona), before: count(before.n), after: count(n) };
    return n < before.n
      ? l10n.t('{tally}: the file has {before} answers, the export {after}.', values)
      : l10n.t('{tally}: the file has {before} answers, and not all of them are among the {after} of the export.', values);
  });
}

/** What no number can tell: that the larger export has the respondents of the file. One sentence for all tallies with the same numbers. */
function assumedAnswers({ tallies }: ImportPlan): readonly string[] {
  const larger = tallies.flatMap(({ feature, persona, n, before }) =>
    before?.isContained && before.n < n ? [{ name: tallyName(feature, persona), before: count(before.n), after: count(n) }] : [],
  );
  const alike = groupBy(larger, ({ before, after }) => `${before} ${after}`);
  return some([...alike.values()], (group) =>
    l10n.t('{tallies}: the {before} answers of the file are taken to be among the {after} of the export.', {
      tallies: someNames(group.map(({ name }) => name)),
      before: group[0]?.before ?? '',
      after: group[0]?.after ?? '',
    }),
  );
}

/** Importance that respondents gave whose answers are replaced. One sentence for all tallies. */
function keptImportance({ tallies }: ImportPlan): readonly string[] {
  const kept = tallies.flatMap(({ feature, persona, keptImportance: importance }) =>
    importance === undefined ? [] : [`${tallyName(feature, persona)}: ${measure(importance)}`],
  );
  return kept.length === 0
    ? []
    : [
        l10n.t('The export has no importance, so the file keeps the one that its earlier answers gave: {names}.', {
          names: someNames(kept),
        }),
      ];
}

/** `fast-search (guest)` */
function tallyName(feature: string, persona: string | undefined): string {
  return persona === undefined ? feature : `${feature} (${persona})`;
}

/**
 * Facts about what is written, one sentence each.
 * @param surveys the ids of those that the product defines
 */
export function planRemarks(
  plan: ImportPlan,
  survey: string | undefined,
  surveys: readonly string[],
  words: ImportWords = 'command',
): readonly string[] {
  const kept = plan.kept.map(({ feature, persona }) => tallyName(feature, persona));
  return [
    ...assumedAnswers(plan),
    ...keptImportance(plan),
    ...(kept.length > 0
      ? [l10n.t('Left as they are, because nobody in the export answered for them: {names}.', { names: someNames(kept) })]
      : []),
    ...(survey === undefined && surveys.length > 0 ? [withoutSurvey(someNames(surveys), words)] : []),
  ];
}

function withoutSurvey(surveys: string, words: ImportWords): string {
  return words === 'command'
    ? l10n.t('These tallies belong to no survey, so they count as older than those of {surveys}. --survey says which one they belong to.', {
        surveys,
      })
    : l10n.t('These tallies belong to no survey, so they count as older than those of {surveys}.', { surveys });
}
