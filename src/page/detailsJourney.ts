import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Said } from '../analysis/saidOf.ts';
import { itemList } from '../terms/numbers.ts';
import { featureJourney } from './state/featureJourney.ts';
import type { ShownFeature } from './state/shownFeatures.ts';
import { webLink } from './ticketLinks.ts';

/** What the selected feature is there for, and the newest of what people say of it, a line each. */
export function journeyLines(shown: ShownFeature): readonly (TemplateResult | string)[] {
  const { wants, said } = featureJourney(shown);
  return [...wants, ...said.map(saidView)];
}

/** `“I gave up at the form” a note (app reviews, 2026-08-31)`, with its link. */
function saidView({ quote, note, link, source, date }: Said): TemplateResult {
  const from = itemList([source, date].filter((text) => text !== null));
  return html`${quote === null ? nothing : html`<q>${quote}</q>`} ${note ?? nothing}
    ${from === '' ? nothing : html`<span class="quiet">(${from})</span>`} ${link === null ? nothing : webLink(link, l10n.t('Link'))}`;
}
