import * as l10n from '@vscode/l10n';
import { scalarText } from '../../document/writing/scalarText.ts';
import { questionKinds } from '../../terms/languages/languageRecord.ts';
import { count } from '../../terms/numbers.ts';
import { flowList, type MapSection, openPoint } from './mapSection.ts';
import { keyOf } from './matchColumns.ts';
import type { SurveyReading } from './readSurvey.ts';
import { cellText, questionName } from './shownTexts.ts';
import type { SurveyMap } from './surveyMap.ts';
import { clearNames } from './surveyTable.ts';

/** Which column is which question, with its number and text; and the features without columns. */
export function columnsSection(reading: SurveyReading, map: SurveyMap, features: readonly string[]): MapSection {
  const { long, notes, stems } = reading;
  const names = [...map.names].map(([id, name]) => `  ${scalarText(id, { flow: false })}: ${scalarText(name, { flow: false })}`);
  const found = long.length > 0 ? givenColumns(map) : foundColumns(reading);
  const lines = features.flatMap((id) => {
    const questions = questionKinds.flatMap((kind) => found.get(keyOf({ feature: id, kind })) ?? []);
    return questions.length === 0 ? [] : [`  ${scalarText(id, { flow: false })}:`, ...questions];
  });
  return {
    lines: [
      ...(names.length === 0 ? [] : ['names:', ...names]),
      ...long.map(
        ({ featureColumn }) => `# ${l10n.t('A row is about one feature, which “{column}” names.', { column: cellText(featureColumn) })}`,
      ),
      ...(lines.length === 0 ? [] : ['columns:', ...lines]),
    ],
    open: [
      ...(stems.length > 1
        ? [
            openPoint(l10n.t('which of these questions is which? {stems}', { stems: flowList(stems) }), [
              'stems: { functional: "", dysfunctional: "" }',
            ]),
          ]
        : []),
      ...notes.ambiguous.map(({ column, questions }) =>
        openPoint(
          l10n.t('“{column}” may be {questions}. Name one column for each under “columns”.', {
            column: cellText(column),
            questions: questions.map(questionName).join(', '),
          }),
        ),
      ),
      ...notes.incomplete.map(({ column, question }) =>
        openPoint(
          l10n.t('“{column}” is {question}, and the column of its counterpart is missing.', {
            column: cellText(column),
            question: questionName(question),
          }),
        ),
      ),
      ...(notes.notAsked.length === 0 || notes.answersLeftOut.length === 0
        ? []
        : [
            openPoint(l10n.t('no columns are about these features. If they were asked about, name their columns:'), [
              'columns:',
              ...notes.notAsked.map((id) => `  ${scalarText(id, { flow: false })}: { functional: "", dysfunctional: "" }`),
            ]),
          ]),
    ],
  };
}

/** The lines of each question, by `keyOf`. */
function foundColumns({ tables }: SurveyReading): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const nameOf = clearNames(tables.map(({ columns }) => columns));
  for (const { columns, meanings } of tables) {
    for (const [index, column] of columns.entries()) {
      const meaning = meanings[index];
      if (meaning?.kind !== 'question' || lines.has(keyOf(meaning.question))) continue;
      const name = scalarText(nameOf(column), { flow: false });
      const texts = [...new Set(column.texts)].filter((text) => text !== nameOf(column)).map(cellText);
      const note = [l10n.t('column {number}', { number: count(column.index + 1) }), ...texts].join(': ');
      lines.set(keyOf(meaning.question), `    ${meaning.question.kind}: ${name} # ${note}`);
    }
  }
  return lines;
}

/** In a long table the map names the column that has the answers about all features. */
function givenColumns({ columns }: SurveyMap): ReadonlyMap<string, string> {
  return new Map(
    [...columns].flatMap(([feature, named]) =>
      questionKinds.flatMap((kind) => {
        const name = named[kind];
        return name === undefined ? [] : [[keyOf({ feature, kind }), `    ${kind}: ${scalarText(name, { flow: false })}`] as const];
      }),
    ),
  );
}
