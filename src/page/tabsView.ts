import { html, type TemplateResult } from 'lit-html';
import type { PageContext } from './pageContext.ts';
import { type Tab, tabs } from './protocol.ts';

/** The row of tabs: one stop of the Tab key, arrow keys go from one to the next and show it. */
export function tabsView({ texts, page, actions }: PageContext): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const next = tabFrom(page.tab, event.key);
    if (next === null) return;
    event.preventDefault();
    actions.change({ tab: next });
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${texts.tabsLabel} @keydown=${onKey}>
    ${tabs.map(
      (tab) => html`<button
        type="button"
        role="tab"
        id="tab-${tab}"
        aria-controls="view"
        aria-selected=${tab === page.tab}
        tabindex=${tab === page.tab ? 0 : -1}
        @click=${() => actions.change({ tab })}
      >
        ${texts.tabs[tab]}
      </button>`,
    )}
  </div>`;
}

/** The tab that a key leads to; round at the ends, as people know it from tabs. */
export function tabFrom(tab: Tab, pressed: string): Tab | null {
  const index = tabs.indexOf(tab);
  const next = { ArrowRight: index + 1, ArrowLeft: index - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[pressed];
  return next === undefined ? null : (tabs[next % tabs.length] ?? null);
}
