import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { errorReport } from '../../base/errorReport.ts';
import { recordTime } from './timings.ts';

/** A reason for the user, which VS Code shows: nothing is broken. */
export class Refusal extends Error {}

/** The command that copies what a bug report needs. */
export const copyBugReportCommand = 'kano.copyBugReport';
export const showOutputCommand = 'kano.showOutput';

/** What failed since the start, by the name of the part: the first error of each. */
export const failures = new Map<string, string>();

let channel: vscode.LogOutputChannel | undefined;

/** Opens the output channel that failures and, at the level "Trace", timings are written to. They say nothing of what is in files. */
export function openOutput(): vscode.LogOutputChannel {
  failures.clear();
  channel = vscode.window.createOutputChannel('Kano', { log: true });
  return channel;
}

/**
 * Reports that a part threw: once, in the output channel and in a message.
 *
 * @param error what was thrown, or the report that the page made of it
 */
export function reportFailure(part: string, error: unknown): void {
  if (failures.has(part)) return;
  const report = typeof error === 'string' ? error : errorReport(error);
  failures.set(part, report);
  channel?.error(`${part}: ${report}`);
  void offerReport(part);
}

/** Runs a part of the extension. Where it fails, reports that and gives `undefined`: everything else goes on. Refusals and cancellations pass. */
export async function attempt<T>(part: string, work: () => T | PromiseLike<T>): Promise<T | undefined> {
  const start = performance.now();
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || error instanceof vscode.CancellationError) throw error;
    reportFailure(part, error);
    return undefined;
  } finally {
    const took = performance.now() - start;
    recordTime(part, took);
    channel?.trace(`${part}: ${took.toFixed(1)} ms`);
  }
}

/** Runs what has to be done at once, as `attempt` does. */
export function attemptNow<T>(part: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    reportFailure(part, error);
    return undefined;
  }
}

/** A provider whose methods are attempted: VS Code gets no answer where one fails. Every provider is registered through this. */
export function guarded<Provider extends object>(part: string, provider: Provider): Provider {
  return new Proxy(provider, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      // Events are functions too.
      if (typeof value !== 'function' || String(key).startsWith('on')) return value;
      return (...parameters: unknown[]) => attempt(part, () => Reflect.apply(value, target, parameters));
    },
  });
}

/** Registers a command that is attempted. */
export function registerCommand(command: string, run: (...parameters: unknown[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(command, (...parameters: unknown[]) => attempt(command, () => run(...parameters)));
}

async function offerReport(part: string): Promise<void> {
  const [copy, show] = [l10n.t('Copy Information for a Bug Report'), l10n.t('Show Output')];
  const chosen = await vscode.window.showErrorMessage(
    l10n.t('A part of Kano has failed ({part}). Everything else goes on.', { part }),
    copy,
    show,
  );
  if (chosen) await vscode.commands.executeCommand(chosen === copy ? copyBugReportCommand : showOutputCommand);
}
