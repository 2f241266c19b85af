import { readFile, realpath } from 'node:fs/promises';
import type { AnalysedFile } from '../report/analysedFile.ts';
import type { BacklogGrouping } from '../report/backlogGroupings.ts';
import { type BacklogOptions, backlogMarkdown, backlogsMarkdown } from '../report/backlogMarkdown.ts';
import { outOfDate } from '../wording/commandWording.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exitCode.ts';
import { Failure, hasCode, systemReason } from './failure.ts';
import { findOutput, type Output, standardOutput } from './findOutput.ts';
import { type ReadOptions, readFiles } from './readFiles.ts';
import { reportErrors } from './reportErrors.ts';
import { separateProducts } from './separateProducts.ts';
import { withForwardSlashes } from './shownPath.ts';
import { writeStream } from './writeStream.ts';
import { writeWhole } from './writeWhole.ts';

export interface BacklogCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly groupBy: BacklogGrouping;
  readonly all?: boolean;
  readonly check?: boolean;
}

/** `kano backlog` */
export async function backlog(paths: readonly string[], options: BacklogCommandOptions, environment: Environment): Promise<ExitCode> {
  const { check = false } = options;
  const output = options.output === standardOutput ? undefined : options.output;
  if (check && output === undefined) throw new Failure({ kind: 'check-needs-output' });
  const target = output === undefined ? undefined : await findOutput(output, environment.currentFolder);
  if (check && target?.kind === 'stream') throw new Failure({ kind: 'check-needs-file', path: target.path });
  const files = await readFiles(paths, options, environment);
  const text = backlogText(separateProducts(files), { groupBy: options.groupBy, all: options.all ?? false });
  if (target === undefined) environment.output.write(text);
  else if (target.kind === 'stream') await writeStream(target, text);
  else {
    await refuseInput(target, files);
    const isCurrent = (await readWritten(target)) === text;
    if (check && !isCurrent) {
      environment.errors.write(`kano: ${outOfDate(target.path)}\n`);
      reportErrors(files, environment);
      return exitCode.findings;
    }
    if (!isCurrent) await writeWhole(target, text);
  }
  return reportErrors(files, environment);
}

function backlogText(files: readonly AnalysedFile[], options: BacklogOptions): string {
  const [only] = files;
  return only && files.length === 1 ? backlogMarkdown(only.product, only.analysis, options, only.faulty) : backlogsMarkdown(files, options);
}

async function refuseInput({ location, path }: Output, files: readonly AnalysedFile[]): Promise<void> {
  const real = withForwardSlashes(await realpath(location).catch(() => location));
  const read = files.flatMap(({ product }) => product.documents.map(({ uri }) => uri));
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
