/**
 * The names that a module exports where it is declared, or in one list at its end.
 *
 * @param {string} code
 * @param {string} path To name in the error.
 * @returns {readonly string[]}
 * @throws {Error} When it exports in another way, or nothing.
 */
export function exportedNames(code, path) {
  const list = /^export \{ ([\w, ]+) \};$/m.exec(code)?.[1]?.split(', ') ?? [];
  const names = [...list, ...[...code.matchAll(/^export (?:class|const|function) (\w+)/gm)].map(([, name]) => name ?? '')];
  if (names.length === 0) throw new Error(`${path} names its exports in another way than expected.`);
  return names;
}
