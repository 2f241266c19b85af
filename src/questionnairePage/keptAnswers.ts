/** What the browser keeps of a form that somebody began to fill in. */
export interface KeptAnswers {
  /** The random number of whoever fills it in. */
  readonly respondent: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What was kept for a product, or a new beginning. Other pages of the same place can write there too, so nothing is taken for granted. */
export function readKept(product: string): KeptAnswers {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(product)) ?? 'null');
    if (isRecord(kept) && typeof kept.respondent === 'string' && /^r[0-9a-f]{12}$/.test(kept.respondent) && isRecord(kept.answers)) {
      const answers = Object.entries(kept.answers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      return { respondent: kept.respondent, answers: Object.fromEntries(answers) };
    }
  } catch {
    // The browser keeps nothing, or what it kept is not ours.
  }
  return { respondent: newRespondent(), answers: {} };
}

/**
 * Keeps answers over a reload, where the browser lets a page do so. What the same person answered elsewhere stays: in another tab, or in another
 * questionnaire of the product.
 */
export function keep(product: string, { respondent, answers }: KeptAnswers): void {
  try {
    const before = readKept(product);
    const others = before.respondent === respondent ? before.answers : {};
    localStorage.setItem(keyOf(product), JSON.stringify({ respondent, answers: { ...others, ...answers } }));
  } catch {
    // Then they last as long as the page is open.
  }
}

/** Keeps nothing any more. */
export function forget(product: string): void {
  try {
    localStorage.removeItem(keyOf(product));
  } catch {
    // There was nothing.
  }
}

function keyOf(product: string): string {
  return `kano-questionnaire:${product}`;
}

/** Begins with a letter: spreadsheets take `12e4567` for a number. */
function newRespondent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `r${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
