import * as l10n from '@vscode/l10n';
import { respondentCount } from '../../survey/answers/featureParts.ts';
import type { ImportPlan } from '../../survey/answers/planImport.ts';
import type { SurveyReading } from '../../survey/answers/readSurvey.ts';
import { count } from '../../terms/numbers.ts';

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

/** The last sentences: what was written, or would be. */
export function importResult(reading: SurveyReading, plan: ImportPlan, { path, isDryRun }: { path: string; isDryRun: boolean }): string {
  const respondents = respondentCount(reading.rows.rows) - reading.withoutPersona;
  const { added, changed, same, change } = tallyChanges(plan);
  const values = {
    path,
    respondents: count(respondents),
    features: count(new Set(plan.tallies.map(({ feature }) => feature)).size),
    added: count(added),
    changed: count(changed),
    same: count(same),
  };
  if (isDryRun)
    return `${l10n.t(
      'Nothing is written (--dry-run). {path}: respondents: {respondents}, features: {features}; tallies to add: {added}, to change: {changed}, as before: {same}.',
      values,
    )}${change}`;
  return added + changed === 0
    ? l10n.t('{path} has these answers already, so it stays as it is. Respondents: {respondents}, features: {features}.', values)
    : `${l10n.t(
        '{path} is written. Respondents: {respondents}, features: {features}; tallies added: {added}, changed: {changed}, as before: {same}.',
        values,
      )}${change}`;
}

/** How many tallies are added, changed and as before; and how many answers those that change have, in a sentence after a space. */
export function tallyChanges({ tallies }: ImportPlan) {
  const number = (state: ImportPlan['tallies'][number]['state']) => tallies.filter((tally) => tally.state === state).length;
  const before = tallies.reduce((sum, tally) => sum + (tally.before?.n ?? 0), 0);
  const after = tallies.reduce((sum, tally) => sum + (tally.before ? tally.n : 0), 0);
  const answers = { before: count(before), after: count(after) };
  const change = before > 0 ? ` ${l10n.t('Answers in the changed tallies: {before} → {after}.', answers)}` : '';
  return { added: number('added'), changed: number('changed'), same: number('same'), change };
}
