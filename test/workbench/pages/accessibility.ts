import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FrameLocator, Page } from 'playwright-core';

/** What axe finds in the panel's page, one line a finding; empty when it finds nothing. */
export async function accessibilityFindings(panel: FrameLocator | Page): Promise<string[]> {
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return panel.locator('html').evaluate(async (_html, source) => {
    type Axe = {
      run(
        context: Element,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[] }>;
    };
    const page = globalThis as unknown as { axe?: Axe };
    // The page's policy forbids scripts that are not ours, but a test may bring one along.
    // biome-ignore lint/security/noGlobalEval: evaluated by the debugger, not by the page
    if (!page.axe) globalThis.eval(source);
    if (!page.axe) throw new Error('axe did not load');
    const { violations } = await page.axe.run(document.body, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`));
  }, axe);
}

let axe: string | undefined;
