import * as l10n from '@vscode/l10n';
import { compareText } from '../base/compareText.ts';
import type { DecisionSection } from '../report/decisions/decision.ts';
import { decisionsOf } from '../report/decisions/decisions.ts';
import { decisionsHtml } from '../report/decisions/decisionsHtml.ts';
import { decisionsMarkdown, isDecisionsMarkdown } from '../report/decisions/decisionsMarkdown.ts';
import type { ComparedWith } from '../report/decisions/whatChanged.ts';
import { productHeading } from '../report/productNames.ts';
import { leftOutSentence, type PublicFile, publicDiff, publicFiles } from '../report/published/publicProducts.ts';
import { currentLanguage, inLanguage, type Language, languageRecords, type TranslationBundle } from '../terms/language.ts';
import { featureLinks } from './featureLinks.ts';
import { namesInReport, reportFiles } from './reportFiles.ts';
import { type ReportPage, type ReportSummary, reportHtml, reportMark } from './reportHtml.ts';

export type { ReportPage } from './reportHtml.ts';

/** A product, and what it is compared with; `null` where the report compares nothing. */
export interface ReportedProduct extends PublicFile {
  readonly since: ComparedWith | null;
}

/** What a report says, for any format. */
export interface Report {
  readonly products: readonly ReportedProduct[];
  readonly isPublic: boolean;
}

/** @param isPublic leaves out what is not for the public */
export function reportOf(files: readonly ReportedProduct[], isPublic: boolean): Report {
  const nameOf = namesInReport(files.map(({ product }) => product));
  const ownName = ({ product }: ReportedProduct) => nameOf(product.opened.uri);
  // Seen from another folder, paths may have another order.
  const products = files.toSorted((left, right) => compareText(ownName(left), ownName(right)));
  if (!isPublic) return { products, isPublic };
  const published = publicFiles(products);
  return {
    products: published.map((file, index) => {
      const since = products[index]?.since ?? null;
      return { ...file, since: since && { ...since, diffed: since.diffed && publicDiff(since.diffed) } };
    }),
    isPublic,
  };
}

/** The decisions alone, in the current language, for wikis. */
export function reportMarkdown(report: Report): string {
  return decisionsMarkdown(sectionsOf(report), report.isPublic ? leftOutSentence() : null);
}

/**
 * The page, with the decisions in every language, the current one first.
 *
 * @param bundles all translations of the languages
 */
export function reportPageHtml(report: Report, page: ReportPage, bundles: Readonly<Record<string, TranslationBundle>>): string {
  const [first, ...others] = report.products.map(({ product }) => product);
  if (!first) return '';
  const { message, nameOf } = reportFiles([first, ...others]);
  const linkOf = featureLinks([first, ...others], nameOf);
  const summaryIn = (language: Language): ReportSummary => {
    const sections = sectionsOf(report);
    const { locale, name } = recordOf(language);
    return {
      ...{ language, locale, name },
      title: sections.map((section) => section.name).join(', '),
      html: decisionsHtml(sections, linkOf, report.isPublic ? leftOutSentence() : null),
      label: l10n.t('Language'),
    };
  };
  const own = currentLanguage();
  const translated = languageRecords.flatMap(({ tag }) => (tag === own ? [] : [inLanguage(tag, bundles[tag] ?? {}, () => summaryIn(tag))]));
  return reportHtml({
    summaries: [summaryIn(own), ...translated],
    withoutScripts: l10n.t('The matrix, the filters and all other tabs need scripts, which this browser does not run.'),
    files: message,
    page,
  });
}

/** Whether a text is a report, in any format: then it may be overwritten. */
export function isReport(text: string): boolean {
  return text.startsWith(`<!doctype html>\n${reportMark}\n`) || isDecisionsMarkdown(text);
}

function recordOf(language: Language): (typeof languageRecords)[number] {
  return languageRecords.find(({ tag }) => tag === language) ?? languageRecords[0];
}

function sectionsOf({ products, isPublic }: Report): readonly DecisionSection[] {
  const names = products.map(({ product }) => product.opened.header.product);
  const nameOf = namesInReport(products.map(({ product }) => product));
  return products.map(({ since, ...file }, index) => ({
    name: productHeading(names[index], nameOf(file.product.opened.uri), names),
    decisions: decisionsOf(isPublic ? withoutPaths(file) : withShortPaths(file, nameOf), since && isPublic ? withoutName(since) : since),
  }));
}

/** What a branch or a tag is called may name a customer. */
function withoutName(since: ComparedWith): ComparedWith {
  return { ...since, base: l10n.t('the version before') };
}

/** A report says the same wherever it is written, and nothing of the folders above its files. */
function withShortPaths<File extends PublicFile>(file: File, nameOf: (uri: string) => string): File {
  return { ...file, faulty: file.faulty.map(({ path, uri, errors }) => ({ path: uri === undefined ? path : nameOf(uri), errors })) };
}

function withoutPaths<File extends PublicFile>(file: File): File {
  return { ...file, faulty: file.faulty.map(({ errors }) => ({ path: l10n.t('its files'), errors })) };
}
