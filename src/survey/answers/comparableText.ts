/**
 * The letters and digits of a text. Survey tools change spelling, punctuation and spaces, so none of them counts. Only numbers stay apart:
 * `1.1` is not `11`.
 */
export function comparableText(text: string): string {
  return withoutSigns(text, /[^\p{L}\p{N}]+/gu);
}

/** The same with mathematical signs, by which answers and groups differ: `<50` is not `>50`, and `A+` is not `A`. */
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

/**
 * Looks up the meanings of a text: those given for exactly this text, else those given for texts with the same key. Returns each meaning once.
 */
export function textLookup<Meaning>(
  given: readonly (readonly [string, Meaning])[],
  keyOf: (text: string) => string,
): (text: string) => readonly Meaning[] {
  const exact = new Map<string, Set<Meaning>>();
  const similar = new Map<string, Set<Meaning>>();
  for (const [text, meaning] of given) {
    exact.set(text.trim(), (exact.get(text.trim()) ?? new Set()).add(meaning));
    similar.set(keyOf(text), (similar.get(keyOf(text)) ?? new Set()).add(meaning));
  }
  return (text) => [...(exact.get(text.trim()) ?? similar.get(keyOf(text)) ?? [])];
}
