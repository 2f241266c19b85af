import type { Locator, Page } from 'playwright-core';

/** The tab of an open file, not of a panel whose title has the file's name in it. */
export function editorTab(page: Page, name: string): Locator {
  return page.locator(`.tab[data-resource-name="${name}"]`);
}

/** The texts of the code lenses that the active editor shows now, from top to bottom; one entry per line of lenses. */
export async function codeLenses(page: Page): Promise<string[]> {
  const lenses = page.locator('.editor-group-container.active .codelens-decoration');
  const placed = await lenses.evaluateAll((elements) =>
    elements.map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' })),
  );
  return placed
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => withPlainSpaces(text))
    .filter(Boolean);
}

/** Waits until some code lens of the active editor contains the text. */
export async function waitForCodeLens(page: Page, text: string): Promise<void> {
  await page.locator('.editor-group-container.active .codelens-decoration', { hasText: text }).first().waitFor();
}

/** The texts of the inlay hints that all visible editors show now, in the order of the page. */
export async function inlayHints(page: Page): Promise<string[]> {
  const texts = await page.locator('.monaco-editor .view-line [class*="dyn-rule"]').allTextContents();
  return texts.map(withPlainSpaces).filter(Boolean);
}

/** Types into the active editor at the cursor, key by key, so that completions come as they do for a person. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await page.keyboard.type(text);
}

/** Saves the active editor and waits until its tab is no longer marked as changed. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator('.tab.active:not(.dirty)').first().waitFor();
}

/** VS Code draws spaces as no-break spaces. */
function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}

/** The line of the cursor in the only text editor, from 1; shown beside the text whether or not the editor has the focus. */
export async function cursorLine(page: Page): Promise<number> {
  return Number(await page.locator('.monaco-editor .line-numbers.active-line-number').first().textContent());
}
