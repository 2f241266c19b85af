/**
 * A text by its letters and digits: how it is written, punctuated and spaced makes no difference, as survey tools change all three. Only numbers
 * stay apart: `1.1` is not `11`.
 */
export function comparableText(text: string): string {
  return withoutSigns(text, /[^\p{L}\p{N}]+/gu);
}

/** The same with the signs of mathematics, by which answers and groups differ: `<50` is not `>50`, `A+` not `A`. */
export function comparableValue(text: string): string {
  return withoutSigns(text, /[^\p{L}\p{N}\p{Sm}]+/gu);
}

function withoutSigns(text: string, signs: RegExp): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(signs, (gap, at: number) =>
    isDigit.test(plain[at - 1] ?? '') && isDigit.test(plain[at + gap.length] ?? '') ? '.' : '',
  );
}

const isDigit = /\p{N}/u;
