import { escapeXml } from '../base/escapeXml.ts';
import type { Language, TranslationBundle } from '../terms/language.ts';
import type { FilesMessage } from './protocol.ts';

/** The panel's page as it stands in a report. */
export interface ReportPage {
  readonly script: string;
  readonly styles: string;
  /** SHA-256 of script and styles, base64. */
  readonly scriptHash: string;
  readonly stylesHash: string;
  /** The translations that the page says, by language. */
  readonly translations: Readonly<Record<string, TranslationBundle>>;
}

/** What is read first, in one language. */
export interface ReportSummary {
  readonly language: Language;
  /** What the language calls itself. */
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
  readonly title: string;
  /** HTML that needs no script; nothing in it comes unescaped from files. */
  readonly html: string;
  /** What the choice of a language is called. */
  readonly label: string;
}

export interface ReportHtmlOptions {
  /** In every language; the first is shown until the reader chooses another, and without scripts. */
  readonly summaries: readonly [ReportSummary, ...ReportSummary[]];
  /** Said where no script runs. */
  readonly withoutScripts: string;
  readonly files: FilesMessage;
  readonly page: ReportPage;
}

/** The first line of every report, by which `kano report` knows its own files. */
export const reportMark = '<!-- Written by kano report. -->';

/**
 * The panel's page as one file with the product's files in it. It loads and sends nothing, which its policy enforces: only the script and the
 * styles with these hashes run. The same input gives the same bytes.
 */
export function reportHtml({ summaries, withoutScripts, files, page }: ReportHtmlOptions): string {
  const [first] = summaries;
  const policy = [
    `default-src 'none'`,
    `script-src 'sha256-${page.scriptHash}'`,
    // The nonce is for the empty style element with which the toolkit finds out what the browser can do. It is no secret.
    `style-src 'sha256-${page.stylesHash}' 'nonce-kano'`,
    `img-src blob: data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
${reportMark}
<html lang="${escapeXml(first.locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta property="csp-nonce" content="kano">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(first.title)}</title>
<style>${page.styles}</style>
</head>
<body class="report">
<nav class="languages" aria-label="${escapeXml(first.label)}" hidden>
${summaries.map(languageButton).join('\n')}
</nav>
${summaries.map(summarySection).join('\n')}
<noscript><p class="without-scripts">${escapeXml(withoutScripts)}</p></noscript>
<div id="panel" hidden></div>
<div id="print"></div>
<script type="application/json" id="kano-files">${json(files)}</script>
<script type="application/json" id="kano-translations">${json(page.translations)}</script>
<script>${page.script}</script>
</body>
</html>
`;
}

function languageButton({ language, locale, name }: ReportSummary, index: number): string {
  const pressed = index === 0;
  return `<button type="button" lang="${escapeXml(locale)}" data-language="${escapeXml(language)}" aria-pressed="${pressed}">${escapeXml(name)}</button>`;
}

function summarySection({ language, locale, title, html, label }: ReportSummary, index: number): string {
  const attributes = `lang="${escapeXml(locale)}" data-language="${escapeXml(language)}" data-label="${escapeXml(label)}"`;
  return `<section class="summary" ${attributes} aria-label="${escapeXml(title)}"${index === 0 ? '' : ' hidden'}>
${html}
</section>`;
}

/** JSON that ends no script element. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
