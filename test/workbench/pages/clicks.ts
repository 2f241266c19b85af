import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Clicks an item of a menu or list of VS Code until it goes away: a menu takes no click in its first moments, which are long while the window is busy. */
export async function clickAway(item: Locator): Promise<void> {
  await item.click();
  const isGone = () =>
    item.waitFor({ state: 'hidden', timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  await expect
    .poll(async () => {
      if (await isGone()) return true;
      await item.click({ timeout: 3_000 }).catch(() => {});
      return isGone();
    })
    .toBe(true);
}

/** Does something again until a page shows what comes of it: a command that is run too early does nothing. */
export async function doUntil(act: () => Promise<unknown>, seen: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await act();
      return seen.waitFor({ timeout: 8_000 }).then(
        () => true,
        () => false,
      );
    })
    .toBe(true);
}
