import type { ColumnMeaning } from './matchColumns.ts';

/** Numbers for tables: the same for those that share a feature, also by way of others. Files about other features are parts of one questionnaire. */
export function featureParts(tables: readonly { readonly meanings: readonly ColumnMeaning[] }[]): readonly number[] {
  const features = tables.map(({ meanings }) => new Set(meanings.flatMap(featuresOf)));
  const parts = tables.map((_, index) => index);
  const first = new Map<string, number>();
  for (const [index, asked] of features.entries()) {
    for (const feature of asked) {
      const [one, other] = [parts[first.get(feature) ?? index], parts[index]];
      if (!first.has(feature)) first.set(feature, index);
      if (one !== other) for (const [at, part] of parts.entries()) if (part === other) parts[at] = one ?? at;
    }
  }
  return parts;
}

/** How many respondents rows belong to: those who answered in files about different features are there once. */
export function respondentCount(rows: readonly (readonly { readonly respondent?: string; readonly part: number }[])[]): number {
  const all = rows.flat();
  const inPart = new Map<string, Map<number, number>>();
  for (const { respondent, part } of all) {
    if (respondent === undefined) continue;
    const found = inPart.get(respondent) ?? new Map<number, number>();
    inPart.set(respondent, found.set(part, (found.get(part) ?? 0) + 1));
  }
  const without = all.filter(({ respondent }) => respondent === undefined).length;
  return [...inPart.values()].reduce((sum, found) => sum + Math.max(...found.values()), without);
}

function featuresOf(meaning: ColumnMeaning): readonly string[] {
  if (meaning.kind === 'question') return [meaning.question.feature];
  return meaning.kind === 'ambiguous' ? meaning.questions.map(({ feature }) => feature) : [];
}
