import type { Bottleneck, Need, Pain } from './model.ts';

/** A need, pain or bottleneck in words, whether it has an id or not; empty where the words are missing. */
export function phraseOf(value: string | Need | Pain | Bottleneck): string {
  if (typeof value === 'string') return value;
  const { need, pain, bottleneck } = value as Need & Pain & Bottleneck;
  return need ?? pain ?? bottleneck ?? '';
}
