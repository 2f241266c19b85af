import { realpath } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import type { CheckedFile, FaultyFile } from '../../report/analysedFile.ts';
import { type LintedFile, lintedFile } from '../../report/lint/lintedFile.ts';
import { currentLanguage } from '../../terms/language.ts';
import { type Environment, say } from '../terminal/environment.ts';
import { Failure, systemReason } from '../terminal/failure.ts';
import { progressLine } from '../terminal/progress.ts';
import { errorOf } from '../terminal/thrown.ts';
import { startFileThread } from '../threads/fileThread.ts';
import { readInThreads } from '../threads/readInThreads.ts';
import { threadCount } from '../threads/threadCount.ts';
import { type FileOutcome, FileReducer } from './fileReducer.ts';
import { type FoundFile, standardInput } from './findFiles.ts';
import { includedFiles, type ReadOptions, surroundings } from './includedFiles.ts';
import { checkingProgress, readFound } from './readFiles.ts';
import { loadReduction, type Reduction } from './reductions.ts';
import { shownPath } from './shownPath.ts';

/** A file of which only what a report shows is kept. */
export interface ReducedFile<Part> {
  readonly part: Part;
  /** The files of its product that have errors, as in `AnalysedFile`. */
  readonly faulty: readonly FaultyFile[];
  /** The `.kanorc.yaml` that was used, where there is one. */
  readonly configuration?: LintedFile;
}

/**
 * Reads the named files as `readFiles` does, in several threads where there is enough to read, and keeps only a part of each: the memory that this takes
 * does not grow with the number of files. Fails as `readFiles` does.
 */
export async function reduceFiles<Part>(
  paths: readonly string[],
  options: ReadOptions,
  environment: Environment,
  reduction: Reduction,
): Promise<readonly ReducedFile<Part>[]> {
  const { currentFolder, variables } = environment;
  const around = surroundings(currentFolder);
  const found = await includedFiles(paths, options, currentFolder, around);
  const reduce = (await loadReduction(reduction)) as (file: CheckedFile) => Part;
  // What standard input says counts for every product that uses it: all are read together.
  if (found.some(({ path }) => path === standardInput))
    return (await readFound(found, options, environment, around)).map((file) => ({
      part: reduce(file),
      faulty: file.faulty,
      ...(file.configuration && { configuration: lintedFile(file.configuration) }),
    }));
  const realFolder = await realpath(currentFolder).catch(() => currentFolder);
  const start = { currentFolder, realFolder, all: found.map(({ location }) => location), asOf: options.asOf };
  const reducer = new FileReducer(start, reduce);
  const language = currentLanguage();
  const progress = progressLine(environment.errors);
  try {
    const outcomes = await readInThreads<Part>(found, {
      read: (files) => reducer.outcomes(files),
      threads: (characters) => threadCount(variables, characters),
      startThread: (portions, take) => startFileThread({ start, reduction, language, portions }, take),
      onProgress: (done) => progress.show(checkingProgress(done, found.length)),
      onDeath: (reason) => say(environment, deathOf(reason)),
    });
    return joined(found, outcomes, realFolder, environment);
  } finally {
    progress.end();
  }
}

function deathOf(reason: unknown): string {
  return l10n.t('A thread ended before its work was done ({reason}), so the command did that itself.', { reason: systemReason(reason) });
}

/** What came of each file, as one thread alone would have it. Fails with what that one would fail with. */
function joined<Part>(
  found: readonly FoundFile[],
  outcomes: readonly FileOutcome<Part>[],
  realFolder: string,
  { onFailedCheck }: Environment,
): readonly ReducedFile<Part>[] {
  const unreadable = outcomes.flatMap((outcome) => outcome.unreadable ?? []);
  if (unreadable.length > 0) throw new Failure(...unreadable);
  const byLocation = new Map(found.map(({ location, path }, index) => [location, { path, outcome: outcomes[index] }]));
  const resultOf = (location: string) => {
    const { path = '', outcome } = byLocation.get(location) ?? {};
    for (const [code, error] of outcome?.failedChecks ?? []) onFailedCheck?.(code, errorOf(error));
    if (!outcome?.result) throw errorOf(outcome?.thrown ?? { name: 'Error', message: path });
    return { path, ...outcome.result };
  };
  return found.map(({ location }) => {
    const { path, part, errors, used, configuration } = resultOf(location);
    const others = used.map((each) =>
      each.errors === undefined
        ? resultOf(each.location)
        : { path: byLocation.get(each.location)?.path ?? shownPath(realFolder, each.location), errors: each.errors },
    );
    const faulty = [{ path, errors }, ...others].flatMap((each) => (each.errors === 0 ? [] : [{ path: each.path, errors: each.errors }]));
    return {
      part,
      faulty: [...faulty, ...(configuration?.faulty ?? [])],
      ...(configuration && { configuration: configuration.linted }),
    };
  });
}
