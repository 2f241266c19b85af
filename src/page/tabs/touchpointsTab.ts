import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { fillIn } from '../../base/fillIn.ts';
import { emptyView } from '../emptyView.ts';
import { narrowWidth, type PageContext, tabStopAmong } from '../pageContext.ts';
import type { PanelTouchpoint } from '../protocol.ts';
import type { RankedRow } from '../state/visibleRows.ts';
import { markView } from '../table/tableView.ts';
import { emotionCurve, type PlacesOfColumns } from './emotionCurve.ts';
import { featuresByTouchpoint, journeyColumns, signed, sumsView } from './journeyParts.ts';
import { valueChainView } from './valueChainView.ts';

/** Where features meet customers: by stage of the journey, or by stage and activity of the value chain. */
export function touchpointsTab(context: PageContext): TemplateResult {
  const { texts, state, page, actions } = context;
  if (state.lists.touchpoints.length === 0) return emptyView(texts.empty.noTouchpoints);
  return html`<div class="journey">
    <div class="choices" role="group" aria-label=${texts.journey.label}>
      ${(['stages', 'value-chain'] as const).map(
        (
          view,
        ) => html`<button type="button" class="choice" aria-pressed=${page.journey === view} @click=${() => actions.change({ journey: view })}>
          ${texts.journey.views[view]}
        </button>`,
      )}
    </div>
    ${page.journey === 'stages' ? stagesView(context) : valueChainView(context)}
  </div>`;
}

/** More features of one touchpoint than these stand in the backlog. */
const mostFeatures = 12;

function stagesView(context: PageContext): TemplateResult {
  const { texts, actions, rows } = context;
  const columns = journeyColumns(context);
  const features = featuresByTouchpoint(rows);
  const drawn = columns.flatMap(({ touchpoints }) =>
    touchpoints.flatMap(({ key }) => (features.get(key) ?? []).slice(0, mostFeatures).map((row) => row.key)),
  );
  const tabStop = tabStopAmong(drawn, context);
  const places = placesOfColumns(columns.length, context.width);
  return html`<div class="stages scroller">
    ${emotionCurve(
      columns.map(({ touchpoints }) => touchpoints),
      places,
      texts,
    )}
    <ol class="columns" .style=${`--column-width: ${places.width}px`}>
      ${columns.map(
        ({ key, name, sums, touchpoints }) => html`<li class="stage">
          <h2>
            ${key === null ? name : html`<button type="button" class="link" @click=${() => actions.revealDefinition('stages', key)}>${name}</button>`}
          </h2>
          ${sums ? sumsView(sums, texts) : nothing}
          ${repeat(
            touchpoints,
            (touchpoint) => touchpoint.key,
            (touchpoint) => touchpointView(touchpoint, features.get(touchpoint.key) ?? [], tabStop, context),
          )}
        </li>`,
      )}
    </ol>
  </div>`;
}

/** Columns share the page's width as far as their texts like to be; in a narrow page they stand below each other. */
function placesOfColumns(columns: number, pageWidth: number): PlacesOfColumns {
  const room = pageWidth - 2 * margin;
  const share = Math.floor((room + columnGap) / Math.max(columns, 1)) - columnGap;
  if (pageWidth <= narrowWidth) return { width: room, step: 0 };
  const width = Math.min(Math.max(share, narrowestColumn), widestColumn);
  return { width, step: width + columnGap };
}

/** Pixels; the styles say the same of the gap and the margin. */
const [columnGap, margin, narrowestColumn, widestColumn] = [12, 20, 220, 360];

function touchpointView(
  touchpoint: PanelTouchpoint,
  rows: readonly RankedRow[],
  tabStop: string | null,
  { texts, page, actions }: PageContext,
): TemplateResult {
  const { key, name, channel, emotion, pains, referral } = touchpoint;
  const words = texts.journey;
  return html`<article class="touchpoint">
    <h3><button type="button" class="link" @click=${() => actions.revealDefinition('touchpoints', key)}>${name}</button></h3>
    <p class="quiet">
      ${[channel, emotion === null ? null : fillIn(words.emotion, signed(emotion)), referral ? `♥ ${words.referral}` : null].filter(Boolean).join(' · ')}
    </p>
    ${pains.length > 0 ? html`<p class="quiet">${fillIn(words.pains, pains.join('; '))}</p>` : nothing} ${sumsView(touchpoint, texts)}
    ${
      rows.length === 0
        ? nothing
        : html`<ul aria-label=${fillIn(words.features, name)}>
          ${repeat(
            rows.slice(0, mostFeatures),
            (row) => row.key,
            (row) => html`<li>
              <button
                type="button"
                class=${row.key === page.selected ? 'row selected' : 'row'}
                data-key=${row.key}
                tabindex=${row.key === tabStop ? 0 : -1}
                aria-current=${row.key === page.selected ? 'true' : nothing}
                title=${[row.title, ...row.details].join('\n')}
              >
                ${markView(row.category, row.assumed)}<span class="title lines">${row.title}</span><span class="hidden">${row.categoryText}</span>
                <span class="number">${row.listText}</span>
              </button>
            </li>`,
          )}
        </ul>`
    }
    ${
      rows.length > mostFeatures
        ? html`<button
          type="button"
          class="link"
          @click=${() => {
            actions.filter({ touchpoint: key });
            actions.change({ tab: 'backlog' });
          }}
        >
          ${fillIn(texts.filter.shown, mostFeatures, rows.length)} …
        </button>`
        : nothing
    }
  </article>`;
}
