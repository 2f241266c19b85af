const names = new Map<string, string>();
const mostNames = 1_000;

/** The same name of a key: these are few in a file, so each is kept in memory once. */
export function sharedName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size < mostNames) names.set(name, name);
  return name;
}
