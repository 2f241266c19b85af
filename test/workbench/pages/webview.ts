import type { FrameLocator, Page } from 'playwright-core';

/** The page inside the visible webview panel: VS Code puts it two frames deep. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
