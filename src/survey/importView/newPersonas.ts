import { oneLine } from '../../terms/markdown.ts';
import type { ImportChoices } from './importChoices.ts';

/** A persona that the file gets. */
export interface NewPersona {
  readonly id: string;
  readonly name: string;
}

/** The personas that a reader makes of values in the export, by value. Ids that the product has, and those of each other, are not used again. */
export function newPersonas({ personas }: Pick<ImportChoices, 'personas'>, known: readonly string[]): ReadonlyMap<string, NewPersona> {
  const used = new Set(known);
  const found = new Map<string, NewPersona>();
  for (const [value, { kind }] of Object.entries(personas)) {
    if (kind !== 'new') continue;
    const id = freeId(idOf(value) ?? 'persona-1', used);
    used.add(id);
    found.set(value, { id, name: oneLine(value).trim() || id });
  }
  return found;
}

/** `young-parents` of “Young parents”; `undefined` where no letter or digit of it may stand in an id. */
export function idOf(text: string): string | undefined {
  const id = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // Without its other letters the id would say something else.
  if (/[^\p{P}\p{Z}\p{S}\p{C}a-z0-9]/u.test(id)) return undefined;
  return (
    id
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || undefined
  );
}

/** The id itself, or with the first number that makes it a new one. */
export function freeId(id: string, used: { has(id: string): boolean }): string {
  if (!used.has(id)) return id;
  const [, stem = id] = /^(.*?)-\d+$/.exec(id) ?? [];
  for (let number = 2; ; number++) if (!used.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
