import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { TouchpointJourney } from '../../analysis/touchpointJourney.ts';
import type { Want } from '../../analysis/wants.ts';
import { mentionCounts } from '../../terms/journeyLabels.ts';
import { joinNotes } from '../../terms/labels.ts';
import { coefficient } from '../../terms/numbers.ts';
import type { PageContext } from '../pageContext.ts';
import type { Sums } from '../state/lists.ts';
import type { PanelRow } from '../state/rows.ts';
import type { Unasked } from '../state/unasked.ts';

/** The columns of the journey: stages, and where touchpoints have none, a last one for those. Of a chosen persona, where it passes. */
export function journeyColumns({ content, page: { filters, answers } }: PageContext) {
  const { stages, touchpoints } = content.lists;
  const shown = touchpoints.filter(
    ({ key, stage, journey }) =>
      (filters.touchpoint === null || filters.touchpoint === key) &&
      (filters.stage === null || filters.stage === stage) &&
      (answers.persona === null || journey !== null),
  );
  const columns = stages.map((stage) => ({
    key: stage.key as string | null,
    name: stage.name,
    sums: stage.sums as Sums | null,
    unasked: stage.unasked,
    touchpoints: shown.filter((each) => each.stage === stage.key),
  }));
  const rest = shown.filter(({ stage }) => !stages.some(({ key }) => key === stage));
  const all = [...columns, { key: null, name: l10n.t('At no stage'), sums: null, unasked: null, touchpoints: rest }];
  return all.filter(
    ({ key, touchpoints: here }) => here.length > 0 || (key !== null && filters.stage === null && filters.touchpoint === null),
  );
}

/** The features at each touchpoint, in build order. */
export function featuresByTouchpoint(rows: readonly PanelRow[]): ReadonlyMap<string, readonly PanelRow[]> {
  const found = new Map<string, PanelRow[]>();
  for (const row of rows) {
    for (const key of new Set(row.touchpoints)) {
      const there = found.get(key);
      if (there) there.push(row);
      else found.set(key, [row]);
    }
  }
  return found;
}

/** What is at stake at a place, in a line. Of features that the chosen persona or survey was not asked about nothing is known: no 0 stands for them. */
export function sumsView({ mustBeGaps, risk, opportunity }: Sums, unasked: Unasked | null, { content }: PageContext): TemplateResult {
  const left = unasked && html`<p class="quiet">${content.unasked} (${l10n.t('{0} of {1} features', unasked.features, unasked.of)})</p>`;
  if (unasked && unasked.features === unasked.of) return html`${left}`;
  const gaps = html`<div class=${mustBeGaps > 0 ? 'gaps' : ''}><dt>${l10n.t('Must-be gaps')}</dt><dd>${mustBeGaps}</dd></div>`;
  return html`<dl class="sums">
      ${mustBeGaps > 0 || unasked === null ? gaps : nothing}
      <div><dt>${l10n.t('Risk')}</dt><dd>${coefficient(risk)}</dd></div>
      <div><dt>${l10n.t('Opportunity')}</dt><dd>${coefficient(opportunity)}</dd></div>
    </dl>
    ${left ?? nothing}`;
}

/** What people wrote of a place; nothing where nothing was counted. */
export function mentionsView(journey: TouchpointJourney | null): TemplateResult | typeof nothing {
  if (!journey || journey.mentions.complaints + journey.mentions.compliments + journey.mentions.neutral === 0) return nothing;
  return html`<p class="quiet">${mentionCounts(journey.mentions)}</p>`;
}

/** What hurts at a place or behind it, and what no longer does since something shipped. */
export function hurtsView(
  open: readonly string[],
  relieved: readonly Pick<Want, 'id' | 'phrase' | 'metSince'>[],
): readonly TemplateResult[] {
  return [
    ...(open.length > 0 ? [html`<p class="quiet">${l10n.t('What hurts: {0}', joinNotes(open))}</p>`] : []),
    ...relieved.map(({ phrase, id, metSince }) => {
      const since = metSince === null ? nothing : html` <span class="date">(${metSince})</span>`;
      return html`<p class="quiet">✓ ${l10n.t('Relieved: {0}', phrase || id)}${since}</p>`;
    }),
  ];
}
