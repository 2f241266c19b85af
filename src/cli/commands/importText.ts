import { categories } from '../../document/format/model.ts';
import { type Alignment, alignColumns, singleLine } from '../../report/plainText.ts';
import type { ColumnMeaning } from '../../survey/answers/matchColumns.ts';
import type { ImportPlan } from '../../survey/answers/planImport.ts';
import type { ReadCell, SurveyReading } from '../../survey/answers/readSurvey.ts';
import { columnName } from '../../survey/answers/surveyTable.ts';
import { answerLabel } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { count, measure, noNumber } from '../../terms/numbers.ts';
import { cellText, importTableWords, questionName } from '../../wording/importWording.ts';

/** What `--dry-run` prints: what the columns and cells were taken for, and the tallies that come of it. Ends with a line break. */
export function importText(reading: SurveyReading, plan: ImportPlan): string {
  return `${[...columnTables(reading), cellTable(reading.answers), tallyTable(reading, plan)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Files with the same header stand together: each respondent may have sent one. */
function columnTables({ tables }: SurveyReading): readonly (readonly string[])[] {
  const groups = new Map<string, typeof tables>();
  for (const table of tables) {
    const key = JSON.stringify(table.columns);
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  const words = importTableWords();
  return [...groups.values()].map((group) => {
    const [{ columns, meanings } = { columns: [], meanings: [] }] = group;
    const rows = columns.map((column, index) => [String(index + 1), cellText(columnName(column)), meaningText(meanings[index])]);
    const [first, ...others] = group.map(({ table }) => singleLine(table.path));
    const heading = others.length === 0 ? (first ?? '') : `${first} + ${count(others.length)}`;
    return [heading, ...aligned(['#', words.column, words.meaning], rows, ['right', 'left', 'left'])];
  });
}

function meaningText(meaning: ColumnMeaning | undefined): string {
  const words = importTableWords();
  switch (meaning?.kind) {
    case 'question':
      return questionName(meaning.question.feature, meaning.question.kind);
    case 'persona':
      return words.persona;
    case 'respondent':
      return words.respondent;
    case 'left-out':
      return words.leftOut;
    case 'ambiguous':
      return words.unclear;
    default:
      return words.nothing;
  }
}

/** More different cells than these are free text, which is no answer. */
const cellsShown = 40;

function cellTable(cells: readonly ReadCell[]): readonly string[] {
  const words = importTableWords();
  const rows = cells.slice(0, cellsShown).map(({ text, answer, count: times }) => {
    const key = typeof answer === 'number' ? answerKeys[answer] : undefined;
    const meaning = key === undefined ? (answer === null ? words.noAnswer : words.notUnderstood) : answerLabel(key);
    return [text.trim() === '' ? '' : cellText(text), meaning, count(times)];
  });
  const more = cells.length > cellsShown ? ['…'] : [];
  return [...aligned([words.cell, words.meaning, words.times], rows, ['left', 'left', 'right']), ...more];
}

function tallyTable({ tallies }: SurveyReading, plan: ImportPlan): readonly string[] {
  const words = importTableWords();
  const halves = new Map(tallies.map(({ feature, halves }) => [feature, halves]));
  const withPersonas = plan.tallies.some(({ persona }) => persona !== undefined);
  const head = [
    words.feature,
    ...(withPersonas ? [words.persona] : []),
    words.answers,
    ...categories,
    words.half,
    words.importance,
    words.tally,
  ];
  const rows = plan.tallies.map(({ feature, persona = '', n, counts, importance, state }) => [
    feature,
    ...(withPersonas ? [persona] : []),
    count(n),
    ...categories.map((category) => count(counts[category])),
    count(halves.get(feature) ?? 0),
    importance === undefined ? noNumber : measure(importance),
    words[state],
  ]);
  const numbers = categories.map((): Alignment => 'right');
  return aligned(head, rows, ['left', ...(withPersonas ? ['left' as const] : []), 'right', ...numbers, 'right', 'right', 'left']);
}

function aligned(head: readonly string[], rows: readonly (readonly string[])[], alignments: readonly Alignment[]): readonly string[] {
  return alignColumns([head, ...rows.map((row) => row.map(singleLine))], alignments);
}
