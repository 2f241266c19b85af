import { html, nothing, type TemplateResult } from 'lit-html';

/** Says why there is nothing to see, and what to do about it. */
export function emptyView(text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="empty"><p>${text}</p>${action}</div>`;
}
