import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { type Product, singleFileProduct } from '../../src/document/product.ts';
import { readModel } from '../../src/document/readModel.ts';
import { updateModel } from '../../src/document/versions/updateModel.ts';
import { changesBetween, type PanelFiles, panelFiles, wholeFiles } from '../../src/page/panelFiles.ts';
import type { HostMessage } from '../../src/page/protocol.ts';
import { kanoFile } from './kanoFile.ts';
import { type Measurement, measure, summary } from './measure.ts';
import type { Row } from './row.ts';

/**
 * What the panel costs: what the host sends after an edit, and on the page, in Chromium without VS Code around it, the first picture from the text
 * of the file, and every later one until it is painted.
 */
export async function pageBenchmark(features: number): Promise<readonly Row[]> {
  const row = (work: string, figure: Measurement): Row => ({ group: 'page', work, by: 'Kano', features, unit: 'ms', figure });
  const text = kanoFile(features);
  const product = (edited: string | Product): [Product] => [
    typeof edited === 'string' ? singleFileProduct(readModel(uri, edited)) : edited,
  ];
  const opened = product(text);
  const first = filesOf(opened);
  const line = text.split('\n').findIndex((written, index) => index > text.length / 80 && written.includes('title:'));
  const id = /id: (\S+)/.exec(text.split('\n')[line - 1] ?? '')?.[1] ?? '';
  const edits = {
    'a title': { line, character: 12 },
    'a tally': { line: line + 5, character: text.split('\n')[line + 5]?.search(/(?<=O: \d)/) ?? 0 },
  };
  const inHost: Row[] = [];
  const changes: Record<string, HostMessage> = {};
  for (const [what, place] of Object.entries(edits)) {
    let sent = first;
    const figure = await measure(
      15,
      5,
      (run) => {
        const range = { start: place, end: { ...place, character: place.character + Math.min(run, 1) } };
        const known = sent.models.get(uri)?.model ?? opened[0].opened;
        return singleFileProduct(updateModel(known, [{ range, text: String((run % 8) + 1) }]));
      },
      (edited) => {
        const next = filesOf([edited], sent);
        const change = changesBetween(sent, next);
        if (sent === first && change) changes[what] = change;
        sent = next;
      },
    );
    inHost.push(row(`panel: changes after a key in ${what}, in the host`, figure));
  }
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const firstPictures: number[] = [];
    const labelled: number[] = [];
    const later: Record<string, number[]> = { 'a title': [], 'a tally': [] };
    for (let run = 0; run < 5; run++) {
      for (const [what, change] of Object.entries(changes)) {
        const page = await openPage(await browser.newPage({ viewport: { width: 1200, height: 800 } }));
        const message: HostMessage = { type: 'files', language: 'en', links: first.links, files: wholeFiles(first) };
        const [picture, labels] = await firstPaints(page, message);
        firstPictures.push(picture);
        labelled.push(labels);
        await select(page, id);
        later[what]?.push(await paintedAfter(page, change));
        await page.close();
      }
    }
    return [
      ...inHost,
      row('panel: first rows and symbols from the text, until painted', summary(firstPictures)),
      row('panel: their labels, until painted', summary(labelled)),
      ...Object.entries(later).map(([what, times]) => row(`panel: a key in ${what}, until painted`, summary(times))),
    ];
  } finally {
    await browser.close();
  }
}

const uri = 'file:///bench.kano.yaml';

function filesOf(products: [Product], before?: PanelFiles): PanelFiles {
  return panelFiles(products, { isEditable: true, isWorkspace: false }, before);
}

/** `scripts/bench.mjs` finds one. */
function browserPath(): string {
  const path = process.env.KANO_BROWSER;
  if (!path) throw new Error('Start the benchmark with: npm run bench');
  return path;
}

async function openPage(page: Page): Promise<Page> {
  await page.setContent('<!DOCTYPE html><html><body class="vscode-dark"><div id="panel"></div></body></html>');
  await page.addStyleTag({ content: readFileSync('media/panel.css', 'utf8') });
  await page.evaluate(() => {
    Object.assign(globalThis, { acquireVsCodeApi: () => ({ postMessage() {}, getState() {}, setState() {} }) });
  });
  await page.addScriptTag({ content: readFileSync('dist/webview.js', 'utf8') });
  // The browser takes its time for the first frame of any page, also of an empty one.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  return page;
}

/** Milliseconds from the first message until rows and symbols are painted, and until labels are. */
function firstPaints(page: Page, message: HostMessage): Promise<readonly [number, number]> {
  return page.evaluate(async (sent) => {
    const start = performance.now();
    const paintedWith = async (selector: string) => {
      const end = performance.now() + 60_000;
      do await new Promise((resolve) => requestAnimationFrame(resolve));
      while (!document.querySelector(selector) && performance.now() < end);
      // The first turn after a frame comes when it is painted.
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - start;
    };
    window.postMessage(sent, '*');
    return [await paintedWith('#view:has(.row):has(.point)'), await paintedWith('.label')] as const;
  }, message);
}

/** Selects the feature that will be edited, so that its title and numbers are on the page. */
function select(page: Page, id: string): Promise<void> {
  return page.evaluate(async (selected) => {
    window.postMessage({ type: 'select', id: selected }, '*');
    while (!document.querySelector('form.edit')) await new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, id);
}

/** Milliseconds from a message until the frame in which the page shows what it leads to is painted. */
function paintedAfter(page: Page, message: HostMessage): Promise<number> {
  return page.evaluate(async (sent) => {
    const isChanged = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(resolve));
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const start = performance.now();
    window.postMessage(sent, '*');
    await isChanged;
    return performance.now() - start;
  }, message);
}
