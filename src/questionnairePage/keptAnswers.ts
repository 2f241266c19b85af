/** What the browser keeps of a partly filled form. */
export interface KeptAnswers {
  readonly respondent: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What is kept for a product, or a new respondent. Other pages of the same origin can write there too, so everything is checked. */
export function readKept(product: string): KeptAnswers {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(product)) ?? 'null');
    if (isRecord(kept) && typeof kept.respondent === 'string' && /^r[0-9a-f]{12}$/.test(kept.respondent) && isRecord(kept.answers)) {
      const answers = Object.entries(kept.answers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      return { respondent: kept.respondent, answers: Object.fromEntries(answers) };
    }
  } catch {
    // The browser keeps nothing, or it is not ours.
  }
  return { respondent: newRespondent(), answers: {} };
}

/**
 * Keeps answers across a reload, if the browser allows it. Answers that the same respondent gave in another tab, or in another questionnaire of
 * the product, stay.
 */
export function keep(product: string, { respondent, answers }: KeptAnswers): void {
  try {
    const before = readKept(product);
    const others = before.respondent === respondent ? before.answers : {};
    localStorage.setItem(keyOf(product), JSON.stringify({ respondent, answers: { ...others, ...answers } }));
  } catch {
    // Then they last until the page is closed.
  }
}

/** Removes what is kept for a product. */
export function forget(product: string): void {
  try {
    localStorage.removeItem(keyOf(product));
  } catch {
    // Nothing was kept.
  }
}

function keyOf(product: string): string {
  return `kano-questionnaire:${product}`;
}

/** Starts with a letter, because spreadsheets read `12e4567` as a number. */
function newRespondent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `r${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
