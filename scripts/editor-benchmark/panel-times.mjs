/**
 * How long the panel takes: from the choice of the command to the first symbols, and from a key in a tally to the moved symbol.
 *
 * @param {import('playwright-core').Page} page A window whose active editor has a small file, with the panel closed.
 * @param {{ command: string, emptyCommand: string, times: number, keys: number, goTo: () => Promise<void> }} how `goTo` puts the cursor behind a digit of a tally.
 */
export async function panelTimes(page, { command, emptyCommand, times, keys, goTo }) {
  // The first time, VS Code loads what all webviews need.
  await opened(page, emptyCommand);
  await opened(page, command);
  const [empty, symbols] = [[], []];
  for (let time = 0; time < times; time++) {
    empty.push(await opened(page, emptyCommand));
    symbols.push(await opened(page, command));
  }
  await opened(page, command, { stays: true });
  await page.locator('.editor-group-container .monaco-editor').first().click();
  await goTo();
  await page.waitForTimeout(1_000);
  /** @type {number[]} */
  const moved = [];
  for (let key = 0; key < keys; key++) {
    const watching = points(page).evaluate(watchMove);
    await page.waitForTimeout(300);
    const start = Date.now();
    await page.keyboard.press(key % 2 === 0 ? '9' : 'Backspace');
    moved.push((await watching) - start);
  }
  return { empty, symbols, moved };
}

/** @param {import('playwright-core').Page} page */
function points(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('html');
}

/**
 * Milliseconds from the choice of a command to the first symbol, or the element of the empty webview; closes the panel again.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} command
 */
async function opened(page, command, { stays = false } = {}) {
  const input = page.locator('.quick-input-widget input.input');
  await page.locator('.editor-group-container .monaco-editor').first().click();
  await page.keyboard.press('F1');
  await input.waitFor();
  await input.fill(`>${command}`);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: command }).first().waitFor();
  await page.waitForTimeout(300);
  const start = performance.now();
  await page.keyboard.press('Enter');
  await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('.point').first().waitFor({ state: 'attached' });
  const took = performance.now() - start;
  await page.waitForTimeout(500);
  if (stays) return took;
  await page
    .locator('.tab', { hasText: /^(?:Empty|Kano: )/ })
    .locator('.tab-actions .action-label')
    .click();
  await page.locator('iframe.webview').waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  return took;
}

/** In the page: the time at which the first symbol gets another place. */
function watchMove() {
  return new Promise((resolve) => {
    const observer = new MutationObserver((changes) => {
      if (!changes.some(({ target, attributeName }) => attributeName === 'transform' && /** @type {Element} */ (target).matches('.point')))
        return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(Date.now()));
    });
    observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['transform'] });
  });
}
