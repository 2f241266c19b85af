import * as l10n from '@vscode/l10n';
import { inOrderOfAsking } from '../../analysis/evidence.ts';
import { smallestSample } from '../../analysis/leadingPair.ts';
import type { AnalysedProduct } from '../../analysis/productAnalysis.ts';
import { settingsOf } from '../../document/product.ts';
import { answersNeededSentence } from '../../terms/ambiguitySentences.ts';
import { answersWords, certainty, featureSentence, rankReason } from '../../terms/featureSentences.ts';
import { joinNotes } from '../../terms/labels.ts';
import { count, nameList } from '../../terms/numbers.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { personaNotes } from '../backlog/backlogNotes.ts';
import type { FeatureRow } from '../featureRows.ts';
import { faultyFilesSentence } from '../problemCounts.ts';
import { categoryOf, type Decision, featureItem, more, most } from './decision.ts';

/** Open features whose answers leave something to ask, and those that nobody was asked about, also where the team assumes a category. */
export function unsure(open: readonly FeatureRow[], analysed: AnalysedProduct & { readonly faulty: readonly FaultyFile[] }): Decision {
  const { faulty, product } = analysed;
  const settings = settingsOf(product);
  const uncounted = open.filter(({ isUncounted }) => isUncounted);
  const counted = open.filter(({ isUncounted }) => !isUncounted);
  const ambiguous = counted
    .filter(({ numbers }) => certainty(numbers) === 'ambiguous')
    .sort((left, right) => (left.numbers.answersNeeded ?? Infinity) - (right.numbers.answersNeeded ?? Infinity));
  const few = counted.filter(({ numbers }) => certainty(numbers) === 'few');
  const contradictory = counted.filter((row) => categoryOf(row) === 'Q' && certainty(row.numbers) === 'sure');
  const divided = counted.filter(
    (row) => certainty(row.numbers) === 'sure' && categoryOf(row) !== 'Q' && personaNotes(row.feature, analysed).length > 0,
  );
  const unasked = inOrderOfAsking(
    counted.filter(({ numbers }) => numbers.category === null),
    ({ feature }) => feature,
  );
  const asked = (row: FeatureRow, ...notes: readonly string[]) =>
    featureItem(row, joinNotes([...notes, ...personaNotes(row.feature, analysed)]));
  const items = [
    ...uncounted.map((row) => featureItem(row, answersWords().unreadable)),
    ...ambiguous.map((row) => asked(row, featureSentence(row.feature, row.numbers), answersNeededSentence(row.numbers, settings))),
    ...contradictory.map((row) => asked(row, rankReason(row.numbers), l10n.t('ask again'))),
    ...divided.map((row) => asked(row, featureSentence(row.feature, row.numbers))),
    ...few.map((row) => asked(row, featureSentence(row.feature, row.numbers), missingAnswers(row))),
  ];
  const names = unasked.slice(0, most).map(({ name }) => name);
  const others = unasked.length - names.length;
  const listed = nameList(others > 0 ? [...names, l10n.t('{count} more', { count: count(others) })] : names);
  const notes = [
    more(items.length - most),
    unasked.length === 0
      ? null
      : l10n.t('Nobody was asked about {features}: ask at least {n} customers.', { features: listed, n: count(smallestSample) }),
    faulty.length === 0 ? null : faultyFilesSentence(faulty),
  ].filter((part) => part !== null);
  return {
    key: 'unsure',
    heading: l10n.t('What is unsure'),
    isRanked: false,
    items: items.slice(0, most),
    note: notes.join(' ') || (items.length > 0 ? null : nothingUnsure(open)),
  };
}

function missingAnswers({ numbers: { n } }: FeatureRow): string {
  return l10n.t('fewer than {n} answers: {count} more to go', { n: count(smallestSample), count: count(smallestSample - n) });
}

function nothingUnsure(open: readonly FeatureRow[]): string {
  return open.length === 0 ? l10n.t('No feature is open.') : l10n.t('The answers are clear for every open feature.');
}
