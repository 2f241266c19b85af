import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { panelFiles, wholeFiles } from '../../../src/page/panelFiles.ts';
import type { FilesMessage } from '../../../src/page/protocol.ts';
import { environment } from '../environment.ts';
import { openPage } from './window.ts';

/** The files of an example, as a host would send them. */
export function filesOf(name: string, language: Pick<FilesMessage, 'language' | 'bundle'>): Promise<FilesMessage> {
  return filesOfText(readFileSync(join(environment().examplesFolder, name, 'shop.kano.yaml'), 'utf8'), language);
}

/** A product that is one file. */
export async function filesOfText(text: string, language: Pick<FilesMessage, 'language' | 'bundle'>): Promise<FilesMessage> {
  const source = { resolve: async () => ({ reason: 'not-found' as const }), open: async () => undefined };
  const product = await readProduct(readModel('file:///shop.kano.yaml', text), source);
  const files = panelFiles([product], { isEditable: true, isWorkspace: false });
  return { type: 'files', ...language, links: files.links, files: wholeFiles(files) };
}

/**
 * Opens the built page in a bare browser, with files in it and nobody to talk to. Gives all errors, and what the page asked the network for.
 *
 * @param options.hasColours Whether it has colours of a theme: those of reports
 * @param options.isEditor Whether the page takes its files from an editor, which answers nothing else
 */
export async function openBarePage(
  message: unknown,
  { width = 1500, height = 950, isEditor = false, hasColours = false } = {},
): Promise<{ page: Page; errors: string[]; requests: string[] }> {
  const page = await openPage({ width, height });
  const [errors, requests]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (written) => written.type() === 'error' && errors.push(written.text()));
  page.on('request', (request) => !/^(?:data|blob|about):/.test(request.url()) && requests.push(request.url()));
  const read = (path: string) => readFileSync(join(environment().extensionFolder, path), 'utf8');
  await page.setContent(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report</title><style>${hasColours ? themeColours() : ''}${read('media/panel.css')}</style></head>
<body class="vscode-light"><div id="panel"></div>
<script type="application/json" id="kano-files">${JSON.stringify(message).replaceAll('<', '\\u003c')}</script>
<script>${isEditor ? editor : ''}</script>
<script>${read('dist/webview.js').replaceAll('</script', '<\\/script')}</script></body></html>`);
  return { page, errors, requests };
}

function themeColours(): string {
  const css = readFileSync(fileURLToPath(new URL('../../../media/report.css', import.meta.url)), 'utf8');
  const colours = css.slice(0, css.indexOf('}')).match(/--vscode-[\w-]+: [^;]+;/g) ?? [];
  return `:root { ${colours.join(' ')} }`;
}

/** Keeps in `posted` what the page says to it. */
const editor = `globalThis.posted = [];
globalThis.acquireVsCodeApi = () => ({
  getState() {},
  setState() {},
  postMessage(message) {
    posted.push(message);
    if (message.type === 'ready') setTimeout(() => postMessage(JSON.parse(document.getElementById('kano-files').textContent), '*'));
  },
});`;
