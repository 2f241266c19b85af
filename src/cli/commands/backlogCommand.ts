import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { separateProducts } from '../../report/analysedFile.ts';
import { backlogDifferences } from '../../report/backlog/backlogDifferences.ts';
import type { BacklogGrouping } from '../../report/backlog/backlogGroups.ts';
import { type BacklogOptions, backlogMarkdown, backlogsMarkdown } from '../../report/backlog/backlogMarkdown.ts';
import { keepNotes, notesRefused } from '../../report/backlog/keepNotes.ts';
import { pathUri } from '../../report/lint/lintSarif.ts';
import { currentLanguage } from '../../terms/language.ts';
import { count } from '../../terms/numbers.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { findOutput, type Output, readWritten, writeOutput } from '../files/output.ts';
import { readFiles, reportErrors } from '../files/readFiles.ts';
import { shownPath, withForwardSlashes } from '../files/shownPath.ts';
import { type Environment, type ExitCode, exitCode, print, say, show } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { type TrackerFormat, writeTrackerFile } from './trackerFile.ts';

export interface BacklogCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly groupBy: BacklogGrouping;
  readonly all?: boolean;
  readonly check?: boolean;
  readonly matrix?: string;
  readonly totals?: boolean;
  readonly format: 'markdown' | TrackerFormat;
  /** What a tracker calls a ticket. */
  readonly ticketType?: string;
}

/** `kano backlog` */
export async function backlog(paths: readonly string[], options: BacklogCommandOptions, environment: Environment): Promise<ExitCode> {
  const { check = false, groupBy, all = false, totals = false, format } = options;
  if (format !== 'markdown') return writeTrackerFile(format, paths, options, environment);
  const target = await findOutput(options.output, environment.currentFolder);
  if (check && target === undefined) throw new Failure(l10n.t('--check compares with a file. Name it with -o FILE.'));
  if (check && target?.kind === 'stream')
    throw new Failure(l10n.t('--check compares with a file, but {path} is a device or a pipe.', { path: target.path }));
  const files = await readFiles(paths, options, environment);
  const products = separateProducts(files);
  if (options.matrix !== undefined && products.length > 1)
    throw new Failure(
      l10n.t('--matrix needs one product, but {count} were given. Name the file of one.', { count: count(products.length) }),
    );
  const text = backlogText(products, { groupBy, all, totals, ...pictureOf(options, target, environment.currentFolder) });
  if (target === undefined) print(environment, text);
  else if (target.kind === 'stream') await writeOutput(target, text, environment);
  else {
    await refuseInput(target, files);
    const written = await readWritten(target);
    const kept = withNotes(text, written, target);
    const isCurrent = written === kept;
    if (check && !isCurrent) {
      sayStale(written, kept, { path: target.path, command: writingCommand(paths, options, target.path) }, environment);
      reportErrors(files, environment);
      return exitCode.findings;
    }
    if (!isCurrent) await writeOutput(target, kept, environment);
  }
  return reportErrors(files, environment);
}

/** Says why a check fails, and what to do about it: somebody reads it in the log of a job, who has typed no command. */
function sayStale(
  written: string | undefined,
  current: string,
  values: { readonly path: string; readonly command: string },
  environment: Environment,
): void {
  if (written === undefined) say(environment, l10n.t('There is no {path} yet. Write it and commit it: {command}', values));
  else {
    say(environment, l10n.t('{path} is out of date. Write it anew and commit it: {command}', values));
    show(environment, backlogDifferences(written, current));
  }
}

/** The call that writes the file: hooks and CI check what nobody there has typed a command for. */
function writingCommand(paths: readonly string[], { groupBy, all, matrix, totals }: BacklogCommandOptions, output: string): string {
  const options = [...(groupBy === 'category' ? [] : ['--group-by', groupBy]), ...(all ? ['--all'] : []), ...(totals ? ['--totals'] : [])];
  const picture = matrix === undefined ? [] : ['--matrix', matrix];
  const language = currentLanguage() === 'en' ? [] : ['--lang', currentLanguage()];
  return ['kano', 'backlog', '-o', output, ...options, ...picture, ...language, ...paths].map(shellWord).join(' ');
}

/** As a shell reads it. */
function shellWord(text: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function backlogText(files: readonly AnalysedFile[], options: BacklogOptions): string {
  const [only] = files;
  return only && files.length === 1 ? backlogMarkdown(only.product, only.analysis, options, only.faulty) : backlogsMarkdown(files, options);
}

/** Where the picture is, seen from the backlog. */
function pictureOf(
  { matrix }: BacklogCommandOptions,
  target: Output | undefined,
  currentFolder: string,
): Pick<BacklogOptions, 'matrixUrl'> {
  if (matrix === undefined) return {};
  const folder = target === undefined ? currentFolder : dirname(target.location);
  return { matrixUrl: pathUri(shownPath(folder, resolve(currentFolder, matrix))) };
}

/** The text with what people wrote into the file by hand. Fails if that would be lost, so that no check names a command that would refuse. */
function withNotes(text: string, written: string | undefined, { path }: Output): string {
  const kept = written === undefined || written.trim() === '' ? text : keepNotes(text, written);
  if (kept === 'damaged' || kept === 'conflict') throw new Failure(notesRefused(path, kept));
  if (kept !== 'no-place') return kept;
  throw new Failure(
    l10n.t(
      '{path} was not written by “kano backlog”, or its two kano:notes lines are missing, so it is not overwritten. Delete it first, or name another file after -o.',
      { path },
    ),
  );
}

async function refuseInput({ location, path }: Output, files: readonly AnalysedFile[]): Promise<void> {
  const real = withForwardSlashes(await realpath(location).catch(() => location));
  const read = files.flatMap(({ product }) => product.models.map(({ uri }) => uri));
  if (!read.includes(real)) return;
  throw new Failure(l10n.t('{path} is one of the files that are read, so it is not overwritten. Name another file after -o.', { path }));
}
