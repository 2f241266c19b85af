import { comparableText } from '../comparableText.ts';
import { withoutNumber } from '../publishedAnswers.ts';

/** Without the words that change nothing: `I would like it that way` is `I like it`, 我很喜欢这样 is 很喜欢. */
export function stemOf(text: string): string {
  const plain = withoutNumber(text)
    .toLowerCase()
    .replace(/\bdo not\b/g, "don't")
    .replace(/['’](?:m|d)\b/g, ' ');
  return comparableText(
    plain.replace(/\b(?:i|it|its|is|am|to|be|that|this|way|would|will|could|can|for|me|feel|a)\b|[我它]|这样|這樣/g, ' '),
  );
}
