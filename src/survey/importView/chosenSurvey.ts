import * as l10n from '@vscode/l10n';
import type { Survey } from '../../document/format/model.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import { dateReader } from '../../terms/readDates.ts';
import { indexesOf } from '../answers/countedRows.ts';
import { planImport } from '../answers/planImport.ts';
import type { SurveyReading } from '../answers/readSurvey.ts';
import { cellText } from '../answers/shownTexts.ts';
import { columnName } from '../answers/surveyTable.ts';
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
 * Suggests a survey: one whose answers are among those of the export, which then is a later download of it; else by its day, that of the newest answer, where
 * a column tells it, else the day on which the file was changed.
 * @param modified the latter, as `YYYY-MM-DD`
 */
export function suggestedSurvey(reading: SurveyReading | undefined, product: Product, modified: string): SuggestedSurvey {
  const surveys = productList(product, 'surveys').map(({ item }) => item.value);
  const newest = reading && daysOf(reading);
  const date = newest?.day ?? modified;
  const source = newest
    ? l10n.t('The newest day in “{column}”', { column: cellText(newest.column) })
    : l10n.t('The day on which the file was last changed');
  const month = date.slice(0, 7);
  const plans = surveys.map((survey) => ({ survey, stored: reading ? storedAnswers(reading, product, survey) : 'none' }) as const);
  const isBegun = ({ date: held }: Survey) => newest === undefined || held === undefined || newest.oldest <= held;
  const contained = plans.findLast(({ survey, stored }) => stored === 'contained' && isBegun(survey))?.survey;
  const isOfMonth = (survey: Survey) => survey.date?.slice(0, 7) === month;
  const ids = new Set(surveys.flatMap(({ id }) => id ?? []));
  const fresh = { id: ids.has(month) ? freeId(date, ids) : month, date };
  const known =
    contained ??
    surveys.find((survey) => survey.date === date) ??
    plans.findLast(({ survey, stored }) => stored !== 'none' && isOfMonth(survey))?.survey;
  const among =
    contained?.id === undefined
      ? undefined
      : l10n.t('The answers of survey “{survey}” are among these', { survey: cellText(contained.id) });
  return { source: among ?? source, choice: known?.id === undefined ? { kind: 'new', ...fresh } : { kind: 'known', id: known.id }, fresh };
}

/** Whether the file has answers of a survey about the features of an export, and whether a later download of it would have them all. */
function storedAnswers(reading: SurveyReading, product: Product, { id }: Survey): 'none' | 'others' | 'contained' {
  if (id === undefined) return 'none';
  const { tallies, kept, overlapping } = planImport(product.opened, reading.tallies, id, settingsOf(product).table);
  const stored = tallies.filter(({ state }) => state !== 'added');
  if (stored.length === 0) return 'none';
  const isContained = stored.every(({ state, before }) => state === 'same' || before?.isContained === true);
  return isContained && kept.length === 0 && overlapping.length === 0 ? 'contained' : 'others';
}

/** Rows by which a column of days is recognised. */
const searchedRows = 200;

interface AnswerDays {
  readonly column: string;
  /** The newest. */
  readonly day: string;
  readonly oldest: string;
}

function daysOf({ tables, rows }: SurveyReading): AnswerDays | undefined {
  const readDate = dateReader(undefined);
  let [newest, oldest]: [{ readonly column: string; readonly day: string } | undefined, string] = [undefined, '9999'];
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
        if (typeof day !== 'string') continue;
        if (day < oldest) oldest = day;
        if (newest === undefined || day > newest.day) newest = { column: column ? columnName(column) : '', day };
      }
    }
  }
  return newest && { ...newest, oldest };
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
