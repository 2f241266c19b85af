import * as l10n from '@vscode/l10n';
import { categorise } from '../../analysis/categoryRules.ts';
import { countsFromAnswers } from '../../analysis/evaluationTable.ts';
import type { AnalysisSettings, Category } from '../../document/format/model.ts';
import { count, noNumber } from '../../terms/numbers.ts';
import { sumOfAnswers } from './featureTally.ts';
import type { ImportWords } from './importWords.ts';
import type { Screened } from './qualityScreen.ts';
import type { SurveyReading } from './readSurvey.ts';
import type { Screen } from './screens.ts';
import { someNames } from './shownTexts.ts';

/** Marks of previews and spam are spoken of where rows may be tests. */
const spokenOf: ReadonlySet<Screen> = new Set(['previews', 'spam']);

/** Respondents whose answers may be of bad quality, and are counted. */
export function screenRemarks({ screened, dropped }: SurveyReading): readonly string[] {
  if (dropped !== undefined) return [];
  const found = screened.filter(({ screen, rows }) => rows.size > 0 && !spokenOf.has(screen));
  if (found.length === 0) return [];
  return [
    l10n.t('Respondents to look at, all of them counted: {list}. This leaves them out: --drop {screens}', {
      list: someNames(found.map(withCount)),
      screens: found.map(({ screen }) => screen).join(','),
    }),
  ];
}

/**
 * What `--drop` left out, and which categories that changes.
 * @param all the reading that leaves nothing out
 */
export function dropRemarks(
  { screened, dropped = [], tallies }: SurveyReading,
  all: SurveyReading,
  settings: AnalysisSettings,
  words: ImportWords = 'command',
): readonly string[] {
  const found = screened.filter(({ screen }) => dropped.includes(screen));
  if (found.length === 0) return [];
  const respondents = new Set(found.flatMap(({ rows }) => [...rows])).size;
  const before = new Map(all.tallies.map((tally) => [tally.feature, categoryOf(tally, settings)]));
  const changed = tallies.flatMap((tally) => {
    const [from, to] = [before.get(tally.feature), categoryOf(tally, settings)];
    return from === to ? [] : [`${tally.feature} ${shown(from)} → ${shown(to)}`];
  });
  return [
    ...(words === 'editor'
      ? []
      : [
          l10n.t('Left out by --drop: {list}; respondents: {count}.', {
            list: someNames(found.map(withCount)),
            count: count(respondents),
          }),
        ]),
    changed.length === 0
      ? l10n.t('No category is another one without them.')
      : l10n.t('Without them, categories are others: {list}.', { list: someNames(changed) }),
  ];
}

function withCount({ screen, rows }: Screened): string {
  return `${screen} ${count(rows.size)}`;
}

function categoryOf({ groups }: SurveyReading['tallies'][number], { table, rule, lead }: AnalysisSettings): Category | null {
  if (groups.length === 0) return null;
  return categorise(countsFromAnswers(sumOfAnswers(groups.map(({ answers }) => answers)), table), rule, lead);
}

function shown(category: Category | null | undefined): string {
  return category ?? noNumber;
}
