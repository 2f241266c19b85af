import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { referralLabel } from '../../terms/journeyLabels.ts';
import { itemList } from '../../terms/numbers.ts';
import { definitionLink, emptyView } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import type { TouchpointRow } from '../state/lists.ts';
import type { PanelRow } from '../state/rows.ts';
import { featuresByTouchpoint, hurtsView, journeyColumns, sumsView } from './journeyParts.ts';

/**
 * Which activities of the company meet customers at which stage, where must-be features are still missing, what hurts behind the scenes, and which
 * activities are behind the touchpoints from which customers can recommend us.
 */
export function valueChainView(context: PageContext): TemplateResult {
  const { content, rows } = context;
  const { activities } = content.lists;
  if (activities.length === 0) return emptyView(l10n.t('No touchpoint names an activity of the value chain yet. Add “activities” to one.'));
  const columns = journeyColumns(context);
  const features = featuresByTouchpoint(rows);
  return html`<div class="table value-chain scroller">
    <table aria-label=${l10n.t('Value chain')}>
      <thead>
        <tr>
          <th scope="col">${l10n.t('Activity')}</th>
          ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          <th scope="col">${l10n.t('All stages')}</th>
        </tr>
      </thead>
      <tbody>
        ${activities.map(
          (activity) => html`<tr>
            <th scope="row">
              ${activity.name}
              ${activity.owners.length > 0 ? html`<div class="quiet">${itemList(activity.owners)}</div>` : nothing}
              ${hurtsView(activity.open, activity.relieved)}
            </th>
            ${columns.map(({ name, touchpoints }) => {
              const here = touchpoints.filter((touchpoint) => touchpoint.value.activities?.includes(activity.key));
              if (here.length === 0) return html`<td></td>`;
              return html`<td data-heading=${name}>
                ${here.map((touchpoint) => html`<div>${definitionLink(touchpoint, 'touchpoints', context)}${referralView(touchpoint)}</div>`)}
                ${gapsView(here, features)}
              </td>`;
            })}
            <td class="all">${sumsView(activity.sums, activity.unasked, context)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Whether customers can be asked to recommend us here. */
function referralView({ journey }: TouchpointRow): TemplateResult | typeof nothing {
  const readiness = journey?.referral ?? null;
  if (readiness === null) return nothing;
  return html` <span class="quiet step" title=${l10n.t('Customers can recommend us from here')}>♥ ${referralLabel(readiness)}</span>`;
}

/** The number of distinct open must-be features at these touchpoints. */
function gapsView(
  touchpoints: readonly TouchpointRow[],
  features: ReadonlyMap<string, readonly PanelRow[]>,
): TemplateResult | typeof nothing {
  const gaps = new Set(
    touchpoints.flatMap(({ key }) =>
      (features.get(key) ?? []).filter(({ category, assumed, section }) => category === 'M' && !assumed && section !== 'closed'),
    ),
  );
  return gaps.size === 0 ? nothing : html`<span class="gaps">${l10n.t('Must-be gaps')} ${gaps.size}</span>`;
}
