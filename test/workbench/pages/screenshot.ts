import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { environment } from '../environment.ts';

/** Leaves a picture of the window in `test-results/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(environment().testResultsFolder, 'screenshots', `${name}.png`) });
}
