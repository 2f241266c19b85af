import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import type { ReadCell } from '../answers/readCell.ts';
import { cellText, some } from '../answers/shownTexts.ts';
import { longestText, longText, noRespondent, severalAnswers } from './countsFormat.ts';
import type { CountsReading } from './readCounts.ts';

// What a statement writes in the place of answers that it cannot count. A survey map cannot say which of the five answers they are.

const markers: readonly string[] = [severalAnswers, noRespondent, longText];

/** A reading without the signs for answers that were not counted. Where the map gives them a meaning, they stay. */
export function withoutMarkers(reading: CountsReading): CountsReading {
  const isAskable = (cell: ReadCell) => !isMarker(cell);
  return { ...reading, answers: reading.answers.filter(isAskable), importances: reading.importances.filter(isAskable) };
}

function isMarker({ text, answer }: ReadCell): boolean {
  return answer === undefined && markers.includes(text);
}

/** What to do about answers that the statement did not count, one sentence for each kind of them. */
export function markerSentences({ answers, importances }: CountsReading, respondents: string | undefined): readonly string[] {
  const times = (marker: string) =>
    [...answers, ...importances].filter((cell) => isMarker(cell) && cell.text === marker).reduce((sum, cell) => sum + cell.count, 0);
  const [several, nobody, long] = [times(severalAnswers), times(noRespondent), times(longText)];
  return [
    ...(several > 0
      ? [
          l10n.t(
            'Questions that a respondent answered more than once, “{text}”: {count}. Let the map say which answer counts, respondents: { duplicates: last } with table: { order: … }, and count again with kano survey-sql.',
            { text: severalAnswers, count: count(several) },
          ),
        ]
      : []),
    ...(nobody > 0
      ? [
          l10n.t(
            'Answers without a respondent, “{text}”: {count}. Nobody knows which of them belong together. Leave them out in the map, {example}, and count again with kano survey-sql.',
            {
              text: noRespondent,
              count: count(nobody),
              example: `respondents: { leaveOut: { ${respondents === undefined ? '…' : JSON.stringify(cellText(respondents))}: [""] } }`,
            },
          ),
        ]
      : []),
    ...(long > 0
      ? [
          l10n.t(
            'Texts of more than {limit} characters, “{text}”: {count}. They stayed where they are. If they are no answers, the map can say so: {example}.',
            { text: longText, limit: count(longestText), count: count(long), example: `answers: { leaveOut: ["${longText}"] }` },
          ),
        ]
      : []),
  ];
}

/** Which questions the statement found no feature for, and what to do about them. */
export function questionSentences({ unknownQuestions: found }: CountsReading): readonly string[] {
  const sentences = some(found, ({ value, count: answers }) =>
    l10n.t('“{name}” is not a question of the survey map. Answers that are not counted: {count}.', {
      name: cellText(value),
      count: count(answers),
    }),
  );
  if (found.length === 0) return [];
  return [
    ...sentences,
    l10n.t(
      'Write these questions in the map exactly as the table has them (columns, names), or leave them out (respondents: { leaveOut: { … } } with the column of questions), and count again.',
    ),
  ];
}
