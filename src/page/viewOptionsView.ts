import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { type Plot, plots } from '../matrix/plot.ts';
import { type QuadrantCut, quadrantCuts } from '../matrix/plotArea.ts';
import { type PointSize, pointSizes } from '../matrix/pointSize.ts';
import { wholePlot } from '../matrix/zoom.ts';
import { checkboxView, chosenValue } from './elements.ts';
import type { PageContext } from './pageContext.ts';
import { popoverView } from './popover.ts';
import { type ArrowOrigin, arrowOrigins, type ViewOptions } from './state/pageState.ts';
import { shownArrows } from './state/shownArrows.ts';
import { hasContinuous, shownPlot } from './state/shownPlot.ts';

/** The button that opens the choices of how the matrix is drawn: axes, size of the symbols, cut of the quadrants, arrows of change, intervals. */
export function viewOptionsView({ page: { view }, actions, content, base }: PageContext): TemplateResult {
  const change = (changed: Partial<ViewOptions>) => actions.change({ view: { ...view, ...changed } });
  const arrows = shownArrows(view.arrows, { content, base });
  const originLabel = (origin: ArrowOrigin) => arrowLabel(origin, base?.name);
  const plot = shownPlot(view.plot, content.rows);
  const isContinuous = plot === 'continuous';
  const canBeContinuous = hasContinuous(content.rows);
  return popoverView('view-options', l10n.t({ message: 'View', comment: 'Button that opens the choices of how the matrix is drawn' }), [
    optionView(
      l10n.t('Plot'),
      plots,
      plot,
      (each) => plotLabel(each, canBeContinuous),
      (chosen) => change({ plot: chosen, zoom: wholePlot }),
      { isOffered: (each) => each === 'coefficients' || canBeContinuous },
    ),
    optionView(l10n.t('Size'), pointSizes, view.size, sizeLabel, (size) => change({ size })),
    optionView(l10n.t('Cut'), quadrantCuts, view.cut, cutLabel, (cut) => change({ cut }), { isDisabled: isContinuous }),
    optionView(l10n.t('Arrows'), arrowOrigins, isContinuous ? 'none' : arrows, originLabel, (each) => change({ arrows: each }), {
      isDisabled: isContinuous,
      isOffered: (each) => shownArrows(each, { content, base }) === each,
    }),
    checkboxView(l10n.t('Intervals of all features'), view.intervals, (intervals) => change({ intervals })),
  ]);
}

function optionView<Value extends string>(
  label: string,
  values: readonly Value[],
  chosen: Value,
  labelOf: (value: Value) => string,
  onChange: (value: Value) => void,
  { isDisabled = false, isOffered = () => true }: { isDisabled?: boolean; isOffered?: (value: Value) => boolean } = {},
): TemplateResult {
  return html`<label class="select"
    ><span>${label}</span
    ><select ?disabled=${isDisabled} @change=${(event: Event) => onChange(chosenValue(event) as Value)}>
      ${values.map(
        (value) =>
          html`<option value=${value} ?disabled=${!isOffered(value)} .selected=${live(value === chosen)}>${labelOf(value)}</option>`,
      )}
    </select></label
  >`;
}

/** That of the means says why it cannot be chosen. */
function plotLabel(plot: Plot, canBeContinuous: boolean): string {
  if (plot === 'coefficients') return l10n.t('Better over |Worse|');
  return canBeContinuous ? l10n.t('mean answers') : l10n.t('mean answers: no tally has “answers”');
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

/** Where the arrows come from; what cannot be chosen says why. */
function arrowLabel(origin: ArrowOrigin, base: string | undefined): string {
  switch (origin) {
    case 'none':
      return l10n.t('none');
    case 'survey':
      return l10n.t('since the survey before');
    case 'base':
      return base === undefined ? l10n.t('since a version in Git') : l10n.t('since {base}', { base });
  }
}

function cutLabel(cut: QuadrantCut): string {
  return cut === 'half' ? l10n.t('at 0.5') : l10n.t('at the mean');
}
