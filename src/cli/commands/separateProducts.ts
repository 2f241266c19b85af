import type { AnalysedFile } from '../../report/analysedFile.ts';

type Opened = Pick<AnalysedFile, 'product'>;

/**
 * The files that stand for a product of their own: those that none of the others uses, directly or not. Of files that use each other in
 * a cycle and nothing else uses, the first. So every feature of the files given is in one of the products, and in two only where two
 * products share it.
 */
export function separateProducts<File extends Opened>(files: readonly File[]): readonly File[] {
  const usedBy = (user: File) => new Set(user.product.models.slice(1).map(({ uri }) => uri));
  const uses = new Map(files.map((file) => [file, usedBy(file)]));
  const reaches = (user: File, file: File) => user !== file && uses.get(user)?.has(file.product.opened.uri) === true;
  const kept = new Set(files.filter((file) => !files.some((user) => reaches(user, file))));
  for (const file of files) if (!kept.has(file) && ![...kept].some((user) => reaches(user, file))) kept.add(file);
  return files.filter((file) => kept.has(file));
}
