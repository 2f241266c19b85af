import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { PageContext } from './pageContext.ts';
import type { ExportKind } from './protocol.ts';

/** Where no editor has these commands in its title: the button that opens the menu of what can be copied and saved, and the menu. */
export function exportMenu({ page, layout, actions }: PageContext): TemplateResult {
  const item = (text: string, format: ExportKind, copy: boolean) => itemView(text, () => actions.export(format, copy));
  const label = l10n.t('Copy or save');
  const hasPicture = page.tab === 'matrix' && layout !== null;
  return html`<div class="take" @keydown=${moveInMenu} @focusout=${closeWhenLeft}>
    <button type="button" class="button" aria-haspopup="menu" aria-expanded="false" aria-controls="take-menu" @click=${toggle}>
      ${label}<span aria-hidden="true"> ▾</span>
    </button>
    <div class="menu" id="take-menu" role="menu" aria-label=${label} hidden>
      ${item(l10n.t('Copy table as Markdown'), 'markdown', true)} ${item(l10n.t('Save table as Markdown…'), 'markdown', false)}
      ${item(l10n.t('Copy table as CSV'), 'csv', true)} ${item(l10n.t('Save table as CSV…'), 'csv', false)}
      ${
        hasPicture
          ? html`<div role="separator"></div>
            ${item(l10n.t('Copy picture as SVG'), 'svg', true)} ${item(l10n.t('Save picture as SVG…'), 'svg', false)}
            ${item(l10n.t('Copy picture as PNG'), 'png', true)} ${item(l10n.t('Save picture as PNG…'), 'png', false)}
            ${item(l10n.t('Copy picture for a slide'), 'slide', true)} ${item(l10n.t('Save picture for a slide…'), 'slide', false)}`
          : nothing
      }
    </div>
  </div>`;
}

function itemView(label: string, act: () => void): TemplateResult {
  const onClick = (event: Event) => {
    close(event);
    act();
  };
  return html`<button type="button" role="menuitem" tabindex="-1" @click=${onClick}>${label}</button>`;
}

// Whether the menu is open is known to its elements only: nothing else depends on it, and it is not worth remembering.

function toggle(event: Event): void {
  const { menu, button } = partsAround(event);
  const isOpening = menu.hidden;
  menu.hidden = !isOpening;
  button.setAttribute('aria-expanded', String(isOpening));
  if (isOpening) itemsOf(menu)[0]?.focus();
}

function close(event: Event): void {
  const { menu, button } = partsAround(event);
  menu.hidden = true;
  button.setAttribute('aria-expanded', 'false');
  button.focus();
}

function closeWhenLeft(event: FocusEvent): void {
  const { menu, button, around } = partsAround(event);
  if (around.contains(event.relatedTarget as Node | null)) return;
  menu.hidden = true;
  button.setAttribute('aria-expanded', 'false');
}

function moveInMenu(event: KeyboardEvent): void {
  const { menu } = partsAround(event);
  if (menu.hidden) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    toggle(event);
    return;
  }
  const items = itemsOf(menu);
  const index = items.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: index + 1, ArrowUp: index - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Escape') close(event);
  else if (next !== undefined) items[next % items.length]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function partsAround(event: Event) {
  const around = (event.currentTarget as Element).closest('.take') as HTMLElement;
  return {
    around,
    menu: around.querySelector('.menu') as HTMLElement,
    button: around.querySelector('button') as HTMLElement,
  };
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}
