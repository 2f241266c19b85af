import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { categories } from '../../document/format/model.ts';
import { wholePlot, type Zoom, zoomAround } from '../../matrix/zoom.ts';
import { notInContinuousPlot } from '../../terms/featureSentences.ts';
import { quotedName } from '../../terms/labels.ts';
import { nameList } from '../../terms/numbers.ts';
import { checkboxView, emptyView, markView } from '../elements.ts';
import { nameOfCategory } from '../filtersView.ts';
import { firstStepsView } from '../firstStepsView.ts';
import { type MatrixView, matrixView } from '../matrix/matrixView.ts';
import { zoomOnPoints } from '../matrix/pictureTargets.ts';
import type { PageContext } from '../pageContext.ts';
import { firstSteps } from '../protocol.ts';
import { type CategoryName, categoryName, categoryNames } from '../state/categoryNames.ts';
import { leftOutOfContinuous, shownPlot } from '../state/shownPlot.ts';
import { toPoints } from '../state/visibleRows.ts';
import { featureList } from './featureList.ts';

/** The matrix with its legend, and the build order beside it. */
export function matrixTab(context: PageContext, matrix: MatrixView | null): TemplateResult {
  const hasPoints = context.content.rows.some(({ numbers }) => numbers.better !== null || numbers.continuous !== null);
  return html`<div class="matrix scroller">
    <div class="chart">
      <div class="canvas">${hasPoints ? (matrix ? matrixView(matrix) : nothing) : noneSurveyedView(context)}</div>
      <div class="under-picture">${legendView(context)} ${hasPoints ? zoomView(context) : nothing}</div>
      ${leftOutView(context)}
    </div>
    ${featureList(context)}
  </div>`;
}

function dropText(): string {
  return l10n.t('Or hold Shift and drop an export of a survey tool here: CSV, TSV, XLSX or ODS.');
}

function noneSurveyedView({ isEditor, actions }: PageContext): TemplateResult {
  const text = l10n.t('No feature has been surveyed yet: nothing can be placed. Enter answers under “tally” or “tallies”.');
  return emptyView(text, isEditor ? html`${firstStepsView(actions, firstSteps)}<p class="quiet">${dropText()}</p>` : nothing);
}

/** The surveyed features that the continuous plot cannot show: how many, and which. */
function leftOutView({ content, page: { view }, rows }: PageContext): TemplateResult | typeof nothing {
  const leftOut = shownPlot(view.plot, content.rows) === 'continuous' ? leftOutOfContinuous(rows) : [];
  if (leftOut.length === 0) return nothing;
  return html`<details class="left-out">
    <summary>${notInContinuousPlot(leftOut.length)}</summary>
    <p>${guard([leftOut], () => nameList(leftOut.map(({ title }) => quotedName(title))))}</p>
  </details>`;
}

const zoomStep = 1.5;

/** For who has no wheel and no keyboard. */
function zoomView({ page: { view }, rows, layout, actions }: PageContext): TemplateResult {
  const zoomTo = (zoom: Zoom) => actions.change({ view: { ...view, zoom } });
  const zoom = (factor: number) => zoomTo(zoomAround(view.zoom, factor, { x: 0.5, y: 0.5 }));
  const isWhole = view.zoom.scale === 1;
  return html`<span class="zoom" role="group" aria-label=${l10n.t('Zoom')}>
    ${zoomButton('−', l10n.t('Zoom out'), isWhole, () => zoom(1 / zoomStep))}
    ${zoomButton('+', l10n.t('Zoom in'), false, () => zoom(zoomStep))}
    ${zoomButton(fitSign, l10n.t('Zoom to the features'), layout === null, () => layout && zoomTo(zoomOnPoints(toPoints(rows), layout)))}
    ${zoomButton(wholeSign, l10n.t('Whole picture'), isWhole, () => zoomTo(wholePlot))}
  </span>`;
}

const wholeSign = signView('M1 5V1H5M9 1H13V5M13 9V13H9M5 13H1V9');
const fitSign = signView('M1 5V1H5M9 1H13V5M13 9V13H9M5 13H1V9M4 7h3v3h-3zM8 4h2v2h-2z');

/** Drawn, because few fonts have such signs. */
function signView(path: string): TemplateResult {
  return html`<svg viewBox="0 0 14 14" width="12" height="12" fill="none" stroke="currentColor" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;
}

function zoomButton(sign: string | TemplateResult, label: string, isDisabled: boolean, onClick: () => void): TemplateResult {
  return html`<button type="button" class="button" aria-label=${label} title=${label} ?disabled=${isDisabled} @click=${onClick}>${sign}</button>`;
}

/** What the symbols mean; each entry shows or hides its category in the matrix and the lists. */
function legendView(context: PageContext): TemplateResult {
  const { content, page, actions } = context;
  const { filters } = page;
  const occurring = new Set(content.rows.map(categoryName));
  const entries = categoryNames.filter((name) => occurring.has(name));
  const toggle = (name: CategoryName, shown: boolean) => {
    const others = filters.hidden.filter((other) => other !== name);
    actions.filter({ hidden: shown ? others : [...others, name] });
  };
  return html`<div class="legend" role="group" aria-label=${l10n.t('Legend: show or hide categories')}>
    ${entries.map((name) => {
      const category = categories.find((each) => each === name) ?? null;
      const entry = html`<span class="entry">${markView(category)}${nameOfCategory(name, context)}</span>`;
      return checkboxView(entry, !filters.hidden.includes(name), (shown) => toggle(name, shown));
    })}
  </div>`;
}
