import { html, nothing, type TemplateResult } from 'lit-html';
import type { PageContext } from './pageContext.ts';

/** The button that opens the menu of what can be copied and saved, and the menu. */
export function takeMenuView({ texts, page, layout, actions }: PageContext): TemplateResult {
  const words = texts.take;
  const table = (format: 'markdown' | 'csv', copy: boolean) => () => actions.takeTable(format, copy);
  const picture = (format: 'svg' | 'png', copy: boolean) => () => actions.takePicture(format, copy);
  const hasPicture = page.tab === 'matrix' && layout !== null;
  const items: readonly (readonly [string, () => void])[] = [
    [words.copyMarkdown, table('markdown', true)],
    [words.saveMarkdown, table('markdown', false)],
    [words.copyCsv, table('csv', true)],
    [words.saveCsv, table('csv', false)],
    ...(hasPicture
      ? ([
          [words.copySvg, picture('svg', true)],
          [words.saveSvg, picture('svg', false)],
          [words.copyPng, picture('png', true)],
          [words.savePng, picture('png', false)],
        ] as const)
      : []),
  ];
  return html`<div class="take" @keydown=${moveInMenu} @focusout=${closeWhenLeft}>
    <button type="button" class="button" aria-haspopup="menu" aria-expanded="false" aria-controls="take-menu" @click=${toggle}>
      ${words.button}<span aria-hidden="true"> ▾</span>
    </button>
    <div class="menu" id="take-menu" role="menu" aria-label=${words.button} hidden>
      ${items.map(
        ([label, act], index) =>
          html`${index > 0 && index % 4 === 0 ? html`<div role="separator"></div>` : nothing}<button
            type="button"
            role="menuitem"
            tabindex="-1"
            @click=${(event: Event) => {
              close(event);
              act();
            }}
          >
            ${label}
          </button>`,
      )}
    </div>
  </div>`;
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
