import * as l10n from '@vscode/l10n';
import { measure } from '../../terms/numbers.ts';
import { flowList, type MapSection, mostWords, openPoint } from './mapSection.ts';
import { isUnclear } from './readCell.ts';
import type { SurveyReading } from './readSurvey.ts';
import { scaleLine, scaleLines, suggestedScales } from './scaleAdvice.ts';
import { scaleAssumed, scaleQuestion } from './scaleDoubts.ts';
import { cellText } from './shownTexts.ts';

/** On which scale importance was asked, and what is open about it. */
export function importanceSection(reading: SurveyReading): MapSection {
  const { importances, unstatedScale, statedScale, assumedScale } = reading;
  const unknown = importances.filter(isUnclear).map(({ text }) => text.trim());
  const known =
    statedScale === undefined
      ? []
      : ['words' in statedScale ? `importance: { words: ${flowList(statedScale.words)} }` : scaleLine(statedScale)];
  return {
    lines: [...known, ...(assumedScale === undefined ? [] : [`# ${scaleAssumed(assumedScale)}`])],
    open: [
      ...(unknown.length === 0
        ? []
        : [
            openPoint(
              l10n.t('these are no importance on the scale that is read: {words}', {
                words: flowList([...new Set(unknown)].slice(0, mostWords)),
              }),
              scaleLines(reading),
            ),
          ]),
      ...(unstatedScale === undefined || unknown.length > 0
        ? []
        : [
            openPoint(
              unstatedScale.stated
                ? scaleQuestion(reading, unstatedScale)
                : unstatedScale.label === undefined
                  ? l10n.t('how long is the scale of “{column}”? No rating is above {highest}:', {
                      column: cellText(unstatedScale.column),
                      highest: measure(unstatedScale.highest),
                    })
                  : l10n.t('from which end to which does the scale of “{column}” go? One rating is “{label}”:', {
                      column: cellText(unstatedScale.column),
                      label: cellText(unstatedScale.label),
                    }),
              suggestedScales(reading).map(scaleLine),
            ),
          ]),
    ],
  };
}
