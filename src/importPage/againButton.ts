import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { ImportPageMessage } from '../survey/importView/importMessages.ts';

/** Begins anew with other files. */
export function againButton(post: (message: ImportPageMessage) => void): TemplateResult {
  return html`<button type="button" class="button" @click=${() => post({ type: 'again' })}>${l10n.t('Choose Other Files…')}</button>`;
}
