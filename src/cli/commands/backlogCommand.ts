import { readFile, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import type { BacklogGrouping } from '../../report/backlog/backlogGroupings.ts';
import { type BacklogOptions, backlogMarkdown, backlogsMarkdown } from '../../report/backlog/backlogMarkdown.ts';
import { keepNotes } from '../../report/backlog/keepNotes.ts';
import { pathUri } from '../../report/lint/pathUri.ts';
import { outOfDate } from '../../wording/commandWording.ts';
import { findOutput, type Output, standardOutput } from '../files/findOutput.ts';
import { type ReadOptions, readFiles } from '../files/readFiles.ts';
import { shownPath, withForwardSlashes } from '../files/shownPath.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { Environment } from '../terminal/environment.ts';
import { type ExitCode, exitCode } from '../terminal/exitCode.ts';
import { Failure, hasCode, systemReason } from '../terminal/failure.ts';
import { reportErrors } from '../terminal/reportErrors.ts';
import { writeStream } from '../terminal/writeStream.ts';
import { separateProducts } from './separateProducts.ts';

export interface BacklogCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly groupBy: BacklogGrouping;
  readonly all?: boolean;
  readonly check?: boolean;
  readonly matrix?: string;
}

/** `kano backlog` */
export async function backlog(paths: readonly string[], options: BacklogCommandOptions, environment: Environment): Promise<ExitCode> {
  const { check = false } = options;
  const output = options.output === standardOutput ? undefined : options.output;
  if (check && output === undefined) throw new Failure({ kind: 'check-needs-output' });
  const target = output === undefined ? undefined : await findOutput(output, environment.currentFolder);
  if (check && target?.kind === 'stream') throw new Failure({ kind: 'check-needs-file', path: target.path });
  const files = await readFiles(paths, options, environment);
  const products = separateProducts(files);
  if (options.matrix !== undefined && products.length > 1)
    throw new Failure({ kind: 'matrix-needs-one-product', products: products.length });
  const { groupBy, all = false } = options;
  const text = backlogText(products, { groupBy, all, ...pictureOf(options, target, environment.currentFolder) });
  if (target === undefined) environment.output.write(text);
  else if (target.kind === 'stream') await writeStream(target, text);
  else {
    await refuseInput(target, files);
    const written = await readWritten(target);
    const kept = withNotes(text, written, target, check);
    const isCurrent = written === kept;
    if (check && !isCurrent) {
      environment.errors.write(`kano: ${outOfDate(target.path)}\n`);
      reportErrors(files, environment);
      return exitCode.findings;
    }
    if (!isCurrent) await writeWhole(target, kept);
  }
  return reportErrors(files, environment);
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

/** The text with what people wrote into the file by hand. Fails where that would be lost. */
function withNotes(text: string, written: string | undefined, { path }: Output, check: boolean): string {
  const kept = written === undefined || written.trim() === '' ? text : keepNotes(text, written);
  if (kept === 'damaged') throw new Failure({ kind: 'notes-damaged', path });
  if (kept !== 'no-place') return kept;
  if (check) return text;
  throw new Failure({ kind: 'no-notes-place', path });
}

async function refuseInput({ location, path }: Output, files: readonly AnalysedFile[]): Promise<void> {
  const real = withForwardSlashes(await realpath(location).catch(() => location));
  const read = files.flatMap(({ product }) => product.models.map(({ uri }) => uri));
  if (read.includes(real)) throw new Failure({ kind: 'would-overwrite', path });
}

/** What stands in the file now, as it was written: Git may have given it the line ends of the system. `undefined` where there is none. */
async function readWritten({ location, path }: Output): Promise<string | undefined> {
  try {
    return (await readFile(location, 'utf8')).replaceAll('\r\n', '\n');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new Failure({ kind: 'unreadable', path, reason: systemReason(error) });
  }
}
