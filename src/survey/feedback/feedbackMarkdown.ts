import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import type { Feature } from '../../document/format/model.ts';
import { bulletList, type Column, codeBlock, heading, markdownText, paragraph, table } from '../../terms/markdown.ts';
import { count } from '../../terms/numbers.ts';
import { cellText } from '../answers/shownTexts.ts';
import { columnName } from '../answers/surveyTable.ts';
import type { UnreadableTable } from '../answers/tableOfBytes.ts';
import { tableRemarks } from '../answers/tableRemarks.ts';
import { feedbackMapExample } from './feedbackMapExample.ts';
import { meaningText, stateText, wayText } from './feedbackWords.ts';
import type { FeedbackImport } from './importFeedback.ts';
import type { FeedbackPlan } from './planFeedback.ts';
import type { FeedbackReading } from './readFeedback.ts';

/** A page on what an import understood, and what it would change. */
export function feedbackMarkdown(
  done: FeedbackImport,
  { path, source, features }: { readonly path: string; readonly source: string; readonly features: readonly Feature[] },
): string {
  const { reading, plan, changed } = done;
  const isSame = changed !== undefined && done.edits.length === 0;
  const nodes: RootContent[] = [heading(1, l10n.t('{source} into {path}', { source, path }))];
  nodes.push(
    paragraph(
      changed === undefined
        ? l10n.t('Nothing can be written yet:')
        : isSame
          ? l10n.t('{path} has this evidence already. There is nothing to apply.', { path })
          : l10n.t('Nothing is written yet. “Kano: Apply Import” in the title of this page does so, as one edit that can be undone.'),
    ),
  );
  const reasons = [...done.mapProblems.map(mapProblem), ...done.refusals, ...done.doubts];
  if (reasons.length > 0) nodes.push(bulletList(reasons));
  if (done.losses.length > 0) nodes.push(paragraph(l10n.t('Applying it replaces what the export does not have:')), bulletList(done.losses));
  const example = reading ? feedbackMapExample(reading, features) : [];
  if (example.length > 0)
    nodes.push(paragraph(l10n.t('Lines of a feedback map that would say what is what:')), codeBlock('yaml', example.join('\n')));
  if (plan && plan.evidence.length > 0) nodes.push(heading(2, l10n.t('What changes')), evidenceTable(plan));
  if (reading) {
    const found = tableRemarks(
      reading.tables.map((each) => each.table),
      'editor',
    );
    const remarks = [...found, ...(found.length > 0 ? [howToReadAnew()] : []), ...done.remarks];
    nodes.push(heading(2, l10n.t('What counts')), paragraph(l10n.t('Rows counted: {count}.', { count: count(reading.rows.counted) })));
    if (remarks.length > 0) nodes.push(bulletList(remarks));
    nodes.push(heading(2, l10n.t('What was understood')), ...columnTables(reading));
    if (reading.matches.size > 0)
      nodes.push(
        heading(2, l10n.t('Some of the rows')),
        paragraph(l10n.t('Shown here to be checked. Texts are never stored.')),
        matchTable(reading),
      );
  }
  return markdownText(nodes);
}

/** A page on why files cannot be read, and on what settles it. */
export function unreadableMarkdown({ message, settledBy }: UnreadableTable): string {
  const isOpen = settledBy.isEncodingOpen === true || settledBy.sheets !== undefined;
  return markdownText([paragraph(message), ...(isOpen ? [paragraph(howToReadAnew())] : [])]);
}

function howToReadAnew(): string {
  return l10n.t('“Kano: Choose Sheet or Encoding…” in the title of this page reads it another way.');
}

function mapProblem({ message, range: { start } }: FeedbackImport['mapProblems'][number]): string {
  return l10n.t('Line {line} of the map: {message}', { line: count(start.line + 1), message });
}

function evidenceTable({ evidence }: FeedbackPlan): RootContent {
  return table(
    [
      left(l10n.t('Feature')),
      left(l10n.t('Persona')),
      left(l10n.t('Newest')),
      right(l10n.t('Complaints')),
      right(l10n.t('Compliments')),
      right(l10n.t('Neutral')),
      left(l10n.t('Evidence')),
    ],
    evidence.map((each) => [
      each.feature,
      each.persona ?? '',
      each.newest ?? '',
      count(each.complaints),
      count(each.compliments),
      count(each.neutral),
      stateText(each),
    ]),
  );
}

function columnTables({ tables }: FeedbackReading): readonly RootContent[] {
  return tables.flatMap(({ table: { path }, columns, meanings }) => [
    heading(3, path),
    table(
      [left(l10n.t('Column')), left(l10n.t('Meaning'))],
      columns.map((column, index) => [cellText(columnName(column)), meaningText(meanings[index])]),
    ),
  ]);
}

function matchTable({ matches, tables }: FeedbackReading): RootContent {
  return table(
    [left(l10n.t('Feature')), right(l10n.t('Row')), left(l10n.t('Way')), left(l10n.t('Text'))],
    [...matches].flatMap(([feature, found]) =>
      found.map(({ path, row, way, text }) => [feature, tables.length > 1 ? `${path}:${row}` : count(row), wayText(way), text]),
    ),
  );
}

function left(heading: string): Column {
  return { heading, align: 'left' };
}

function right(heading: string): Column {
  return { heading, align: 'right' };
}
