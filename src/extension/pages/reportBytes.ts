import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { analysedProduct } from '../../analysis/productAnalysis.ts';
import type { Product } from '../../document/product.ts';
import { type ReportedProduct, type ReportPage, reportMarkdown, reportOf, reportPageHtml } from '../../page/reportText.ts';
import { hasConflictMarkers } from '../../report/diff/conflictMarkers.ts';
import { diffProduct } from '../../report/diff/diff.ts';
import { languages, type TranslationBundle } from '../../terms/language.ts';
import { faultyFiles } from '../documents/faultyFiles.ts';
import { inSlices } from '../documents/inSlices.ts';
import { numbersInSteps } from '../documents/numbersInSteps.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { findGit } from '../git/gitApi.ts';
import { type GitRevision, readRevision } from '../git/gitRevision.ts';
import { Refusal } from '../output/failures.ts';

/** What the user chose of a report. Its format follows from the name of its file. */
export interface ReportChoices {
  readonly target: vscode.Uri;
  readonly isPublic: boolean;
  /** `null` where nothing is compared. */
  readonly since: GitRevision | null;
}

interface Surroundings {
  readonly extensionUri: vscode.Uri;
  readonly source: WorkspaceSource;
  readonly token: vscode.CancellationToken;
}

/** The content of a report on these products; `undefined` where the user cancelled it. */
export async function reportBytes(
  products: readonly Product[],
  { target, isPublic, since }: ReportChoices,
  { extensionUri, source, token }: Surroundings,
): Promise<Uint8Array | undefined> {
  const isWanted = () => !token.isCancellationRequested;
  const reported: ReportedProduct[] = [];
  for (const product of products) {
    const analysed = analysedProduct(product);
    if (!(await inSlices(numbersInSteps(product, analysed.analysis), isWanted))) return undefined;
    const path = vscode.workspace.asRelativePath(vscode.Uri.parse(product.opened.uri));
    const file = { ...analysed, path, faulty: await faultyFiles(product, source) };
    reported.push({ ...file, since: since && (await comparedWith(file, since, source)) });
    if (!isWanted()) return undefined;
  }
  const report = reportOf(reported, isPublic);
  for (const { product, analysis } of report.products) if (!(await inSlices(numbersInSteps(product, analysis), isWanted))) return undefined;
  const text = /\.(md|markdown)$/i.test(target.path)
    ? reportMarkdown(report)
    : reportPageHtml(report, await readPage(extensionUri), await readBundles(extensionUri));
  return new TextEncoder().encode(text);
}

async function comparedWith(
  file: Omit<ReportedProduct, 'since'>,
  revision: GitRevision,
  source: WorkspaceSource,
): Promise<ReportedProduct['since']> {
  const { product } = file;
  const isInConflict = product.models.some(({ text }) => hasConflictMarkers(text));
  const git = await findGit();
  if (!git || isInConflict) return { base: revision.name, diffed: null, isInConflict };
  const before = await readRevision(git, vscode.Uri.parse(product.opened.uri), revision, source);
  if (before === 'incomplete')
    throw new Refusal(l10n.t('Git cannot read this file, or one that it used then, so there is nothing to compare with.'));
  const diffed = diffProduct(before ? { ...before, path: file.path, faulty: [] } : null, file);
  return { base: revision.name, diffed, isInConflict };
}

/** The page that reports have in them: the panel's own, and what its build wrote beside it. */
async function readPage(extensionUri: vscode.Uri): Promise<ReportPage> {
  const [script, rest] = await Promise.all(['webview.js', 'reportPage.json'].map((name) => readText(extensionUri, 'dist', name)));
  return { ...JSON.parse(rest ?? ''), script: (script ?? '').replace(/\/\/# sourceMappingURL=\S*\s*$/, '').trim() };
}

async function readBundles(extensionUri: vscode.Uri): Promise<Readonly<Record<string, TranslationBundle>>> {
  const translated = languages.filter((language) => language !== 'en');
  const bundles = await Promise.all(
    translated.map(
      async (language) => [language, JSON.parse(await readText(extensionUri, 'l10n', `bundle.l10n.${language}.json`))] as const,
    ),
  );
  return Object.fromEntries(bundles);
}

async function readText(extensionUri: vscode.Uri, ...path: readonly string[]): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, ...path)));
}
