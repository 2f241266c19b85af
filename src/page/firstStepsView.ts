import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { PageActions } from './pageContext.ts';
import type { FirstStep } from './protocol.ts';

/** Buttons for the first steps with a product, the most useful one first. */
export function firstStepsView({ begin }: Pick<PageActions, 'begin'>, steps: readonly FirstStep[]): TemplateResult {
  return html`<div class="first-steps">${steps.map(
    (step, index) =>
      html`<vscode-button appearance=${index === 0 && steps.length > 1 ? 'primary' : 'secondary'} @click=${() => begin(step)}>${stepLabel(step)}</vscode-button>`,
  )}</div>`;
}

function stepLabel(step: FirstStep): string {
  switch (step) {
    case 'createQuestionnaire':
      return l10n.t('Create a questionnaire');
    case 'importAnswers':
      return l10n.t('Import answers');
    case 'openSample':
      return l10n.t('Open the sample');
  }
}
