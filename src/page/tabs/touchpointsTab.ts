import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { itemList } from '../../terms/numbers.ts';
import { definitionLink, emptyView, featureMark } from '../elements.ts';
import { narrowWidth, type PageContext, tabStopAmong } from '../pageContext.ts';
import type { TouchpointRow } from '../state/lists.ts';
import type { PanelRow } from '../state/rows.ts';
import { emotionCurve, type PlacesOfColumns } from './emotionCurve.ts';
import { featuresByTouchpoint, journeyColumns, sumsView } from './journeyParts.ts';
import { personaName, stageFacts, touchpointFacts } from './touchpointFacts.ts';
import { valueChainView } from './valueChainView.ts';

/** Where features meet customers: by stage of the journey, or by stage and activity of the value chain. */
export function touchpointsTab(context: PageContext): TemplateResult {
  const { content, page, actions } = context;
  if (content.lists.touchpoints.length === 0) return emptyView(l10n.t('This product has no touchpoints yet. Add one under “touchpoints”.'));
  const views = [
    ['stages', l10n.t('By stage')],
    ['value-chain', l10n.t('Value chain')],
  ] as const;
  return html`<div class="journey">
    <div class="choices" role="group" aria-label=${l10n.t('Customer journey')}>
      ${views.map(
        ([
          view,
          label,
        ]) => html`<button type="button" class="choice" aria-pressed=${page.journey === view} @click=${() => actions.change({ journey: view })}>
          ${label}
        </button>`,
      )}
    </div>
    ${page.journey === 'stages' ? stagesView(context) : valueChainView(context)}
  </div>`;
}

/** The most features that are listed at one touchpoint; the backlog has all. */
const mostFeatures = 12;

function stagesView(context: PageContext): TemplateResult {
  const { rows } = context;
  const columns = journeyColumns(context);
  const features = featuresByTouchpoint(rows);
  const drawn = columns.flatMap(({ touchpoints }) =>
    touchpoints.flatMap(({ key }) => (features.get(key) ?? []).slice(0, mostFeatures).map((row) => row.key)),
  );
  const tabStop = tabStopAmong(drawn, context);
  const places = placesOfColumns(columns.length, context);
  return html`<div class="stages scroller">
    ${emotionCurve(
      columns.map(({ touchpoints }) => touchpoints),
      places,
    )}
    <ol class="columns" .style=${`--column-width: ${places.width}px`}>
      ${columns.map(
        ({ key, name, sums, unasked, touchpoints }) => html`<li class="stage">
          <h2>
            ${key === null ? name : definitionLink({ key, name }, 'stages', context)}
          </h2>
          ${stageFacts(touchpoints, context)} ${sums ? sumsView(sums, unasked, context) : nothing}
          ${repeat(
            touchpoints,
            (touchpoint) => touchpoint.key,
            (touchpoint) => touchpointView(touchpoint, features.get(touchpoint.key) ?? [], tabStop, context),
          )}
        </li>`,
      )}
    </ol>
    ${notPassedView(context)}
  </div>`;
}

/** Where the chosen persona does not pass. */
function notPassedView({ content, page: { answers } }: PageContext): TemplateResult | typeof nothing {
  const { persona } = answers;
  const left = persona === null ? [] : content.lists.touchpoints.filter(({ journey }) => journey === null);
  if (persona === null || left.length === 0) return nothing;
  const names = itemList(left.map(({ name }) => name));
  return html`<p class="quiet">${l10n.t('{persona} does not pass: {touchpoints}', { persona: personaName(persona, content), touchpoints: names })}</p>`;
}

/** Columns share the width of the page, within limits that suit their texts; in a narrow page they are below each other. */
function placesOfColumns(columns: number, { width: pageWidth, isPaper }: PageContext): PlacesOfColumns {
  const room = pageWidth - 2 * margin;
  const share = Math.floor((room + columnGap) / Math.max(columns, 1)) - columnGap;
  if (pageWidth <= narrowWidth) return { width: room, step: 0 };
  const width = Math.min(Math.max(share, isPaper ? narrowestOnPaper : narrowestColumn), widestColumn);
  return { width, step: width + columnGap };
}

/** Pixels; the styles say the same of the gap and the margin. */
const [columnGap, margin, narrowestColumn, widestColumn] = [12, 20, 220, 360];
/** Paper does not move sideways. */
const narrowestOnPaper = 90;

function touchpointView(
  touchpoint: TouchpointRow,
  rows: readonly PanelRow[],
  tabStop: string | null,
  context: PageContext,
): TemplateResult {
  const { page, actions } = context;
  const { key, name, sums, unasked } = touchpoint;
  return html`<article class="touchpoint">
    <h3>${definitionLink(touchpoint, 'touchpoints', context)}</h3>
    ${touchpointFacts(touchpoint, context)} ${sumsView(sums, unasked, context)}
    ${
      rows.length === 0
        ? nothing
        : html`<ul aria-label=${l10n.t('Features at {0}', name)}>
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
                ${featureMark(row)}<span class="title lines">${row.title}</span><span class="hidden">${row.categoryText}</span>
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
          ${l10n.t('{0} of {1} features', mostFeatures, rows.length)} …
        </button>`
        : nothing
    }
  </article>`;
}
