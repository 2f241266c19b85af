import { escapeXml } from '../base/escapeXml.ts';

export interface PanelHtmlOptions {
  /** Fresh and unguessable for every page. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** `webview.cspSource` */
  readonly cspSource: string;
  /** BCP 47, of the texts. */
  readonly language: string;
  readonly title: string;
}

/**
 * The page of the panel. Everything on it comes by message; nothing but our script and our styles may load. The toolkit looks for the
 * nonce in a `meta` element, for a style element with which it tries what the browser can do.
 */
export function panelHtml({ nonce, scriptUri, styleUri, cspSource, language, title }: PanelHtmlOptions): string {
  const policy = [
    `default-src 'none'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    // Pictures that the page itself draws, on their way to a PNG.
    `img-src ${cspSource} blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta property="csp-nonce" content="${escapeXml(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<link rel="stylesheet" href="${escapeXml(styleUri)}" nonce="${escapeXml(nonce)}">
</head>
<body>
<div id="panel"></div>
<script nonce="${escapeXml(nonce)}" src="${escapeXml(scriptUri)}"></script>
</body>
</html>
`;
}
