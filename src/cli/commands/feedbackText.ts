import * as l10n from '@vscode/l10n';
import { type Alignment, alignColumns, singleLine } from '../../report/plainText.ts';
import { cellText } from '../../survey/answers/shownTexts.ts';
import { columnName } from '../../survey/answers/surveyTable.ts';
import { meaningText, stateText, wayText } from '../../survey/feedback/feedbackWords.ts';
import type { FeedbackPlan } from '../../survey/feedback/planFeedback.ts';
import type { FeedbackReading } from '../../survey/feedback/readFeedback.ts';
import { count } from '../../terms/numbers.ts';

/** What `--dry-run` prints: how columns were understood, the first rows about each feature, and the resulting evidence. Ends with a line break. */
export function feedbackText(reading: FeedbackReading, plan: FeedbackPlan): string {
  return `${[...columnTables(reading), ...matchTables(reading), evidenceTable(plan)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function columnTables({ tables }: FeedbackReading): readonly (readonly string[])[] {
  return tables.map(({ table, columns, meanings }) => {
    const rows = columns.map((column, index) => [String(index + 1), cellText(columnName(column)), meaningText(meanings[index])]);
    return [singleLine(table.path), ...aligned(['#', l10n.t('Column'), l10n.t('Meaning')], rows, ['right', 'left', 'left'])];
  });
}

function matchTables({ matches, tables }: FeedbackReading): readonly (readonly string[])[] {
  return [...matches].map(([feature, found]) => {
    const rows = found.map(({ path, row, way, text }) => [tables.length > 1 ? `${path}:${row}` : count(row), wayText(way), text]);
    return [singleLine(feature), ...aligned([l10n.t('Row'), l10n.t('Way'), l10n.t('Text')], rows, ['right', 'left', 'left'])];
  });
}

function evidenceTable({ evidence }: FeedbackPlan): readonly string[] {
  const withPersonas = evidence.some(({ persona }) => persona !== undefined);
  const head = [
    l10n.t('Feature'),
    ...(withPersonas ? [l10n.t('Persona')] : []),
    l10n.t('Newest'),
    l10n.t('Complaints'),
    l10n.t('Compliments'),
    l10n.t('Neutral'),
    l10n.t('Evidence'),
  ];
  const rows = evidence.map((each) => [
    each.feature,
    ...(withPersonas ? [each.persona ?? ''] : []),
    each.newest ?? '',
    count(each.complaints),
    count(each.compliments),
    count(each.neutral),
    stateText(each),
  ]);
  return aligned(head, rows, ['left', ...(withPersonas ? ['left' as const] : []), 'left', 'right', 'right', 'right', 'left']);
}

function aligned(head: readonly string[], rows: readonly (readonly string[])[], alignments: readonly Alignment[]): readonly string[] {
  return alignColumns([head, ...rows.map((row) => row.map(singleLine))], alignments);
}
