import * as l10n from '@vscode/l10n';
import { scalarText } from '../../document/writing/scalarText.ts';
import { leadingNumber } from './cellReaders.ts';
import type { StatedInHeader } from './importanceHeaders.ts';
import { type FoundScale, type NumberScale, possibleScales, ratingsIn, scalesText } from './importanceScale.ts';
import type { ReadCell } from './readCell.ts';

type RatedReading = FoundScale & { readonly importances: readonly ReadCell[] };

/** The scales that the ratings of an export may be on; none where they are no numbers. */
export function suggestedScales({ importances, unstatedScale }: RatedReading): readonly NumberScale[] {
  const ratings = ratingsIn(importances);
  const found = possibleScales(ratings);
  if (unstatedScale?.stated) return statedScales(unstatedScale.stated, unstatedScale.highest, ratings) ?? found;
  // Words beside the numbers may say that the lower end is the more important one.
  const turned = unstatedScale?.label === undefined ? [] : found.slice(0, 1).map(({ from, to }) => ({ from: to, to: from }));
  return [...found.slice(0, 1), ...turned, ...found.slice(1)];
}

/** Those that a header leaves open; `undefined` where ratings are not on them. */
function statedScales(
  { scale, isDirected }: StatedInHeader,
  highest: number,
  ratings: readonly number[],
): readonly NumberScale[] | undefined {
  // Of ranks, 1 is usually the most important.
  const { from, to } = scale ?? { from: Math.max(highest, 2), to: 1 };
  if (!ratings.every((rating) => rating >= Math.min(from, to) && rating <= Math.max(from, to))) return undefined;
  return isDirected
    ? [{ from, to }]
    : [
        { from, to },
        { from: to, to: from },
      ];
}

/** The line of a survey map for a scale. */
export function scaleLine({ from, to }: NumberScale): string {
  return `importance: { from: ${from}, to: ${to} }`;
}

const wordsShown = 12;

/** Lines of a survey map, to be filled in, for a scale of importance that is not understood. */
export function scaleLines(reading: RatedReading): readonly string[] {
  const unknown = reading.importances.flatMap(({ text, answer }) => (answer === undefined ? [text.trim()] : []));
  const words = unknown.filter((text) => !Number.isFinite(leadingNumber(text)));
  if (words.length > 0) {
    const listed = [...new Set(words)].slice(0, wordsShown).map((text) => scalarText(text, { flow: true }));
    return [
      // Their order here would be a guess.
      `importance: { words: [] } # ${l10n.t('from the least to the most important; what is none belongs under answers: leaveOut')}: ${listed.join(', ')}`,
    ];
  }
  if (unknown.length === 0 && reading.unstatedScale === undefined) return [];
  const [first, ...others] = suggestedScales(reading);
  if (first === undefined) return [];
  const note =
    others.length === 0
      ? l10n.t('the ends of the scale that was asked')
      : l10n.t('the ends of the scale that was asked, or {scales}', { scales: scalesText(others) });
  return [`${scaleLine(first)} # ${note}`];
}
