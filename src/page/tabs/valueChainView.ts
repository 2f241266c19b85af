import { html, nothing, type TemplateResult } from 'lit-html';
import { emptyView } from '../emptyView.ts';
import type { PageContext } from '../pageContext.ts';
import type { PanelTouchpoint } from '../protocol.ts';
import type { RankedRow } from '../state/visibleRows.ts';
import { featuresByTouchpoint, journeyColumns, sumsView } from './journeyParts.ts';

/** Which activities of the company meet customers at which stage, and where must-be features are still missing. */
export function valueChainView(context: PageContext): TemplateResult {
  const { texts, state, rows } = context;
  const { activities } = state.lists;
  if (activities.length === 0) return emptyView(texts.empty.noActivities);
  const columns = journeyColumns(context);
  const features = featuresByTouchpoint(rows);
  return html`<div class="table value-chain scroller">
    <table aria-label=${texts.journey.views['value-chain']}>
      <thead>
        <tr>
          <th scope="col">${texts.journey.activity}</th>
          ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          <th scope="col">${texts.journey.sums}</th>
        </tr>
      </thead>
      <tbody>
        ${activities.map(
          (activity) => html`<tr>
            <th scope="row">${activity.name}</th>
            ${columns.map(({ name, touchpoints }) => {
              const here = touchpoints.filter((touchpoint) => touchpoint.activities.includes(activity.key));
              if (here.length === 0) return html`<td></td>`;
              return html`<td data-heading=${name}>
                <div>${here.map((touchpoint) => placeView(touchpoint, context))}</div>
                ${gapsView(here, features, context)}
              </td>`;
            })}
            <td class="all">${sumsView(activity, texts)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function placeView({ key, name }: PanelTouchpoint, { actions }: PageContext): TemplateResult {
  return html`<button type="button" class="link block" @click=${() => actions.revealDefinition('touchpoints', key)}>${name}</button>`;
}

/** The number of distinct open must-be features at these touchpoints. */
function gapsView(
  touchpoints: readonly PanelTouchpoint[],
  features: ReadonlyMap<string, readonly RankedRow[]>,
  { texts }: PageContext,
): TemplateResult | typeof nothing {
  const gaps = new Set(
    touchpoints.flatMap(({ key }) =>
      (features.get(key) ?? []).filter(({ category, assumed, place }) => category === 'M' && !assumed && place !== 'closed'),
    ),
  );
  return gaps.size === 0 ? nothing : html`<span class="gaps">${texts.journey.mustBeGaps} ${gaps.size}</span>`;
}
