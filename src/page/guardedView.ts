import * as l10n from '@vscode/l10n';
import { html, type nothing, type TemplateResult } from 'lit-html';
import type { PageContext } from './pageContext.ts';

/** A part of the page. Where it cannot be drawn, a sentence is in its place and the failure is reported: everything else is drawn. */
export function guardedView(
  part: string,
  { actions }: Pick<PageContext, 'actions'>,
  draw: () => TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  try {
    return draw();
  } catch (error) {
    actions.reportFailure(part, error);
    return failedView();
  }
}

/** In the place of a part that cannot be drawn. */
export function failedView(): TemplateResult {
  return html`<p class="notice" role="status">${l10n.t('This part of the page has failed. Everything else goes on.')}</p>`;
}
