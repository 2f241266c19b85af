import * as l10n from '@vscode/l10n';

/** What a report that shows several products calls one of them: its name, with the path where another product has the same name, or the path. */
export function productHeading(name: string | undefined, path: string, namesOfAll: readonly (string | undefined)[]): string {
  if (name === undefined) return path;
  return namesOfAll.filter((other) => other === name).length > 1 ? `${name} (${path})` : name;
}

/** The heading over a part of the section on one of several products. With the product in it, each heading can be linked to. */
export function headingWithin(product: string, part: string): string {
  return l10n.t('{product} · {group}', { product, group: part });
}
