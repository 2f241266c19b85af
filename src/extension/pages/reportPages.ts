import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isKanoPath } from '../../document/product.ts';
import { besides } from '../documents/besides.ts';
import { documentFor } from '../documents/chooseFile.ts';
import type { Services } from '../documents/services.ts';
import { findGit, type GitRepository } from '../git/gitApi.ts';
import type { GitRevision } from '../git/gitRevision.ts';
import { type RevisionPick, revisionsOf } from '../git/revisionPicks.ts';
import { Refusal, registerCommand } from '../output/failures.ts';
import { productsInScope } from '../panel/matrixPanelProducts.ts';
import type { MatrixPanels } from '../panel/matrixPanels.ts';
import { type ReportChoices, reportBytes } from './reportBytes.ts';

/** What a caller has decided already, so that nobody is asked. */
interface Given extends ReportChoices {
  readonly target: vscode.Uri;
}

/** Registers "Kano: Export Report…". What it writes is that of `kano report`. */
export function registerReports(extensionUri: vscode.Uri, services: Services, panels: MatrixPanels): vscode.Disposable {
  return registerCommand('kano.exportReport', async (uri: unknown, given: unknown) => {
    const shown = panels.active;
    const named = uri instanceof vscode.Uri && isKanoPath(uri.path) ? uri : shown?.uri;
    const document = await documentFor(named, services);
    if (!document) return;
    const choices = isGiven(given) ? given : await askFor(document);
    if (!choices) return;
    const scope = shown && shown.uri.toString() === document.uri.toString() ? shown.scope : 'file';
    await write(choices, async (token) => {
      const products = await productsInScope(document, scope, services);
      return reportBytes(products, choices, { extensionUri, source: services.source, token });
    });
  });
}

function isGiven(given: unknown): given is Given {
  return typeof given === 'object' && given !== null && 'target' in given && given.target instanceof vscode.Uri && 'isPublic' in given;
}

async function askFor({ uri }: vscode.TextDocument): Promise<Given | undefined> {
  const isPublic = await askAudience();
  if (isPublic === undefined) return undefined;
  const since = await askSince((await findGit())?.getRepository(uri) ?? null);
  if (since === undefined) return undefined;
  const target = await vscode.window.showSaveDialog({
    defaultUri: besides(uri, 'report.html'),
    filters: { HTML: ['html'], Markdown: ['md'] },
    title: l10n.t('Export a page (.html), or the decisions for a wiki (.md)'),
  });
  if (!target) return undefined;
  if (isKanoPath(target.path)) throw new Refusal(l10n.t('A report does not replace a *.kano.yaml file: choose another name.'));
  return { target, isPublic, since };
}

async function askAudience(): Promise<boolean | undefined> {
  const choices = [
    { label: l10n.t('For the team'), detail: l10n.t('With everything that the files say, comments included'), isPublic: false },
    {
      label: l10n.t('For the public'),
      detail: l10n.t('Without owners, links, quotes, notes, descriptions, survey questions, comments and the names of files'),
      isPublic: true,
    },
  ];
  return (await vscode.window.showQuickPick(choices, { placeHolder: l10n.t('Who is the report for?') }))?.isPublic;
}

/** `null` where nothing is to be compared, or can be; `undefined` where nothing was picked. */
async function askSince(repository: GitRepository | null): Promise<GitRevision | null | undefined> {
  if (!repository) return null;
  const none: RevisionPick = { label: l10n.t('No comparison'), description: l10n.t('says nothing about what changed') };
  const picks = revisionsOf(repository).then((revisions) => (revisions.length === 0 ? [] : [none, ...revisions]));
  if ((await picks).length === 0) return null;
  const picked = await vscode.window.showQuickPick(picks, {
    placeHolder: l10n.t('Say what changed since which branch, tag or commit?'),
    matchOnDescription: true,
  });
  return picked && (picked.revision ?? null);
}

async function write({ target }: Given, make: (token: vscode.CancellationToken) => Promise<Uint8Array | undefined>): Promise<void> {
  const title = l10n.t('Exporting the report…');
  const bytes = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => make(token),
  );
  if (!bytes) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    throw new Refusal(
      l10n.t('The file could not be written: {reason}', { reason: error instanceof Error ? error.message : String(error) }),
    );
  }
  void offerToOpen(target);
}

async function offerToOpen(target: vscode.Uri): Promise<void> {
  const open = l10n.t('Open');
  const saved = l10n.t('Saved as {path}.', { path: vscode.workspace.asRelativePath(target) });
  const isPage = !/\.md$/i.test(target.path);
  // A page of another file system has no address that a browser knows.
  const chosen = await vscode.window.showInformationMessage(saved, ...(isPage && target.scheme !== 'file' ? [] : [open]));
  if (chosen !== open) return;
  if (isPage) await vscode.env.openExternal(target);
  else await vscode.window.showTextDocument(target);
}
