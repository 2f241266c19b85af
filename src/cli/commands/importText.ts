import * as l10n from '@vscode/l10n';
import { categories } from '../../document/format/model.ts';
import { type Alignment, alignColumns, singleLine } from '../../report/plainText.ts';
import type { MapProblem } from '../../survey/answers/mapFile.ts';
import type { ColumnMeaning } from '../../survey/answers/matchColumns.ts';
import type { ImportPlan } from '../../survey/answers/planImport.ts';
import type { ReadCell } from '../../survey/answers/readCell.ts';
import type { SurveyReading } from '../../survey/answers/readSurvey.ts';
import { cellText, questionName } from '../../survey/answers/shownTexts.ts';
import { columnName } from '../../survey/answers/surveyTable.ts';
import { answerLabel } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { count, measure, noNumber } from '../../terms/numbers.ts';

/** What `--dry-run` prints: how columns and cells were understood, and the resulting tallies. Ends with a line break. */
export function importText(reading: Pick<SurveyReading, 'tables' | 'answers' | 'tallies'>, plan: ImportPlan): string {
  return `${[...columnTables(reading), cellTable(reading.answers), tallyTable(reading, plan)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Groups files with the same header: each respondent may have sent one. */
function columnTables({ tables }: Pick<SurveyReading, 'tables'>): readonly (readonly string[])[] {
  const groups = new Map<string, typeof tables>();
  for (const table of tables) {
    const key = JSON.stringify(table.columns);
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  return [...groups.values()].map((group) => {
    const [{ columns, meanings } = { columns: [], meanings: [] }] = group;
    const rows = columns.map((column, index) => [String(index + 1), cellText(columnName(column)), meaningText(meanings[index])]);
    const [first, ...others] = group.map(({ table }) => singleLine(table.path));
    const heading = others.length === 0 ? (first ?? '') : `${first} + ${count(others.length)}`;
    return [heading, ...aligned(['#', l10n.t('Column'), l10n.t('Meaning')], rows, ['right', 'left', 'left'])];
  });
}

function meaningText(meaning: ColumnMeaning | undefined): string {
  switch (meaning?.kind) {
    case 'question':
      return questionName(meaning.question);
    case 'persona':
      return l10n.t('Persona');
    case 'respondent':
      return l10n.t('tells respondents apart');
    case 'left-out':
      return l10n.t('left out by the map');
    case 'empty':
      return l10n.t('empty');
    case 'ambiguous':
      return l10n.t('unclear, not counted');
    default:
      return l10n.t('not counted');
  }
}

/** A column with more distinct cells is free text. */
const cellsShown = 40;

function cellTable(cells: readonly ReadCell[]): readonly string[] {
  const rows = cells.slice(0, cellsShown).map(({ text, answer, count: times }) => {
    const key = typeof answer === 'number' ? answerKeys[answer] : undefined;
    const meaning = key === undefined ? (answer === null ? l10n.t('no answer') : l10n.t('not understood')) : answerLabel(key);
    return [text.trim() === '' ? '' : cellText(text), meaning, count(times)];
  });
  const more = cells.length > cellsShown ? ['…'] : [];
  return [...aligned([l10n.t('In the cells'), l10n.t('Meaning'), l10n.t('Cells')], rows, ['left', 'left', 'right']), ...more];
}

function tallyTable({ tallies }: Pick<SurveyReading, 'tallies'>, plan: ImportPlan): readonly string[] {
  const halves = new Map(tallies.map(({ feature, halves }) => [feature, halves]));
  const withPersonas = plan.tallies.some(({ persona }) => persona !== undefined);
  const head = [
    l10n.t('Feature'),
    ...(withPersonas ? [l10n.t('Persona')] : []),
    l10n.t('Answers'),
    ...categories,
    l10n.t('Only one answered'),
    l10n.t('Importance'),
    l10n.t('Tally'),
  ];
  const rows = plan.tallies.map(({ feature, persona = '', n, before, counts, importance, state }) => [
    feature,
    ...(withPersonas ? [persona] : []),
    before ? `${count(before.n)} → ${count(n)}` : count(n),
    ...categories.map((category) => count(counts[category])),
    count(halves.get(feature) ?? 0),
    importance === undefined ? noNumber : measure(importance),
    stateText(state),
  ]);
  const numbers = categories.map((): Alignment => 'right');
  return aligned(head, rows, ['left', ...(withPersonas ? ['left' as const] : []), 'right', ...numbers, 'right', 'right', 'left']);
}

function stateText(state: ImportPlan['tallies'][number]['state']): string {
  switch (state) {
    case 'added':
      return l10n.t('new');
    case 'changed':
      return l10n.t('changed');
    case 'same':
      return l10n.t('as before');
  }
}

function aligned(head: readonly string[], rows: readonly (readonly string[])[], alignments: readonly Alignment[]): readonly string[] {
  return alignColumns([head, ...rows.map((row) => row.map(singleLine))], alignments);
}

/** A problem of a survey map, with the line that has it. */
export function mapProblemText({ message, range: { start } }: MapProblem, path: string): string {
  return `${path}:${start.line + 1}:${start.character + 1}: ${message}`;
}
