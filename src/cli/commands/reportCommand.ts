import { messages, script, styles } from 'kano:panel-page';
import { createHash } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import type { Product } from '../../document/product.ts';
import { panelFiles, wholeFiles } from '../../page/panelFiles.ts';
import type { FilesMessage } from '../../page/protocol.ts';
import { reportHtml, reportMark } from '../../page/reportHtml.ts';
import { type AnalysedFile, separateProducts } from '../../report/analysedFile.ts';
import type { DecisionSection } from '../../report/decisions/decision.ts';
import { type ComparedWith, decisionsOf } from '../../report/decisions/decisions.ts';
import { decisionsHtml } from '../../report/decisions/decisionsHtml.ts';
import { decisionsMarkdown, isDecisionsMarkdown } from '../../report/decisions/decisionsMarkdown.ts';
import type { Diff } from '../../report/diff/diff.ts';
import { productHeading } from '../../report/productNames.ts';
import { leftOutSentence, type PublicFile, publicDiff, publicFiles } from '../../report/published/publicProducts.ts';
import { currentLanguage, type Language, type TranslationBundle } from '../../terms/language.ts';
import { findOutput, writeOwn } from '../files/output.ts';
import { type ReadOptions, readFiles, reportErrors } from '../files/readFiles.ts';
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
  const { public: isPublic = false } = options;
  const target = await findOutput(options.output, environment.currentFolder);
  const format = options.format ?? (/\.(md|markdown)$/i.test(options.output ?? '') ? 'markdown' : 'html');
  // What is printed has no control characters, and without one of them the script of the page would have another hash and not run.
  if (format === 'html' && target === undefined)
    throw new Failure(l10n.t('A page goes into a file. Name it with -o report.html, or choose --format markdown.'));
  const products = separateProducts(await readFiles(paths, options, environment));
  if (products.length === 0) throw new Failure(l10n.t('There is no *.kano.yaml file here to report on.'));
  if (options.since?.includes('..'))
    throw new Failure(l10n.t('--since compares with one revision, not with {range}.', { range: options.since }));
  const since = options.since === undefined ? null : await compareRevisions([options.since, ...paths], options, environment);
  const compared = products.map((file) => (since === null ? null : comparedWith(file, since, isPublic)));
  const shown = isPublic ? publicFiles(products) : products;
  const sections = sectionsOf(shown, compared);
  const leftOut = isPublic ? leftOutSentence() : null;
  const text = format === 'markdown' ? decisionsMarkdown(sections, leftOut) : await htmlOf(shown, sections, leftOut);
  if (target === undefined) print(environment, text);
  else await writeOwn(target, { text, command: 'kano report', isOwn: isReport }, environment);
  return reportErrors(products, environment);
}

function sectionsOf(files: readonly PublicFile[], compared: readonly (ComparedWith | null)[]): readonly DecisionSection[] {
  const names = files.map(({ product }) => product.opened.header.product);
  return files.map((file, index) => ({
    name: productHeading(names[index], file.path, names),
    decisions: decisionsOf(file, compared[index] ?? null),
  }));
}

function comparedWith({ path, faulty }: AnalysedFile, { base, products, conflicts = [] }: Diff, isPublic: boolean): ComparedWith {
  const isInConflict = [path, ...faulty.map((file) => file.path)].some((each) => conflicts.includes(each));
  const diffed = products.find(({ after }) => after?.path === path) ?? null;
  // What a branch or a tag is called may name a customer.
  return { base: isPublic ? l10n.t('the version before') : base, diffed: diffed && isPublic ? publicDiff(diffed) : diffed, isInConflict };
}

async function htmlOf(products: readonly PublicFile[], sections: readonly DecisionSection[], leftOut: string | null): Promise<string> {
  const [first, ...others] = products;
  if (!first) return '';
  const language = currentLanguage();
  const shown = panelFiles([first.product, ...others.map(({ product }) => product)], { isEditable: false, isWorkspace: others.length > 0 });
  const files: FilesMessage = {
    type: 'files',
    language,
    ...(language === 'en' ? {} : { bundle: await bundleOf(language) }),
    links: shown.links,
    files: wholeFiles(shown),
  };
  return reportHtml({
    title: sections.map(({ name }) => name).join(', '),
    language,
    summary: decisionsHtml(sections, leftOut),
    withoutScripts: l10n.t('The matrix, the filters and all other tabs need scripts, which this browser does not run.'),
    files: withoutFolders(files, products),
    script,
    styles,
    scriptHash: sha256(script),
    stylesHash: sha256(styles),
  });
}

/** Only the translations that the page says: the others are of the editor and the command. */
async function bundleOf(language: Exclude<Language, 'en'>): Promise<TranslationBundle> {
  const { default: bundle }: { default: TranslationBundle } = await import(`../../../l10n/bundle.l10n.${language}.json`);
  return Object.fromEntries(messages.flatMap((key) => (bundle[key] === undefined ? [] : [[key, bundle[key]]])));
}

/** Files by their paths from the folder that holds all of them, instead of where they are on this machine. */
function withoutFolders(message: FilesMessage, products: readonly PublicFile[]): FilesMessage {
  const { links } = message;
  if (links === null) return message;
  const models = products.flatMap(({ product }: { product: Product }) => product.models);
  const folder = commonFolder(models.map(({ uri }) => uri));
  const shownAs = (uri: string) => `report:///${uri.slice(folder.length)}`;
  return {
    ...message,
    links: {
      ...links,
      opened: shownAs(links.opened),
      workspace: links.workspace?.map(shownAs) ?? null,
      uses: links.uses.map((use) => ({
        ...use,
        from: shownAs(use.from),
        to: 'uri' in use.to ? { ...use.to, uri: shownAs(use.to.uri) } : use.to,
      })),
      configurations: Object.fromEntries(Object.entries(links.configurations).map(([uri, value]) => [shownAs(uri), value])),
    },
    files: message.files.map((file) => ({ ...file, uri: shownAs(file.uri) })),
  };
}

function commonFolder(uris: readonly string[]): string {
  const [first = '', ...others] = uris.map((uri) => uri.slice(0, uri.lastIndexOf('/') + 1));
  let folder = first;
  while (!others.every((other) => other.startsWith(folder))) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

/** Whether this command wrote a text, in any format: then it may be overwritten. */
function isReport(text: string): boolean {
  return text.startsWith(`<!doctype html>\n${reportMark}\n`) || isDecisionsMarkdown(text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
