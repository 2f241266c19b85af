import * as l10n from '@vscode/l10n';
import { measure } from '../../terms/numbers.ts';
import { type FoundScale, scalesText, scaleText } from './importanceScale.ts';
import type { ImportWords } from './importWords.ts';
import { cellValues, isUnclear, type ReadCell } from './readCell.ts';
import { suggestedScales } from './scaleAdvice.ts';
import { cellText, some } from './shownTexts.ts';
import type { ImportanceScale } from './surveyMap.ts';

type ScaleReading = FoundScale & { readonly importances: readonly ReadCell[]; readonly statedScale?: ImportanceScale };

/** Why importance cannot be read as it is, one sentence each. */
export function scaleDoubts(reading: ScaleReading): readonly string[] {
  return [
    ...some(reading.importances.filter(isUnclear), (cell) => notOnScale(cell, reading.statedScale)),
    ...(reading.unstatedScale ? [scaleQuestion(reading, reading.unstatedScale)] : []),
  ];
}

function notOnScale(cell: ReadCell, scale: ImportanceScale | undefined): string {
  const values = cellValues(cell);
  if (scale === undefined)
    return l10n.t('Row {row} of {path}, “{column}”: “{text}” is not an importance from 1 to 9. Cells like this: {count}.', values);
  if ('words' in scale)
    return l10n.t('Row {row} of {path}, “{column}”: “{text}” is not one of the words of importance. Cells like this: {count}.', values);
  return l10n.t('Row {row} of {path}, “{column}”: “{text}” is not on the scale of importance, {scale}. Cells like this: {count}.', {
    ...values,
    scale: scaleText(scale),
  });
}

/** What is to be asked about a scale that nothing states, or that a header states. */
export function scaleQuestion(
  reading: Pick<ScaleReading, 'importances' | 'unstatedScale'>,
  { column, highest, label, stated }: NonNullable<FoundScale['unstatedScale']>,
): string {
  const values = { column: cellText(column), highest: measure(highest), scales: scalesText(suggestedScales(reading)) };
  if (stated?.isRank) return l10n.t('“{column}” asks for ranks, of which 1 is usually the most important: {scales}.', values);
  if (stated) return l10n.t('“{column}” says its scale, which is not 1, the least important, to 9, the most: {scales}.', values);
  return label === undefined
    ? l10n.t('“{column}”: no rating is above {highest}, and nothing says how long the scale is: {scales}.', values)
    : l10n.t(
        '“{column}”: ratings such as “{label}” have words beside the number, and nothing says from which end to which the scale goes: {scales}.',
        {
          ...values,
          label: cellText(label),
        },
      );
}

/** On which scale importance was read, where the export leaves nothing to ask. */
export function scaleRemarks({ statedScale, assumedScale }: ScaleReading, words: ImportWords): readonly string[] {
  if (statedScale !== undefined) return [scaleNamed(statedScale)];
  // The page shows it with a choice.
  return assumedScale === undefined || words === 'editor' ? [] : [`${scaleAssumed(assumedScale)} ${otherScale()}`];
}

/** A sentence about a scale that was assumed. */
export function scaleAssumed({ column, highest, isOurs }: NonNullable<FoundScale['assumedScale']>): string {
  const values = { column: cellText(column), highest: measure(highest) };
  return isOurs
    ? l10n.t('“{column}” is read as 1 to 9, as the questionnaire asks, although no rating is above {highest}.', values)
    : l10n.t('“{column}” is read as 1, the least important, to 9, the most: nothing states the scale, and no rating is above 9.', values);
}

function otherScale(): string {
  return l10n.t('Another scale is stated in a map: {line}', { line: 'importance: { from: 1, to: 10 }' });
}

function scaleNamed(scale: ImportanceScale): string {
  if ('words' in scale)
    return l10n.t('Importance was asked in {count} words, and is stored as 1 to 9.', { count: measure(scale.words.length) });
  return l10n.t('Importance was asked from {from} to {to}, and is stored as 1 to 9.', { from: measure(scale.from), to: measure(scale.to) });
}
