import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import type { Feature } from '../../document/format/model.ts';
import { featureReader, namesFeatures } from './featureNames.ts';
import { columnsOfAnswers, type LongAnswersContext } from './longAnswers.ts';
import { isLeftOut } from './longRespondents.ts';
import { cellText, someNames } from './shownTexts.ts';
import { clearNames, type SurveyColumn, type SurveyTable, surveyColumns, surveyRows } from './surveyTable.ts';

/** A table with a row for each answer about a feature, of which nothing says which answers are to which question. */
export interface OpenLongTable {
  readonly path: string;
  /** The column that names the feature. */
  readonly featureColumn: string;
  /** The columns with answers. */
  readonly answers: readonly string[];
  /** What another column calls the questions, where there is one with the answers to all of them. */
  readonly questions?: { readonly column: string; readonly texts: readonly string[] };
}

/** Recognises such a table, which `longTable` could not read; `undefined` for every other one. */
export function openLongTable(table: SurveyTable, features: readonly Feature[], context: LongAnswersContext): OpenLongTable | undefined {
  const [columns, rows] = [surveyColumns(table), surveyRows(table)];
  const nameOf = clearNames([columns]);
  const featureOf = featureReader(features, context.map);
  const [named, ...others] = columns.filter((column) => namesFeatures(rows, column, featureOf));
  if (named === undefined || others.length > 0) return undefined;
  const rest = columns.filter((column) => column !== named && !isLeftOut(column, columns, context.map));
  const answers = columnsOfAnswers(rows, rest, context);
  if (answers.length === 0) return undefined;
  const found = { path: table.path, featureColumn: nameOf(named), answers: answers.map(nameOf) };
  if (answers.length > 1) return found;
  const about = rows.map(({ cells }) => ({ cells, feature: featureOf(cells[named.index] ?? '') }));
  const naming = rest.flatMap((column) => {
    const texts = column === answers[0] ? undefined : questionTexts(about, column);
    return texts ? [{ column: nameOf(column), texts }] : [];
  });
  const [questions] = naming;
  return questions && naming.length === 1 ? { ...found, questions } : found;
}

/** Why nothing can be read from it, one sentence each. */
export function openLongTableText({ path, featureColumn, answers, questions }: OpenLongTable): readonly string[] {
  const values = {
    path,
    column: cellText(featureColumn),
    answers: someNames(answers.map((name) => `“${cellText(name)}”`)),
    questions: cellText(questions?.column ?? ''),
    texts: someNames((questions?.texts ?? []).map((text) => `“${cellText(text)}”`)),
  };
  return [
    l10n.t('{path} has a row for each feature that a respondent was asked about: “{column}” names it.', values),
    answers.length > 1
      ? l10n.t('Nothing says which of these columns has the answers to which question: {answers}.', values)
      : questions
        ? l10n.t('Nothing says which text in “{questions}” is which question: {texts}.', values)
        : l10n.t(
            'Only {answers} has answers, and no column says which of the two questions a row is about. Export it with such a column.',
            values,
          ),
  ];
}

const mostQuestions = 3;

/** The few texts of a column, if there are as many rows of each about every feature. */
function questionTexts(
  rows: readonly { readonly cells: readonly string[]; readonly feature: string | undefined }[],
  { index }: SurveyColumn,
): readonly string[] | undefined {
  const texts = new Set<string>();
  for (const { cells } of rows) {
    texts.add((cells[index] ?? '').trim());
    if (texts.size > mostQuestions) return undefined;
  }
  if (texts.size < 2 || texts.has('')) return undefined;
  const isEven = [...groupBy(rows, ({ feature }) => feature).values()].every((all) => {
    const counts = [...texts].map((text) => all.filter(({ cells }) => (cells[index] ?? '').trim() === text).length);
    return counts.every((count) => count === counts[0]);
  });
  return isEven ? [...texts] : undefined;
}
