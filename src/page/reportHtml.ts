import { escapeXml } from '../base/escapeXml.ts';
import type { FilesMessage } from './protocol.ts';

export interface ReportHtmlOptions {
  readonly title: string;
  /** BCP 47, of the texts. */
  readonly language: string;
  /** HTML that is read first, and without scripts; nothing in it comes unescaped from files. */
  readonly summary: string;
  /** Said where no script runs. */
  readonly withoutScripts: string;
  readonly files: FilesMessage;
  readonly script: string;
  readonly styles: string;
  /** SHA-256 of script and styles, base64. */
  readonly scriptHash: string;
  readonly stylesHash: string;
}

/** The first line of every report, by which `kano report` knows its own files. */
export const reportMark = '<!-- Written by kano report. -->';

/**
 * The panel's page as one file with the product's files in it. It loads and sends nothing, which its policy enforces: only the script and the
 * styles with these hashes run. The same input gives the same bytes.
 */
export function reportHtml(options: ReportHtmlOptions): string {
  const { title, language, summary, withoutScripts, files, script, styles, scriptHash, stylesHash } = options;
  const policy = [
    `default-src 'none'`,
    `script-src 'sha256-${scriptHash}'`,
    // The nonce is for the empty style element with which the toolkit finds out what the browser can do. It is no secret.
    `style-src 'sha256-${stylesHash}' 'nonce-kano'`,
    `img-src blob: data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
${reportMark}
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta property="csp-nonce" content="kano">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<style>${styles}</style>
</head>
<body class="report">
<section class="summary" aria-label="${escapeXml(title)}">
${summary}
</section>
<noscript><p class="without-scripts">${escapeXml(withoutScripts)}</p></noscript>
<div id="panel"></div>
<script type="application/json" id="kano-files">${JSON.stringify(files).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}
