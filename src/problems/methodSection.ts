/**
 * What the method says of a problem: when it is reported, why, and what to do.
 * @param method the text of `docs/method.md` in any language
 * @returns `undefined` where it has no section about the code
 */
export function methodSection(method: string, code: string): string | undefined {
  const [, after] = method.split(`\n### ${code.replace('kano/', '')}\n`);
  // The anchor of the next heading stands before it in translations.
  return after?.split(/\n(?:##|<a id=)/)[0]?.trim();
}
