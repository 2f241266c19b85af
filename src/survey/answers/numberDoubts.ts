import * as l10n from '@vscode/l10n';
import { answerLabel } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { givesNumbers } from './cellReaders.ts';
import type { ImportWords } from './importWords.ts';
import type { NumericScale } from './numericScale.ts';
import { cellValues, type ReadCell } from './readCell.ts';
import type { LabelledScale, LabelPlace, ScaleLabel } from './scaleLabels.ts';
import { scaleNumber, seenNumbers } from './seenNumbers.ts';
import { cellText, someNames } from './shownTexts.ts';
import type { OwnAnswerWords } from './surveyMap.ts';

/** What is in doubt about answers by number alone. */
export function undirected(numbers: NumericScale, words: ImportWords = 'command'): readonly string[] {
  const { amongWords, cells } = numbers;
  return [
    ...(amongWords
      ? [
          l10n.t('Row {row} of {path}, “{column}”: “{text}” is a number, and most other answers are words. Cells with numbers: {count}.', {
            ...cellValues(amongWords),
            count: count(cells),
          }),
        ]
      : []),
    scaleInDoubt(numbers, words),
  ];
}

function scaleInDoubt(numbers: NumericScale, words: ImportWords): string {
  const { kind, lowest, highest, labels, contradiction } = numbers;
  const values = { lowest: String(lowest), highest: String(highest) };
  switch (kind) {
    case 'few':
      return words === 'editor'
        ? l10n.t(
            'The answers are numbers from {lowest} to {highest}: a scale of fewer points is another instrument than the five answers. If this one has five, which end is “like”?',
            values,
          )
        : l10n.t(
            'The answers are numbers from {lowest} to {highest}: a scale of fewer points is another instrument than the five answers. If this one has five, say in a map what they mean.',
            values,
          );
    case 'others':
      return l10n.t(
        'The answers are numbers from {lowest} to {highest}, which are not five: this is another instrument than the five answers. If some of them mean that there is no answer, leave these out, and say what the other five mean.',
        values,
      );
    case 'labels':
      return l10n.t(
        'The labels {labels} do not say what the numbers without labels mean, from {lowest} to {highest}. Say it in a map, or import only what was asked as the five answers.',
        { ...values, labels: someNames((labels?.labels ?? []).map(({ text }) => `“${cellText(text)}”`)) },
      );
    case 'contrary':
    case 'partly':
      return labels === undefined ? '' : labelsInDoubt(labels);
    case 'contradicted': {
      const { label, given } = contradiction ?? { label: { text: '', number: 0, answer: 0 }, given: 0 };
      return l10n.t('The map reads “{number}” as “{given}”, and the export says that it is “{meant}”: “{label}”. Correct one of them.', {
        number: String(label.number),
        given: answerName(given),
        meant: answerName(label.answer),
        label: cellText(label.text),
      });
    }
    case 'five':
      return directionInDoubt(numbers);
  }
}

/** What is in doubt where labels contradict each other, or are in some columns only. */
function labelsInDoubt({ labels: [first], contrary, unlabelled }: LabelledScale): string {
  if (contrary === undefined)
    return l10n.t(
      '{label} says what the numbers there mean, and nothing says it for those in {columns}. If they mean the same there, say so; if not, import them apart.',
      { label: labelName(first), columns: someNames(unlabelled.map(placeName)) },
    );
  const [one, other] = contrary;
  const values = { one: labelName(one), other: labelName(other) };
  return one.place.path === other.place.path
    ? l10n.t(
        '{one} and {other} contradict each other: no map can say what the numbers without labels mean. Turn the numbers of one of these columns round in the export, or correct its labels.',
        values,
      )
    : l10n.t(
        '{one} and {other} contradict each other: no map can say what the numbers without labels mean. Import these files apart, or turn the numbers of one of them round in the export.',
        values,
      );
}

function labelName({ text, place }: ScaleLabel): string {
  return l10n.t('“{label}” in {column}', { label: cellText(text), column: placeName(place) });
}

function placeName({ path, column }: LabelPlace): string {
  return l10n.t('“{column}” of {path}', { column: cellText(column), path });
}

function directionInDoubt({ features, readings, lowest, highest }: NumericScale): string {
  const [first, last, zero, four] = readings;
  const values = {
    features: count(features),
    one: String(first?.like ?? 1),
    five: String(last?.like ?? 5),
    first: count(first?.reverse ?? 0),
    last: count(last?.reverse ?? 0),
  };
  const sentence = l10n.t(
    'The answers are numbers, and nothing says which end is “like”. If {one} is “like”, {first} of {features} features are Reverse; if {five} is “like”, {last} of {features}.',
    values,
  );
  const ends = [first?.like ?? 1, last?.like ?? 5];
  const never = lowest > Math.min(...ends) ? Math.min(...ends) : highest < Math.max(...ends) ? Math.max(...ends) : undefined;
  const parts = [
    sentence,
    ...(never === undefined
      ? []
      : [l10n.t('{number} never occurs: a scale of four points would be another instrument.', { number: String(never) })]),
    ...(zero && four
      ? [
          l10n.t('The scale may also go from 0 to 4: if 0 is “like”, {first} of {features} features are Reverse; if 4 is “like”, {last}.', {
            features: count(features),
            first: count(zero.reverse),
            last: count(four.reverse),
          }),
        ]
      : []),
  ];
  return parts.join(' ');
}

function answerName(answer: number): string {
  return answerLabel(answerKeys[answer] ?? 'like');
}

/** How numbers were read that labels or the survey map explain. */
export function numberRemarks(answers: readonly ReadCell[], own: OwnAnswerWords, labelled: LabelledScale | undefined): readonly string[] {
  const seen = seenNumbers(answers);
  const left = answers.filter(({ text, answer }) => answer === null && scaleNumber(text) !== undefined);
  const numbersOf = (cells: readonly ReadCell[]) => {
    const numbers = [...new Set(cells.map(({ text }) => scaleNumber(text) ?? 0))].sort((a, b) => a - b);
    return nameList(numbers.map(String));
  };
  return [
    ...(labelled
      ? [
          l10n.t('“{label}” says what the numbers without labels mean: {like} is “like”.', {
            label: cellText(labelled.labels[0].text),
            like: String(labelled.like ?? ''),
          }),
        ]
      : []),
    ...(givesNumbers(own) && seen?.areFew
      ? [
          l10n.t(
            'The numbers are read as the five answers, and only {numbers} occur: a scale of fewer points would be another instrument.',
            {
              numbers: numbersOf(seen.cells),
            },
          ),
        ]
      : []),
    ...(left.length > 0 && seen
      ? [
          l10n.t('These numbers are read as no answer: {numbers}. Cells: {count}.', {
            numbers: numbersOf(left),
            count: count(left.reduce((sum, { count: cells }) => sum + cells, 0)),
          }),
        ]
      : []),
  ];
}
