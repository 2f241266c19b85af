import type { Feature } from '../../document/format/model.ts';
import { languageRecords } from '../../terms/language.ts';
import { comparableText } from '../answers/comparableText.ts';
import { type FeedbackMap, ways } from './feedbackMap.ts';
import { featureFinder } from './labelReader.ts';
import { wayReaders } from './readWays.ts';

/** Tells the texts that an export of reviews or tickets about these features may have: names of its columns, of features, and words for which way. */
export function knownFeedbackTexts(features: readonly Feature[], map: FeedbackMap): (text: string) => boolean {
  const find = featureFinder(features, map);
  const { label } = wayReaders(map);
  const named = new Set([...Object.values(map.columns).flat(), ...ways.flatMap((way) => map.words[way])].map(comparableText));
  return (text) => {
    const key = comparableText(text);
    return key !== '' && (headers.has(key) || named.has(key) || find(text).length > 0 || label(text) !== undefined);
  };
}

const headers = new Set(languageRecords.flatMap(({ feedback }) => Object.values(feedback.columns).flat().map(comparableText)));
