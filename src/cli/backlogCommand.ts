import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AnalysedFile } from '../report/analysedFile.ts';
import type { BacklogGrouping } from '../report/backlogGroups.ts';
import { type BacklogOptions, backlogMarkdown, backlogsMarkdown } from '../report/backlogMarkdown.ts';
import { outOfDate } from '../wording/commandWording.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exitCode.ts';
import { Failure, hasCode, systemReason } from './failure.ts';
import { type ReadOptions, readFiles } from './readFiles.ts';
import { reportErrors } from './reportErrors.ts';
import { separateProducts } from './separateProducts.ts';
import { withForwardSlashes } from './shownPath.ts';
import { writeWhole } from './writeWhole.ts';

export interface BacklogCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly groupBy: BacklogGrouping;
  readonly all?: boolean;
  readonly check?: boolean;
}

/** `kano backlog` */
export async function backlog(paths: readonly string[], options: BacklogCommandOptions, environment: Environment): Promise<ExitCode> {
  const { output, check = false } = options;
  if (check && output === undefined) throw new Failure({ kind: 'check-needs-output' });
  const files = await readFiles(paths, options, environment);
  const text = backlogText(separateProducts(files), { groupBy: options.groupBy, all: options.all ?? false });
  if (output === undefined) {
    environment.output.write(text);
    return reportErrors(files, environment);
  }
  const location = resolve(environment.currentFolder, output);
  await refuseInput(location, output, files);
  const isCurrent = (await readWritten(location, output)) === text;
  if (!check && !isCurrent) await writeWhole(location, text, output);
  if (check && !isCurrent) environment.errors.write(`kano: ${outOfDate(output)}\n`);
  const errors = reportErrors(files, environment);
  return check && !isCurrent ? exitCode.findings : errors;
}

function backlogText(files: readonly AnalysedFile[], options: BacklogOptions): string {
  const [only] = files;
  return only && files.length === 1 ? backlogMarkdown(only.product, only.analysis, options) : backlogsMarkdown(files, options);
}

async function refuseInput(location: string, output: string, files: readonly AnalysedFile[]): Promise<void> {
  const real = withForwardSlashes(await realpath(location).catch(() => location));
  const read = files.flatMap(({ product }) => product.documents.map(({ uri }) => uri));
  if (read.includes(real)) throw new Failure({ kind: 'would-overwrite', path: output });
}

/** What stands in the file now, as it was written: Git may have given it the line ends of the system. `undefined` where there is none. */
async function readWritten(location: string, output: string): Promise<string | undefined> {
  try {
    return (await readFile(location, 'utf8')).replaceAll('\r\n', '\n');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (hasCode(error, 'EISDIR')) throw new Failure({ kind: 'is-folder', path: output });
    throw new Failure({ kind: 'unreadable', path: output, reason: systemReason(error) });
  }
}
