import type { AnalysedProduct } from '../analysis/productAnalysis.ts';
import type { Problem } from '../problems/problem.ts';

/** A file with problems of level error, because of which numbers may be missing. */
export interface FaultyFile {
  /** As the reader knows it. */
  readonly path: string;
  /** Where it is; a file of another time has no such place. */
  readonly uri?: string;
  /** How many problems of level error it has. */
  readonly errors: number;
}

/** A file as reports see it: the product that was opened through it, what its numbers say, and what is wrong in the file itself. */
export interface AnalysedFile extends AnalysedProduct {
  /** As the reader knows it: relative to where the command runs, with forward slashes. */
  readonly path: string;
  readonly problems: readonly Problem[];
  /** The files of the product that have errors, those that are only used among them, the opened one first. */
  readonly faulty: readonly FaultyFile[];
  /** The `.kanorc.yaml` that was used, where there is one. */
  readonly configuration?: AnalysedFile;
}

/** A file as the reports of a single one need it. */
export type CheckedFile = Omit<AnalysedFile, 'faulty' | 'configuration'>;

/**
 * The files that open a product of their own: those that no other file uses, directly or indirectly, and the first of each cycle that no other
 * file uses. So every feature is in one of the products, and in several only if they share it.
 */
export function separateProducts<File extends Pick<AnalysedFile, 'product'>>(files: readonly File[]): readonly File[] {
  const usedBy = (user: File) => new Set(user.product.models.slice(1).map(({ uri }) => uri));
  const uses = new Map(files.map((file) => [file, usedBy(file)]));
  const reaches = (user: File, file: File) => user !== file && uses.get(user)?.has(file.product.opened.uri) === true;
  const kept = new Set(files.filter((file) => !files.some((user) => reaches(user, file))));
  for (const file of files) if (!kept.has(file) && ![...kept].some((user) => reaches(user, file))) kept.add(file);
  return files.filter((file) => kept.has(file));
}
