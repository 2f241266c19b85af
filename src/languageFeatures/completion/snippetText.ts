/** Text as it stands in a snippet: what snippets use themselves is escaped. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Numbers the places of a snippet that are to be filled in, in their order. */
export class TabStops {
  #count = 0;

  /** A place that is filled with a text until it is typed over. */
  placeholder(text: string): string {
    return `\${${++this.#count}:${escaped(text)}}`;
  }

  /** The day of today, `YYYY-MM-DD`, to be typed over. */
  today(): string {
    return `\${${++this.#count}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}`;
  }

  /** A place with texts to choose from, the first of them chosen. */
  choice(texts: readonly string[]): string {
    return `\${${++this.#count}|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
  }
}
