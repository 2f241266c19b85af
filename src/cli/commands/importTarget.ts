import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { isKanoPath, type Product, productList } from '../../document/product.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { cellText } from '../../survey/answers/shownTexts.ts';
import { withLock } from '../files/lock.ts';
import { readFiles } from '../files/readFiles.ts';
import { replaceUnchanged } from '../files/replaceFile.ts';
import { type Environment, type ExitCode, say } from '../terminal/environment.ts';
import { Failure, notKano } from '../terminal/failure.ts';

/**
 * Opens the file that a command writes into.
 * @param refusedWithoutFeatures what is said of one that has no features, where no answers are to go into it
 */
export async function openTarget(path: string, environment: Environment, refusedWithoutFeatures?: string): Promise<AnalysedFile> {
  if (!isKanoPath(path)) throw new Failure(notKano(path));
  const found = await stat(resolve(environment.currentFolder, path)).catch(() => undefined);
  if (found && !found.isFile()) throw notOneFile(path);
  const [file, ...others] = await readFiles([path], {}, environment);
  if (!file || others.length > 0) throw notOneFile(path);
  if (file.product.opened.list('features').length === 0)
    throw new Failure(refusedWithoutFeatures ?? l10n.t('{path} has no features that the answers could belong to.', { path }));
  return file;
}

function notOneFile(path: string): Failure {
  return new Failure(l10n.t('--into needs exactly one file; {path} is not one.', { path }));
}

/** Why tallies cannot belong to a survey, and the lines that would define it; `undefined` where they can. */
export function undefinedSurvey(
  product: Product,
  id: string | undefined,
  path: string,
): { readonly reason: string; readonly lines: readonly string[] } | undefined {
  const known = productList(product, 'surveys').flatMap(({ item }) => item.value.id ?? []);
  if (id === undefined || known.includes(id)) return undefined;
  const similar = nearest(id, known);
  const values = { id: cellText(id), path, nearest: similar ?? '' };
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(id)) {
    const reason = l10n.t('“{id}” cannot be the id of a survey: ids consist of lowercase letters, digits, “.”, “_” and “-”.', values);
    return { reason, lines: [] };
  }
  const reason =
    similar === null
      ? l10n.t('{path} defines no survey “{id}”. Define it first, with the day on which it was held:', values)
      : l10n.t(
          '{path} defines no survey “{id}”. Did you mean “{nearest}”? If not, define it first, with the day on which it was held:',
          values,
        );
  return { reason, lines: ['surveys:', `  - { id: ${scalarText(id, { flow: true })}, date: YYYY-MM-DD }`] };
}

/** What writes a file, as a user calls it. */
export type WritingCommand = 'kano import' | 'kano import-feedback' | 'kano sync';

/** Writes the file, unless another program has changed it in the meantime. */
export async function writeTarget(
  { path, product: { opened } }: Pick<AnalysedFile, 'product' | 'path'>,
  changed: KanoModel,
  { command, isAlone }: { readonly command: WritingCommand; readonly isAlone: () => Promise<boolean> },
  environment: Environment,
): Promise<void> {
  if (await replaceUnchanged({ location: opened.uri, path }, { before: opened.text, after: changed.text }, isAlone, environment)) return;
  throw new Failure(
    l10n.t('Another program changed {path} at the same time, so nothing is written. Run “{command}” again.', { path, command }),
  );
}

/**
 * Does something with a file while no other command that writes into it runs, and says that it waits for one.
 * @param work gets a function that says whether no other one may be writing
 * @throws where another one does not end
 */
export async function inTurn(
  { path, product }: AnalysedFile,
  command: WritingCommand,
  environment: Environment,
  work: (isAlone: () => Promise<boolean>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const code = await withLock(product.opened.uri, work, () =>
    say(environment, l10n.t('Another command writes into {path}. Waiting up to two minutes for it to end…', { path })),
  );
  if (code !== undefined) return code;
  throw new Failure(
    l10n.t('Another command that writes into {path} does not end, so nothing is written. Run “{command}” again when it has ended.', {
      path,
      command,
    }),
  );
}
