import { html, type TemplateResult } from 'lit-html';
import type { PageContext } from '../pageContext.ts';
import type { PanelTexts } from '../protocol.ts';
import type { PanelSums } from '../state/panelLists.ts';
import type { RankedRow } from '../state/visibleRows.ts';

/** The columns of the journey: stages, and where touchpoints have none, a last one for those. */
export function journeyColumns({ state, page: { filters }, texts }: PageContext) {
  const { stages, touchpoints } = state.lists;
  const shown = touchpoints.filter(
    ({ key, stage }) => (filters.touchpoint === null || filters.touchpoint === key) && (filters.stage === null || filters.stage === stage),
  );
  const columns = stages.map((stage) => ({
    key: stage.key as string | null,
    name: stage.name,
    sums: stage as PanelSums | null,
    touchpoints: shown.filter((each) => each.stage === stage.key),
  }));
  const rest = shown.filter(({ stage }) => !stages.some(({ key }) => key === stage));
  const all = [...columns, { key: null, name: texts.journey.withoutStage, sums: null, touchpoints: rest }];
  return all.filter(
    ({ key, touchpoints: here }) => here.length > 0 || (key !== null && filters.stage === null && filters.touchpoint === null),
  );
}

/** The features at each touchpoint, in build order. */
export function featuresByTouchpoint(rows: readonly RankedRow[]): ReadonlyMap<string, readonly RankedRow[]> {
  const found = new Map<string, RankedRow[]>();
  for (const row of rows) {
    for (const key of new Set(row.touchpoints)) {
      const there = found.get(key);
      if (there) there.push(row);
      else found.set(key, [row]);
    }
  }
  return found;
}

/** What is at stake at a place, in a line. */
export function sumsView({ mustBeGaps, risk, opportunity }: PanelSums, { journey }: PanelTexts): TemplateResult {
  return html`<dl class="sums">
    <div class=${mustBeGaps > 0 ? 'gaps' : ''}><dt>${journey.mustBeGaps}</dt><dd>${mustBeGaps}</dd></div>
    <div><dt>${journey.risk}</dt><dd>${risk}</dd></div>
    <div><dt>${journey.opportunity}</dt><dd>${opportunity}</dd></div>
  </dl>`;
}

/** An emotion with its sign. */
export function signed(emotion: number): string {
  return emotion > 0 ? `+${emotion}` : String(emotion).replace('-', '\u2212');
}
