/**
 * Whether a path, or a folder that it lies in, matches a pattern: `*` stands for any part of a name, `?` for one character, `**` for any number of
 * folders. A pattern without a slash, other than one at its end, matches names at any depth. Takes time by the product of the lengths at most, whatever
 * the pattern: patterns come with repositories.
 * @param path relative to the folder of the pattern, with forward slashes
 */
export function matchesPath(pattern: string, path: string): boolean {
  const steps = withoutSlashesAtEnd(pattern.replace(/^(?:\.?\/)+/, '')).split('/');
  if (steps.length === 1 && steps[0] === '') return false;
  const isAnchored = steps.length > 1 || /^\.?\//.test(pattern);
  return matchesStart(isAnchored ? steps : ['**', ...steps], path.split('/'));
}

/** Counted from the end: a pattern for the end of a text looks at every run of slashes in it, which takes quadratic time. */
function withoutSlashesAtEnd(pattern: string): string {
  let end = pattern.length;
  while (end > 0 && pattern[end - 1] === '/') end--;
  return pattern.slice(0, end);
}

/** Whether the steps match a path from its beginning: what is left lies in the folder that they match. */
function matchesStart(steps: readonly string[], names: readonly string[]): boolean {
  // How many names the steps so far can have matched.
  let reached = [0];
  for (const step of steps) {
    const [least = names.length + 1] = reached;
    reached =
      step === '**'
        ? Array.from({ length: names.length + 1 - least }, (_, index) => least + index)
        : reached.flatMap((count) => (matchesName(step, names[count]) ? [count + 1] : []));
  }
  return reached.length > 0;
}

/** `*` and `?` in one name, with a single way back: to the newest star. */
function matchesName(pattern: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  const [signs, letters] = [[...pattern], [...name]];
  let [at, star, resumed] = [0, -1, 0];
  for (let index = 0; index < letters.length; ) {
    if (signs[at] === '*') {
      star = at++;
      resumed = index;
    } else if (signs[at] === '?' || (at < signs.length && signs[at] === letters[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resumed;
    } else return false;
  }
  while (signs[at] === '*') at++;
  return at === signs.length;
}
