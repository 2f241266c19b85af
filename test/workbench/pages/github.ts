import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const styles = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const mermaid = readFileSync(require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8');

/** What the browser made of a text. */
export interface Rendered {
  /** What Mermaid could not read or draw. */
  readonly errors: readonly string[];
  /** The texts in each diagram. */
  readonly diagrams: readonly (readonly string[])[];
}

/** Shows Markdown as GitHub does: its dialect, its styles, and its diagrams drawn by Mermaid. Raw HTML is let through, to see whether there is any. */
export async function showMarkdown(page: Page, markdown: string): Promise<Rendered> {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${styles} body { max-width: 1012px; margin: 24px auto; padding: 0 24px }</style><body class="markdown-body">${html}`,
  );
  await page.addScriptTag({ content: mermaid });
  return page.evaluate(drawDiagrams);
}

interface Mermaid {
  initialize(options: object): void;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}

// Runs in the page.
async function drawDiagrams(): Promise<Rendered> {
  const { mermaid } = globalThis as unknown as { readonly mermaid: Mermaid };
  // As GitHub sets it.
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
  const errors: string[] = [];
  const diagrams: string[][] = [];
  for (const [index, code] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
    try {
      const { svg } = await mermaid.render(`diagram-${index}`, code.textContent ?? '');
      const figure = document.createElement('div');
      figure.innerHTML = svg;
      code.parentElement?.replaceWith(figure);
      diagrams.push([...figure.querySelectorAll('text')].map((text) => text.textContent ?? ''));
    } catch (error) {
      errors.push(String(error));
    }
  }
  return { errors, diagrams };
}
