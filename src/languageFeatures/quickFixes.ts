import type { Product } from '../document/product.ts';
import type { TextEdit } from '../document/writing/textEdit.ts';
import { comparePositions } from '../document/yaml/position.ts';
import type { Fix } from '../problems/fix.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * What takes one problem away, best first; empty where only the author can know.
 *
 * @param product the one that the problem was found in
 * @param files paths that its `uses` could name, where they are known
 */
export function quickFixes(product: Product, problem: Problem, files: readonly string[] = []): readonly Fix[] {
  return problem.fixes?.(product, files) ?? [];
}

/**
 * The edits of all fixes that cannot do harm: quotes around ids and other texts that YAML reads as something else, quotes off from numbers, a
 * space behind a colon, and keys and values that are one letter off from a single known one.
 */
export function fixAll(product: Product, problems: readonly Problem[]): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const problem of problems) {
    const fix = quickFixes(product, problem).find(({ isHarmless }) => isHarmless);
    // Two fixes at one place may contradict each other: the other one comes the next time.
    if (fix && !fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) chosen.push(...fix.edits);
  }
  return chosen;
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
