import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { live } from 'lit-html/directives/live.js';
import { categories } from '../../document/format/model.ts';
import { type Plot, plots } from '../../matrix/plot.ts';
import { type QuadrantCut, quadrantCuts } from '../../matrix/plotArea.ts';
import { type PointSize, pointSizes } from '../../matrix/pointSize.ts';
import { wholePlot, zoomAround } from '../../matrix/zoom.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { notInContinuousPlot } from '../../terms/featureSentences.ts';
import { quotedName } from '../../terms/labels.ts';
import { nameList } from '../../terms/numbers.ts';
import { checkboxView, chosenValue, emptyView, markView } from '../elements.ts';
import { type MatrixView, matrixView } from '../matrix/matrixView.ts';
import type { PageContext } from '../pageContext.ts';
import type { CategoryName, ViewOptions } from '../state/pageState.ts';
import { hasContinuous, leftOutOfContinuous, shownPlot } from '../state/shownPlot.ts';
import { featureList } from './featureList.ts';

/** The matrix with its legend and options, and the build order beside it. */
export function matrixTab(context: PageContext, matrix: MatrixView | null): TemplateResult {
  const hasPoints = context.content.rows.some(({ numbers }) => numbers.better !== null || numbers.continuous !== null);
  const noneSurveyed = l10n.t('No feature has been surveyed yet: nothing can be placed. Enter answers under “tally” or “tallies”.');
  return html`<div class="matrix">
    <div class="chart">
      ${hasPoints ? viewOptionsView(context) : nothing}
      <div class="canvas">${hasPoints ? (matrix ? matrixView(matrix) : nothing) : emptyView(noneSurveyed)}</div>
      ${leftOutView(context)} ${legendView(context)}
    </div>
    ${featureList(context)}
  </div>`;
}

/** How the matrix is drawn: what its axes are, size of the symbols, cut of the quadrants, arrows of change, zoom. */
function viewOptionsView({ page: { view }, actions, content }: PageContext): TemplateResult {
  const change = (changed: Partial<ViewOptions>) => actions.change({ view: { ...view, ...changed } });
  const zoom = (factor: number) => change({ zoom: zoomAround(view.zoom, factor, { x: 0.5, y: 0.5 }) });
  const hasBefore = content.rows.some(({ before }) => before !== null);
  const isWhole = view.zoom.scale === 1;
  const plot = shownPlot(view.plot, content.rows);
  const isContinuous = plot === 'continuous';
  return html`<div class="view-options" role="group" aria-label=${l10n.t('How the matrix is drawn')}>
    ${plotView(plot, hasContinuous(content.rows), (chosen) => change({ plot: chosen, zoom: wholePlot }))}
    ${optionView(l10n.t('Size'), pointSizes, view.size, sizeLabel, (size) => change({ size }))}
    ${optionView(l10n.t('Cut'), quadrantCuts, view.cut, cutLabel, (cut) => change({ cut }), isContinuous)}
    ${checkboxView(l10n.t('Change since the survey before'), view.drift, (drift) => change({ drift }), !hasBefore || isContinuous)}
    <span class="zoom">
      ${zoomButton('−', l10n.t('Zoom out'), isWhole, () => zoom(1 / zoomStep))}
      ${zoomButton('+', l10n.t('Zoom in'), false, () => zoom(zoomStep))}
      ${zoomButton('⤢', l10n.t('Whole picture'), isWhole, () => change({ zoom: wholePlot }))}
    </span>
  </div>`;
}

/** The choice of the axes; that of the means says why it cannot be chosen. */
function plotView(shown: Plot, canBeContinuous: boolean, onChange: (plot: Plot) => void): TemplateResult {
  const labelOf = (plot: Plot) => {
    if (plot === 'coefficients') return l10n.t('Better over |Worse|');
    return canBeContinuous ? l10n.t('mean answers') : l10n.t('mean answers: no tally has “answers”');
  };
  return html`<label class="select"
    ><span>${l10n.t('Plot')}</span
    ><select @change=${(event: Event) => onChange(chosenValue(event) as Plot)}>
      ${plots.map(
        (plot) =>
          html`<option value=${plot} ?disabled=${plot === 'continuous' && !canBeContinuous} .selected=${live(plot === shown)}>${labelOf(plot)}</option>`,
      )}
    </select></label
  >`;
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

function zoomButton(sign: string, label: string, isDisabled: boolean, onClick: () => void): TemplateResult {
  return html`<button type="button" class="button" aria-label=${label} title=${label} ?disabled=${isDisabled} @click=${onClick}>${sign}</button>`;
}

function optionView<Value extends string>(
  label: string,
  values: readonly Value[],
  chosen: Value,
  labelOf: (value: Value) => string,
  onChange: (value: Value) => void,
  isDisabled = false,
): TemplateResult {
  return html`<label class="select"
    ><span>${label}</span
    ><select ?disabled=${isDisabled} @change=${(event: Event) => onChange(chosenValue(event) as Value)}>
      ${values.map((value) => html`<option value=${value} .selected=${live(value === chosen)}>${labelOf(value)}</option>`)}
    </select></label
  >`;
}

function sizeLabel(size: PointSize): string {
  switch (size) {
    case 'none':
      return l10n.t('all alike');
    case 'n':
      return l10n.t('by answers');
    case 'importance':
      return l10n.t('by importance');
    case 'effort':
      return l10n.t('by effort');
  }
}

function cutLabel(cut: QuadrantCut): string {
  return cut === 'half' ? l10n.t('at 0.5') : l10n.t('at the mean');
}

/** What the symbols mean; each entry shows or hides its category in the matrix and the lists. */
function legendView({ content, page: { filters }, actions }: PageContext): TemplateResult {
  const occurring = new Set(content.rows.map(({ category }) => category));
  const entries = [...categories, null].filter((category) => occurring.has(category));
  const toggle = (name: CategoryName, shown: boolean) => {
    const others = filters.hidden.filter((other) => other !== name);
    actions.filter({ hidden: shown ? others : [...others, name] });
  };
  return html`<div class="legend" role="group" aria-label=${l10n.t('Legend: show or hide categories')}>
    ${entries.map((category) => {
      const name = category ?? 'none';
      const entry = html`<span class="entry">${markView(category)}${categoryLabel(category)}</span>`;
      return checkboxView(entry, !filters.hidden.includes(name), (shown) => toggle(name, shown));
    })}
  </div>`;
}
