/** A text by its letters and digits: how it is written, punctuated and spaced makes no difference. Survey tools change all three. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
