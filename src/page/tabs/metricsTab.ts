import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { verdictText } from '../../terms/journeyLabels.ts';
import { definitionLink, emptyView } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import type { MetricRow } from '../state/metrics.ts';
import { tabLabel } from './tabNames.ts';

/** What the work is meant to move: readings against targets. */
export function metricsTab(context: PageContext): TemplateResult {
  const { metrics } = context.content.lists;
  if (metrics.length === 0) return emptyView(l10n.t('This product has no metrics yet. Add one under “metrics”.'));
  const words = {
    first: l10n.t('First'),
    newest: l10n.t('Newest'),
    change: l10n.t('Change'),
    target: l10n.t('Target'),
    toTarget: l10n.t('To the target'),
  };
  const headings = Object.values(words);
  return html`<div class="table metrics scroller">
    <table aria-label=${tabLabel('metrics')}>
      <thead>
        <tr>
          <th scope="col">${l10n.t('Metric')}</th>
          ${headings.map((heading) => html`<th scope="col" class="end">${heading}</th>`)}
          <th scope="col">${l10n.t('Course')}</th>
        </tr>
      </thead>
      <tbody>
        ${metrics.map(
          (metric) => html`<tr>
            <th scope="row">
              ${definitionLink(metric, 'metrics', context, 'row', html`<span class="title lines">${metric.name}</span>`)}
              ${placeView(metric)} ${shippedView(metric)}
            </th>
            <td class="end" data-heading=${words.first}>${metric.first}</td>
            <td class="end" data-heading=${words.newest}><strong>${metric.newest}</strong></td>
            <td class="end" data-heading=${words.change}><div>${metric.change} ${verdictView(metric)}</div></td>
            <td class="end" data-heading=${words.target}>${metric.target}</td>
            <td class="end" data-heading=${words.toTarget}>${metric.reached ? `✓ ${metric.toTarget}` : metric.toTarget}</td>
            <td>${courseView(metric)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Where it is measured, and whose it is. */
function placeView({ touchpoint, persona }: MetricRow): TemplateResult | typeof nothing {
  const place = [touchpoint, persona].filter((name) => name !== '').join(' · ');
  return place === '' ? nothing : html`<div class="quiet">${place}</div>`;
}

/** What shipped to move it, with how it moved since. It does not say why. */
function shippedView({ shipped }: MetricRow): TemplateResult | typeof nothing {
  if (shipped.length === 0) return nothing;
  return html`<div class="quiet since">${l10n.t('Since it shipped')}</div>
    <ul class="quiet since">
      ${shipped.map(({ date, feature, text }) => html`<li><span class="date">${date}</span> ${l10n.t('{feature}: {message}', { feature, message: text })}</li>`)}
    </ul>`;
}

/** The arrow says where the number went, the word whether that is good: of a return rate, down is better. */
function verdictView({ improved, isRising, hasWorsened }: MetricRow): TemplateResult | typeof nothing {
  if (improved === null && !hasWorsened) return nothing;
  const verdict = improved === null ? nothing : html`<span class="verdict">${isRising ? '▲' : '▼'} ${verdictText(improved)}</span>`;
  return html`${verdict}${hasWorsened ? html`<div class="warned">${l10n.t('the newest two readings are worse')}</div>` : nothing}`;
}

const [width, height, margin] = [180, 44, 6];

/** The readings as a line over time, the target as a dashed one, and a flag on each day on which something shipped to move it; its text has all values. */
function courseView({ readings, targetValue, shipped }: MetricRow): TemplateResult | typeof nothing {
  if (readings.length === 0) return nothing;
  const times = readings.map(({ date }) => Date.parse(date));
  const ships = shipped.map(({ date, feature }) => ({
    time: Date.parse(date),
    label: l10n.t('Shipped on {date}: {feature}', { date, feature }),
  }));
  const values = [...readings.map(({ value }) => value), ...(targetValue === null ? [] : [targetValue])];
  const x = scale([...times, ...ships.map(({ time }) => time)], margin, width - margin);
  const y = scale(values, height - margin, margin);
  const points = readings.map(({ value }, index) => ({ x: x(times[index] ?? 0), y: y(value) }));
  return html`<svg class="course" width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="img" aria-label=${readings
    .map(({ date, text }) => `${date}: ${text}`)
    .concat(ships.map(({ label }) => label))
    .join(', ')}>
    ${targetValue === null ? nothing : svg`<path class="target" d="M0 ${y(targetValue)}H${width}"></path>`}
    ${ships.map(({ time, label }) => svg`<path class="shipped" d="M${x(time)} ${height}V0l6 3l-6 3"><title>${label}</title></path>`)}
    <path class="line" d=${points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('')}></path>
    ${points.map((point) => svg`<circle class="dot" cx=${point.x} cy=${point.y} r="2.5"></circle>`)}
  </svg>`;
}

/** From the values to pixels; a single value is in the middle. */
function scale(values: readonly number[], start: number, end: number): (value: number) => number {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return (value) => Math.round((most > least ? start + ((value - least) / (most - least)) * (end - start) : (start + end) / 2) * 10) / 10;
}
