import { availableParallelism } from 'node:os';
import * as l10n from '@vscode/l10n';
import { Failure } from '../terminal/failure.ts';

/** More threads take more memory, and finding the files takes longer than reading them then. */
const mostByItself = 4;
/** Characters for which a thread is worth its start, which takes a tenth of a second and some 40 MB. */
const charactersOfThread = 2_000_000;

/**
 * How many threads read files, the first one included: what `KANO_THREADS` says, else as many as there are processors, where there is work for them.
 * @param characters about how many are left to read
 */
export function threadCount(variables: Readonly<Record<string, string | undefined>>, characters: number): number {
  const asked = variables.KANO_THREADS;
  if (asked === undefined || asked === '')
    return Math.min(mostByItself, availableParallelism(), 1 + Math.floor(characters / charactersOfThread));
  if (!/^[1-9]\d?$/.test(asked)) throw new Failure(l10n.t('KANO_THREADS is “{asked}”. Give a number of threads, from 1 to 99.', { asked }));
  return Number(asked);
}
