import type { Page } from 'playwright-core';
import { clickAway } from './clicks.ts';

/** Chooses an item of the menu that a file of the workspace has in the Explorer. */
export async function chooseInExplorer(page: Page, file: string, item: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: item });
  // An item may come into the menu only once a command before has ended.
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).click({ button: 'right' });
    const isOffered = await entry.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (isOffered) return clickAway(entry);
    await page.keyboard.press('Escape');
  }
  throw new Error(`The menu of ${file} has no “${item}”.`);
}
