import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import { productList } from '../../document/product.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { some } from '../../survey/answers/importRemarks.ts';
import type { ImportPlan } from '../../survey/answers/planImport.ts';
import type { SurveyReading } from '../../survey/answers/readSurvey.ts';
import { someNames } from '../../survey/answers/shownTexts.ts';
import { count } from '../../terms/numbers.ts';

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

/** Why nothing is written where the file would lose answers, and what to do. */
export function howToReplace(path: string, survey: string | undefined): readonly string[] {
  const values = { path, survey: survey ?? '' };
  return [
    survey === undefined
      ? l10n.t(
          'So nothing is written to {path}. Import all exports together, or into a survey of their own with --survey; --replace does it anyway.',
          values,
        )
      : l10n.t(
          'So nothing is written to {path}. Import all exports of “{survey}” together, or this one into another survey; --replace does it anyway.',
          values,
        ),
  ];
}

function tallyName(feature: string, persona: string | undefined): string {
  return persona === undefined ? feature : `${feature} (${persona})`;
}

/** Facts about what is written, one sentence each. */
export function planRemarks(plan: ImportPlan, survey: string | undefined, { product }: AnalysedFile): readonly string[] {
  const kept = plan.kept.map(({ feature, persona }) => tallyName(feature, persona));
  const surveys = survey === undefined ? productList(product, 'surveys').flatMap(({ item }) => item.value.id ?? []) : [];
  return [
    ...assumedAnswers(plan),
    ...(kept.length > 0
      ? [l10n.t('Left as they are, because nobody in the export answered for them: {names}.', { names: someNames(kept) })]
      : []),
    ...(surveys.length > 0
      ? [
          l10n.t(
            'These tallies belong to no survey, so they count as older than those of {surveys}. --survey says which one they belong to.',
            { surveys: someNames(surveys) },
          ),
        ]
      : []),
  ];
}

/** The last sentences: what was written, or would be. */
export function importResult(
  reading: SurveyReading,
  { tallies }: ImportPlan,
  { path, isDryRun }: { path: string; isDryRun: boolean },
): string {
  const number = (state: ImportPlan['tallies'][number]['state']) => tallies.filter((tally) => tally.state === state).length;
  const respondents = reading.rows.rows.reduce((sum, rows) => sum + rows.length, 0) - reading.withoutPersona;
  const values = {
    path,
    respondents: count(respondents),
    features: count(new Set(tallies.map(({ feature }) => feature)).size),
    added: count(number('added')),
    changed: count(number('changed')),
    same: count(number('same')),
  };
  const before = tallies.reduce((sum, tally) => sum + (tally.before?.n ?? 0), 0);
  const after = tallies.reduce((sum, tally) => sum + (tally.before ? tally.n : 0), 0);
  const answers = { before: count(before), after: count(after) };
  const change = before > 0 ? ` ${l10n.t('Answers in the changed tallies: {before} → {after}.', answers)}` : '';
  if (isDryRun)
    return `${l10n.t(
      'Nothing is written (--dry-run). {path}: respondents: {respondents}, features: {features}; tallies to add: {added}, to change: {changed}, as before: {same}.',
      values,
    )}${change}`;
  return number('added') + number('changed') === 0
    ? l10n.t('{path} has these answers already, so it stays as it is. Respondents: {respondents}, features: {features}.', values)
    : `${l10n.t(
        '{path} is written. Respondents: {respondents}, features: {features}; tallies added: {added}, changed: {changed}, as before: {same}.',
        values,
      )}${change}`;
}
