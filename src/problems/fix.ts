import type { Product } from '../document/product.ts';
import { type PartEdit, type TextEdit, textEdits } from '../document/writing/textEdit.ts';
import type { Part } from '../document/yaml/part.ts';

/** A change that takes a problem away. */
export interface Fix {
  /** Says exactly what happens. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that is nearly always meant. */
  readonly isPreferred?: boolean;
  /** Cannot do harm, so that it may happen to a whole file at once, unseen. */
  readonly isHarmless?: boolean;
}

/**
 * The fixes for one finding in a version of the file that still has it; made when somebody asks. The product is the one that was opened
 * through the file, `files` are the files that it could use, relative to it.
 */
export type FixMaker = (product: Product, files: readonly string[]) => readonly Fix[];

/** A fix by edits of one part; none where these are not to be had. */
export function fixInPart(
  { opened }: Product,
  part: Part,
  edits: readonly PartEdit[] | undefined,
  fix: Omit<Fix, 'edits'>,
): readonly Fix[] {
  return edits === undefined || edits.length === 0 ? [] : [{ ...fix, edits: textEdits(opened, part, edits) }];
}
