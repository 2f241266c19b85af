import * as l10n from '@vscode/l10n';
import type { Survey } from '../../document/format/model.ts';
import { indexesOf } from '../answers/countedRows.ts';
import type { SurveyReading } from '../answers/readSurvey.ts';
import { cellText } from '../answers/shownTexts.ts';
import { columnName } from '../answers/surveyTable.ts';
import { dateReader } from '../feedback/readDates.ts';
import type { SurveyChoice } from './importChoices.ts';
import { freeId } from './newPersonas.ts';

/** The survey that answers get unless the reader chooses another one, and where its day is from. */
export interface SuggestedSurvey {
  readonly choice: SurveyChoice;
  /** A new one, in case that is wanted. */
  readonly fresh: { readonly id: string; readonly date: string };
  readonly source: string;
}

/**
 * Suggests a survey by its day: that of the newest answer, where a column tells it, else the day on which the file was changed.
 * @param modified the latter, as `YYYY-MM-DD`
 */
export function suggestedSurvey(reading: SurveyReading | undefined, surveys: readonly Survey[], modified: string): SuggestedSurvey {
  const newest = reading && newestDay(reading);
  const date = newest?.day ?? modified;
  const source = newest
    ? l10n.t('The newest day in “{column}”', { column: cellText(newest.column) })
    : l10n.t('The day on which the file was last changed');
  const known = surveys.find((survey) => survey.date === date);
  const ids = new Set(surveys.flatMap(({ id }) => id ?? []));
  const month = date.slice(0, 7);
  const fresh = { id: ids.has(month) ? freeId(date, ids) : month, date };
  return { choice: known?.id === undefined ? { kind: 'new', ...fresh } : { kind: 'known', id: known.id }, fresh, source };
}

/** Rows by which a column of days is recognised. */
const searchedRows = 200;

function newestDay({ tables, rows }: SurveyReading): { readonly column: string; readonly day: string } | undefined {
  const readDate = dateReader(undefined);
  let newest: { readonly column: string; readonly day: string } | undefined;
  for (const [tableIndex, { columns, meanings }] of tables.entries()) {
    const counted = rows.rows[tableIndex] ?? [];
    // A map that was written leaves out all columns that are no questions.
    for (const index of [...indexesOf(meanings, 'unknown'), ...indexesOf(meanings, 'left-out')]) {
      const isDay = (cell: string) => /^\s*\d{4}\D/.test(cell) && typeof readDate(cell) === 'string';
      const sample = counted
        .slice(0, searchedRows)
        .map(({ cells }) => cells[index] ?? '')
        .filter((cell) => cell.trim() !== '');
      if (sample.length === 0 || !sample.every(isDay)) continue;
      const column = columns[index];
      for (const { cells } of counted) {
        const day = readDate(cells[index] ?? '');
        if (typeof day === 'string' && (newest === undefined || day > newest.day))
          newest = { column: column ? columnName(column) : '', day };
      }
    }
  }
  return newest;
}

/** Why a new survey cannot be made as it is written; `undefined` where it can. */
export function surveyProblem(choice: SurveyChoice, surveys: readonly Survey[]): string | undefined {
  if (choice.kind !== 'new') return undefined;
  const id = cellText(choice.id);
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(choice.id))
    return l10n.t('“{id}” cannot be the id of a survey: ids consist of lowercase letters, digits, “.”, “_” and “-”.', { id });
  if (surveys.some((survey) => survey.id === choice.id))
    return l10n.t('There is a survey “{id}” already. Choose it, or take another id.', { id });
  const day = dateReader(undefined)(choice.date);
  return day === choice.date ? undefined : l10n.t('The survey needs the day on which it was held.');
}
