import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { clickAway, doUntil } from './clicks.ts';
import { runCommand } from './quickInput.ts';
import { webview } from './webview.ts';

/** Opens the panel of the active editor's file and waits until it shows something. */
export async function openPanel(page: Page): Promise<FrameLocator> {
  await runCommand(page, 'Kano: Open Prioritisation Matrix');
  const panel = webview(page);
  await panel.locator('.page, .empty').first().waitFor();
  return panel;
}

/** Shows a tab of the panel by its name, as a click does. */
export async function showTab(panel: FrameLocator, name: string): Promise<void> {
  const tab = panel.getByRole('tab', { name, exact: true });
  await tab.click();
  await panel.locator(`[role=tabpanel][aria-labelledby="${await tab.getAttribute('id')}"]`).waitFor();
}

/** The list to choose from, or the field, that has this label. */
export function filter(panel: FrameLocator | Page, label: string): Locator {
  return panel.locator(`label.select:has(> span:text-is("${label}")) > :is(select, input)`);
}

/** Opens what a button of the panel's first row opens, unless it is open: the filters, the columns, or how the matrix is drawn. */
export async function openPopover(panel: FrameLocator | Page, id: 'filters' | 'view-options' | 'columns'): Promise<void> {
  if ((await panel.locator(`#${id}:popover-open`).count()) === 0) await panel.locator(`#${id}-button`).click();
  await panel.locator(`#${id}:popover-open`).waitFor();
}

/** Chooses a filter as a reader does, who closes the filters again. */
export async function chooseFilter(panel: FrameLocator | Page, label: string, value: string): Promise<void> {
  await openPopover(panel, 'filters');
  const list = filter(panel, label).and(panel.locator('#filters select'));
  await list.selectOption(value);
  await list.press('Escape');
}

/** Runs a command of the menu that the panel has in its editor's title. */
export async function exportFrom(page: Page, item: string): Promise<void> {
  await page.locator('.editor-group-container.active .editor-actions').getByRole('button', { name: 'Export' }).click();
  await clickAway(page.getByRole('menuitem', { name: item }));
}

/** The texts of the rows that are drawn, from top to bottom. */
export async function rowTitles(panel: FrameLocator): Promise<string[]> {
  return panel.locator('main .row .title').allTextContents();
}

/** The four kinds of themes, by the names that VS Code's settings know. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high contrast dark': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
} as const;

/** Gives the window of a folder another theme, and waits until the panel has it. */
export async function useTheme(page: Page, folder: string, theme: keyof typeof themes): Promise<void> {
  const kind = {
    light: 'vscode-light',
    dark: 'vscode-dark',
    'high contrast dark': 'vscode-high-contrast',
    'high contrast light': 'vscode-high-contrast-light',
  }[theme];
  const body = webview(page).locator(`body.${kind}${theme === 'high contrast dark' ? ':not(.vscode-high-contrast-light)' : ''}`);
  const settings = JSON.stringify({ 'workbench.colorTheme': themes[theme] });
  // A watcher that is still starting does not see every change.
  await doUntil(() => writeFile(join(folder, '.vscode/settings.json'), settings), body);
}
