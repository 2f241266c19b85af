import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import type { Status } from '../../document/format/model.ts';
import { newErrors } from '../../problems/addsErrors.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { applySync } from '../../report/trackers/applySync.ts';
import { planSync, type SyncPlan } from '../../report/trackers/planSync.ts';
import { readStatusChoice } from '../../report/trackers/statusMeanings.ts';
import type { SyncPreference } from '../../report/trackers/syncOutcome.ts';
import { syncChanges, syncDisagreements, syncRemarks, syncResult, ticketTexts } from '../../report/trackers/syncText.ts';
import { exportOfJson, exportOfTable, type TrackerExport, trackerNames, UnreadableExport } from '../../report/trackers/trackerExport.ts';
import { sharedIdsRefused } from '../../report/trackers/trackerItems.ts';
import { tableOfBytes, UnreadableTable } from '../../survey/answers/tableOfBytes.ts';
import { nameList } from '../../terms/numbers.ts';
import { reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, exitCode, print, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { faultyChanges } from './faultyChanges.ts';
import { inTurn, openTarget, writeTarget } from './importTarget.ts';
import { readBytes, tablePaths } from './readTable.ts';

export interface SyncCommandOptions {
  /** The export of a tracker. */
  readonly from: string;
  readonly into: string;
  /** An earlier export. */
  readonly base?: string;
  /** What statuses of the tracker mean: `In Review=in-progress`. */
  readonly status?: readonly string[];
  readonly prefer?: SyncPreference;
  readonly dryRun?: boolean;
}

/** `kano sync` */
export async function sync(paths: readonly string[], options: SyncCommandOptions, environment: Environment): Promise<ExitCode> {
  if (paths.length > 0) throw new Failure(l10n.t('Name the export with --from, and the file with --into.'));
  const choices = statusChoices(options.status ?? []);
  const open = () =>
    openTarget(options.into, environment, l10n.t('{path} has no features that the tickets could belong to.', { path: options.into }));
  const opened = await open();
  const exported = await readExport(options.from, environment);
  const base = options.base === undefined ? undefined : await readExport(options.base, environment);
  if (base && base.tracker !== exported.tracker)
    throw new Failure(
      l10n.t('{from} is an export of {tracker}, and {base} one of {other}. Name two exports of the same tracker.', {
        from: options.from,
        tracker: trackerNames[exported.tracker],
        base: options.base ?? '',
        other: trackerNames[base.tracker],
      }),
    );
  const sides = { exported, base, choices };
  if (options.dryRun) return syncInto(opened, { ...sides, isAlone: async () => true }, options, environment);
  // Another command may have changed the file until it is this one's turn.
  return inTurn(opened, 'kano sync', environment, async (isAlone) => syncInto(await open(), { ...sides, isAlone }, options, environment));
}

interface SyncSides {
  readonly exported: TrackerExport;
  readonly base: TrackerExport | undefined;
  readonly choices: ReadonlyMap<string, Status>;
  /** Whether no other command may be writing. */
  readonly isAlone: () => Promise<boolean>;
}

async function syncInto(
  target: AnalysedFile,
  { exported, base, choices, isAlone }: SyncSides,
  { prefer, dryRun = false }: SyncCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { path, product } = target;
  const items = product.opened.list('features');
  const shared = [...groupBy(items, ({ value }) => value.id)].filter(([, of]) => of.length > 1);
  if (shared.length > 0) throw new Failure(sharedIdsRefused(shared.map(([id]) => id)));
  const tryWith = (features: SyncPlan['features']) => {
    const synced = applySync(product.opened, features);
    return { synced, errors: newErrors(product, synced.model) };
  };
  const all = planSync(items, exported, { choices, prefer, base });
  // What a large file becomes is made and checked once, unless something in it makes errors.
  const tried = tryWith(all.features);
  const faulty = tried.errors.length === 0 ? [] : faultyChanges(all.features, (features) => tryWith(features).errors);
  const plan = { ...all, features: all.features.filter((each) => !faulty.some(({ change }) => change === each)) };
  const {
    errors,
    synced: { model, done, refused },
  } = faulty.length === 0 ? tried : tryWith(plan.features);
  if (errors.length > 0)
    throw new Failure(
      l10n.t('Nothing is written, because {path} would have an error: {errors}', { path, errors: errors.slice(0, 3).join(' ') }),
    );
  if (dryRun)
    print(
      environment,
      syncChanges(done)
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (!dryRun && model !== product.opened) await writeTarget(target, model, { command: 'kano sync', isAlone }, environment);
  const disagreements = [
    ...syncDisagreements(plan),
    ...faulty.map(({ change: { id, tickets }, errors: [error = ''] }) =>
      l10n.t('{feature}: nothing is written for {tickets}, because {path} would have an error: {error}', {
        feature: id,
        tickets: ticketTexts(tickets),
        path,
        error: error.replaceAll('`', ''),
      }),
    ),
    ...refused.map((feature) =>
      l10n.t('{feature} is written in a way that cannot be changed safely, with an alias for example. Change {path} by hand.', {
        feature,
        path,
      }),
    ),
  ];
  const differ = plan.features.some(({ outcome }) => outcome.kind === 'both' || outcome.kind === 'unknown-base');
  const hint = l10n.t(
    'No status is written for these. --prefer tracker or --prefer file decides them, and --base with the export of the last time tells who changed.',
  );
  for (const line of [...syncRemarks(plan, path), ...disagreements, ...(differ ? [hint] : []), syncResult(done, path, dryRun)])
    say(environment, line);
  const code = reportErrors([target], environment);
  return disagreements.length > 0 ? exitCode.findings : code;
}

function statusChoices(given: readonly string[]): ReadonlyMap<string, Status> {
  return new Map(
    given.map((text) => {
      const choice = readStatusChoice(text);
      if (choice) return choice;
      throw new Failure(
        l10n.t('“{text}” does not say what a status means. Write it as "In Review=in-progress", with one of {statuses}.', {
          text,
          statuses: nameList(['idea', 'planned', 'in-progress', 'shipped', 'rejected'], 'disjunction'),
        }),
      );
    }),
  );
}

async function readExport(path: string, { currentFolder, input }: Environment): Promise<TrackerExport> {
  const [found] = await tablePaths([path], currentFolder);
  const { shown, bytes } = await readBytes(path, found?.location ?? path, input);
  try {
    const text = startOf(bytes);
    if (/^\s*[[{]/.test(text)) return exportOfJson(new TextDecoder().decode(bytes), shown);
    const refusedWithoutRows = l10n.t('{path} has no tickets: there is no row below the header.', { path: shown });
    return exportOfTable((await tableOfBytes(shown, bytes, { refusedWithoutRows })).rows, shown);
  } catch (error) {
    throw error instanceof UnreadableExport || error instanceof UnreadableTable ? new Failure(error.message) : error;
  }
}

/** Enough of a text to tell JSON from a table. */
function startOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 100)).replace(/^\uFEFF/, '');
}
