import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import { copyBugReportCommand, failures, openOutput, registerCommand, showOutputCommand } from './failures.ts';
import { timingsTable } from './timings.ts';

/** Opens the output channel "Kano", and registers the commands that show it and that copy what a bug report needs. */
export function registerOutput(extension: vscode.Extension<unknown>): vscode.Disposable {
  const channel = openOutput();
  for (const line of environmentLines(extension)) channel.info(line);
  return vscode.Disposable.from(
    channel,
    registerCommand(showOutputCommand, () => channel.show()),
    registerCommand(copyBugReportCommand, async () => {
      await vscode.env.clipboard.writeText(bugReport(extension));
      void vscode.window.showInformationMessage(
        l10n.t('Copied. It holds versions, failures and timings, and nothing that is in your files.'),
      );
    }),
  );
}

/** In English, because it is for the people who fix the bug. */
function bugReport(extension: vscode.Extension<unknown>): string {
  const failed = [...failures].map(([part, report]) => `${part}: ${report}`);
  const blocks = [
    environmentLines(extension)
      .map((line) => `- ${line}`)
      .join('\n'),
    failed.length === 0 ? 'Nothing failed since the start.' : ['```text', ...failed, '```'].join('\n'),
    timingsTable(),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function environmentLines({ packageJSON }: vscode.Extension<unknown>): readonly string[] {
  const { env, workspace } = vscode;
  const folders = workspace.workspaceFolders ?? [];
  const schemes = [...new Set(folders.map(({ uri }) => uri.scheme))].join(', ');
  const open = workspace.textDocuments.filter(isKanoDocument);
  return [
    `Kano ${(packageJSON as { readonly version: string }).version}`,
    `${env.appName} ${vscode.version}, ${env.appHost}, language ${env.language}, remote ${env.remoteName ?? 'none'}`,
    `extension host: ${hostName()}`,
    `${folders.length} workspace folders (${schemes}), ${workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `${open.length} Kano documents open, the largest with ${Math.max(0, ...open.map(({ lineCount }) => lineCount))} lines`,
  ];
}

function hostName(): string {
  const { process } = globalThis as { readonly process?: { readonly platform?: string; readonly version?: string } };
  return process?.version === undefined ? 'web worker' : `Node ${process.version}, ${process.platform}`;
}
