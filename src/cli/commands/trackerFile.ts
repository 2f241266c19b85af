import * as l10n from '@vscode/l10n';
import { separateProducts } from '../../report/analysedFile.ts';
import { githubScript, isForGithub, isGithubScript } from '../../report/trackers/githubScript.ts';
import { isTrackerCsv, type TableTracker, trackerCsv } from '../../report/trackers/trackerCsv.ts';
import { sharedIdsRefused, trackerItems } from '../../report/trackers/trackerItems.ts';
import { nameList } from '../../terms/numbers.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { findOutput, writeOwn } from '../files/output.ts';
import { readFiles, reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, print, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export type TrackerFormat = TableTracker | 'github';

export interface TrackerFileOptions extends ReadOptions {
  readonly output?: string;
  readonly check?: boolean;
  readonly ticketType?: string;
}

/** `kano backlog --format jira` and its like: what to build, as a file that a tracker imports. */
export async function writeTrackerFile(
  format: TrackerFormat,
  paths: readonly string[],
  options: TrackerFileOptions,
  environment: Environment,
): Promise<ExitCode> {
  if (options.check) throw new Failure(l10n.t('--check compares with a backlog in Markdown, not with a file for a tracker.'));
  const target = await findOutput(options.output, environment.currentFolder);
  const files = await readFiles(paths, options, environment);
  const { items, withoutId, sharedIds } = trackerItems(separateProducts(files));
  if (sharedIds.length > 0) throw new Failure(sharedIdsRefused(sharedIds));
  // A tracker that imports a table makes a new ticket of each row. The script finds the issues that are there.
  const fresh = format === 'github' ? items.filter(isForGithub) : items.filter(({ tickets }) => tickets.length === 0);
  const text = format === 'github' ? githubScript(fresh) : trackerCsv(format, fresh, options.ticketType ?? usualTypes[format] ?? '');
  if (target === undefined) print(environment, text);
  else await writeOwn(target, { text, command: `kano backlog --format ${format}`, isOwn: isTrackerFile }, environment);
  const tracked = items.filter((item) => !fresh.includes(item)).map(({ title }) => title);
  if (tracked.length > 0)
    say(environment, l10n.t('Left out, because “tracker” names their tickets: {features}', { features: nameList(tracked) }));
  if (withoutId.length > 0)
    say(environment, l10n.t('Left out, because they have no id to find them again by: {features}', { features: nameList(withoutId) }));
  return reportErrors(files, environment);
}

const usualTypes: Readonly<Partial<Record<TrackerFormat, string>>> = { jira: 'Task', azure: 'Issue' };

function isTrackerFile(text: string): boolean {
  return isTrackerCsv(text) || isGithubScript(text);
}
