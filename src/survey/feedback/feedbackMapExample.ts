import * as l10n from '@vscode/l10n';
import type { Feature } from '../../document/format/model.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { columnName } from '../answers/surveyTable.ts';
import { columnsOfKind } from './feedbackColumns.ts';
import { ways } from './feedbackMap.ts';
import { isFine } from './feedbackRemarks.ts';
import type { FeedbackReading } from './readFeedback.ts';

const shownOfAKind = 12;

/** Lines of a feedback map, to be filled in, that would resolve what was not understood, or find what was not found. */
export function feedbackMapExample(reading: FeedbackReading, features: readonly Feature[]): readonly string[] {
  const unclear = (kind: FeedbackReading['unclear'][number]['kind']) =>
    reading.unclear.filter((cell) => cell.kind === kind).map(({ text }) => text);
  const [unclearWays, personas] = [unclear('way'), unclear('persona')];
  const has = (kind: Parameters<typeof columnsOfKind>[1]) => reading.tables.some((table) => columnsOfKind(table, kind).length > 0);
  const [first] = features.flatMap(({ id }) => id ?? []);
  const { scales, hasLists } = openNumbers(reading);
  const hasNumbers = scales.length > 0 || hasLists;
  const isSilent = reading.counts.length === 0 && first !== undefined && !has('numbers');
  const saysNoWay = reading.counts.length === 0 && reading.rows.noWay > 0;
  return [
    ...(isSilent && !saysNoWay && reading.otherLabels.length > 0
      ? [`names: { ${first}: [${listed(reading.otherLabels.map(({ label }) => label))}] } # ${l10n.t('what the export calls a feature')}`]
      : []),
    ...(isSilent && !saysNoWay ? [`terms: { ${first}: [""] } # ${l10n.t('words to look for in the texts')}`] : []),
    ...(isSilent && !saysNoWay && !has('text') ? [`columns: { text: "" } # ${l10n.t('the column of the texts, by its header')}`] : []),
    ...(scales.length > 0
      ? [`scales: { ${scales.map((name) => `${name}: { complaints: 0, compliments: 0 }`).join(', ')} } # ${l10n.t('up to, and from')}`]
      : []),
    ...(hasLists ? ways.map((way) => `${way}: [] # ${l10n.t('numbers of the export')}`) : []),
    ...(saysNoWay && !hasNumbers ? [`otherwise: complaints # ${l10n.t('or compliments, or neutral')}`] : []),
    ...(unclearWays.length > 0 ? [`unrated: [${listed(unclearWays)}] # ${l10n.t('or complaints, compliments, neutral')}`] : []),
    ...(reading.ambiguousDates.length > 0 ? [`dates: day-first # ${l10n.t('or month-first')}`] : []),
    ...(personas.length > 0
      ? [`personas: { leaveOut: [${listed(personas)}] } # ${l10n.t('or values: the id of a persona for each')}`]
      : []),
  ];
}

/** Columns whose numbers have to be explained: by a scale, or by lists. */
function openNumbers({ tables }: FeedbackReading): { readonly scales: readonly string[]; readonly hasLists: boolean } {
  const scales = new Set<string>();
  let hasLists = false;
  for (const { columns, meanings } of tables)
    for (const [index, meaning] of meanings.entries()) {
      const column = columns[index];
      if (meaning.kind === 'numbers' && !isFine(meaning.numbers)) hasLists = true;
      else if (column && (meaning.kind === 'scale' || meaning.kind === 'numbers'))
        scales.add(scalarText(columnName(column), { flow: true }));
    }
  return { scales: [...scales].slice(0, shownOfAKind), hasLists };
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)]
    .slice(0, shownOfAKind)
    .map((text) => scalarText(text, { flow: true }))
    .join(', ');
}
