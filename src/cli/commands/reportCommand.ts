import { page } from 'kano:panel-page';
import * as l10n from '@vscode/l10n';
import { isReport, type ReportedProduct, reportMarkdown, reportOf, reportPageHtml } from '../../page/reportText.ts';
import { type AnalysedFile, separateProducts } from '../../report/analysedFile.ts';
import type { Diff } from '../../report/diff/diff.ts';
import { languages, type TranslationBundle } from '../../terms/language.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { findOutput, writeOwn } from '../files/output.ts';
import { readFiles, reportErrors } from '../files/readFiles.ts';
import { NoRepository } from '../git/gitRevisions.ts';
import { type Environment, type ExitCode, print } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { compareRevisions } from './compareRevisions.ts';

export type ReportFormat = 'html' | 'markdown';

export interface ReportCommandOptions extends ReadOptions {
  readonly output?: string;
  /** Default: by the ending of the output, else HTML. */
  readonly format?: ReportFormat;
  /** The revision that the files are compared with. */
  readonly since?: string;
  /** Leaves out what is not for the public. */
  readonly public?: boolean;
}

/** `kano report` */
export async function report(paths: readonly string[], options: ReportCommandOptions, environment: Environment): Promise<ExitCode> {
  const target = await findOutput(options.output, environment.currentFolder);
  const format = options.format ?? (/\.(md|markdown)$/i.test(options.output ?? '') ? 'markdown' : 'html');
  // What is printed has no control characters, and without one of them the script of the page would have another hash and not run.
  if (format === 'html' && target === undefined)
    throw new Failure(l10n.t('A page goes into a file. Name it with -o report.html, or choose --format markdown.'));
  const files = separateProducts(await readFiles(paths, options, environment));
  if (files.length === 0) throw new Failure(l10n.t('There is no *.kano.yaml file here to report on.'));
  if (options.since?.includes('..'))
    throw new Failure(l10n.t('--since compares with one revision, not with {range}.', { range: options.since }));
  const since =
    options.since === undefined
      ? null
      : await compareRevisions([options.since, ...paths], options, environment).catch(refusedWithoutRepository);
  const said = reportOf(
    files.map((file) => ({ ...file, since: since === null ? null : comparedWith(file, since) })),
    options.public ?? false,
  );
  const text = format === 'markdown' ? reportMarkdown(said) : reportPageHtml(said, page, await allBundles());
  if (target === undefined) print(environment, text);
  else await writeOwn(target, { text, command: 'kano report', isOwn: isReport }, environment);
  return reportErrors(files, environment);
}

function refusedWithoutRepository(error: unknown): never {
  if (error instanceof NoRepository)
    throw new Failure(l10n.t('--since compares with a revision in Git, and this folder is in no Git repository.'));
  throw error;
}

function comparedWith({ path, faulty }: AnalysedFile, { base, products, conflicts = [] }: Diff): ReportedProduct['since'] {
  const isInConflict = [path, ...faulty.map((file) => file.path)].some((each) => conflicts.includes(each));
  return { base, diffed: products.find(({ after }) => after?.path === path) ?? null, isInConflict };
}

async function allBundles(): Promise<Readonly<Record<string, TranslationBundle>>> {
  const translated = languages.filter((language) => language !== 'en');
  const bundles = await Promise.all(
    translated.map(async (language) => [language, (await import(`../../../l10n/bundle.l10n.${language}.json`)).default] as const),
  );
  return Object.fromEntries(bundles);
}
