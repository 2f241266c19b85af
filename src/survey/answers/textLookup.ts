/**
 * Finds what a text stands for: what was said of exactly this text, else of those that are alike. Gives each of several meanings once, and none
 * where nothing was said.
 * @param keyOf the same for texts that are alike
 */
export function textLookup<Meaning>(
  said: readonly (readonly [string, Meaning])[],
  keyOf: (text: string) => string,
): (text: string) => readonly Meaning[] {
  const exact = new Map<string, readonly Meaning[]>();
  const alike = new Map<string, readonly Meaning[]>();
  for (const [text, meaning] of said) {
    add(exact, text.trim(), meaning);
    add(alike, keyOf(text), meaning);
  }
  return (text) => exact.get(text.trim()) ?? alike.get(keyOf(text)) ?? [];
}

function add<Meaning>(known: Map<string, readonly Meaning[]>, key: string, meaning: Meaning): void {
  known.set(key, [...new Set([...(known.get(key) ?? []), meaning])]);
}
