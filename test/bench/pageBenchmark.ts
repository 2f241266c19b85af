import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { finish } from '../../src/base/steps.ts';
import { singleFileProduct } from '../../src/document/product.ts';
import { readModel } from '../../src/document/readModel.ts';
import { updateModel } from '../../src/document/versions/updateModel.ts';
import { type PanelContent, panelContentInSteps } from '../../src/extension/panel/panelState.ts';
import { panelTexts } from '../../src/extension/panel/panelTexts.ts';
import { everything, type HostMessage, type PanelPatch } from '../../src/page/protocol.ts';
import { diffPanelStates } from '../../src/page/state/panelPatch.ts';
import { kanoFile } from './kanoFile.ts';
import { type Measurement, measure, summary } from './measure.ts';
import type { Row } from './row.ts';

/**
 * What the panel costs: what the host makes of an edit, and on the page, in Chromium without VS Code around it, the first picture and every
 * later one until it is painted.
 */
export async function pageBenchmark(features: number): Promise<readonly Row[]> {
  const row = (work: string, figure: Measurement): Row => ({ group: 'page', work, by: 'Kano', features, unit: 'ms', figure });
  const text = kanoFile(features);
  const model = readModel('file:///bench.kano.yaml', text);
  const start = performance.now();
  const before = contentOf(model);
  const firstState = summary([performance.now() - start]);
  const line = text.split('\n').findIndex((written, index) => index > text.length / 80 && written.includes('title:'));
  const edits = {
    'a title': { line, character: 12 },
    'a tally': { line: line + 5, character: text.split('\n')[line + 5]?.search(/(?<=O: \d)/) ?? 0 },
  };
  const inHost: Row[] = [];
  let patch: PanelPatch | null = null;
  for (const [what, place] of Object.entries(edits)) {
    let shown = before;
    const figure = await measure(
      15,
      5,
      (run) => {
        const range = { start: place, end: { ...place, character: place.character + Math.min(run, 1) } };
        return updateModel(shown.question.products[0]?.opened ?? model, [{ range, text: String((run % 8) + 1) }]);
      },
      (edited) => {
        const next = contentOf(edited, shown);
        patch = diffPanelStates(shown.state, next.state);
        shown = next;
      },
    );
    inHost.push(row(`panel: state and patch after a key in ${what}, in the host`, figure));
  }
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const firstPictures: number[] = [];
    const labelled: number[] = [];
    const later: number[] = [];
    for (let run = 0; run < 5; run++) {
      const page = await openPage(await browser.newPage({ viewport: { width: 1200, height: 800 } }));
      const [picture, labels] = await firstPaints(page, { type: 'state', uri: '', state: before.state, texts: panelTexts() });
      firstPictures.push(picture);
      labelled.push(labels);
      if (patch) later.push(await paintedAfter(page, { type: 'patch', patch }));
      await page.close();
    }
    return [
      row('panel: first state, in the host, in steps', firstState),
      ...inHost,
      row('panel: first rows and symbols, until painted', summary(firstPictures)),
      row('panel: their labels, until painted', summary(labelled)),
      row('panel: patch of a tally, until painted', summary(later)),
    ];
  } finally {
    await browser.close();
  }
}

/** `scripts/bench.mjs` finds one. */
function browserPath(): string {
  const path = process.env.KANO_BROWSER;
  if (!path) throw new Error('Start the benchmark with: npm run bench');
  return path;
}

function contentOf(model: ReturnType<typeof readModel>, before?: PanelContent): PanelContent {
  const question = {
    products: [singleFileProduct(model)],
    scope: 'file',
    look: everything,
    file: 'bench.kano.yaml',
    readOnly: null,
  } as const;
  return finish(panelContentInSteps(question, before));
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

/** Milliseconds from a patch until the frame after the one in which it is drawn. */
function paintedAfter(page: Page, message: HostMessage): Promise<number> {
  return page.evaluate(async (sent) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    window.postMessage(sent, '*');
    for (let frames = 0; frames < 3; frames++) await frame();
    return performance.now() - start;
  }, message);
}
