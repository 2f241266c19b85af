import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import { answerReader } from './cellReaders.ts';
import { cellText } from './shownTexts.ts';
import type { SurveyTable } from './surveyTable.ts';

// Exports of a survey tool may have a column for each answer to a question: the question stands above the first of them, the answers are the second row.

/** A question whose answers have a column each. */
export interface OptionColumns {
  readonly path: string;
  readonly question: string;
  readonly columns: number;
}

/** With fewer different answers side by side, the second row may be a respondent's. */
const fewestOptions = 3;

/** The first such question of a table: read as one column for each question, most of its answers would be missing. */
export function optionColumns({ path, rows }: SurveyTable): OptionColumns | undefined {
  const [header = [], options = [], ...below] = rows;
  for (const [start, question] of header.entries()) {
    if (question.trim() === '') continue;
    const texts = [options[start] ?? ''];
    for (let at = start + 1; at < options.length && (header[at] ?? '').trim() === ''; at++) texts.push(options[at] ?? '');
    const answers = new Set(texts.map(readAnswer).filter((answer) => typeof answer === 'number'));
    if (answers.size < fewestOptions) continue;
    const isChoice = below.every((cells) => texts.filter((_, index) => (cells[start + index] ?? '').trim() !== '').length <= 1);
    if (isChoice) return { path, question, columns: texts.length };
  }
  return undefined;
}

/** Why nothing is read from such a table. */
export function optionColumnsText({ path, question, columns }: OptionColumns): string {
  return l10n.t(
    '{path} has {columns} columns for “{question}”, one for each answer. Export it with one column for each question that has the text of the answer: SurveyMonkey calls that “Condensed” and “Actual answer text”.',
    { path, question: cellText(question), columns: count(columns) },
  );
}

const readAnswer = answerReader();
