import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { emptyView } from '../emptyView.ts';
import type { PageContext } from '../pageContext.ts';
import type { PanelMetric } from '../protocol.ts';

/** What the work is meant to move: readings against targets. */
export function metricsTab({ texts, state, actions }: PageContext): TemplateResult {
  const { metrics } = state.lists;
  if (metrics.length === 0) return emptyView(texts.empty.noMetrics);
  const words = texts.metrics;
  const headings = [words.first, words.newest, words.change, words.target, words.toTarget];
  return html`<div class="table metrics scroller">
    <table aria-label=${texts.tabs.metrics}>
      <thead>
        <tr>
          <th scope="col">${words.metric}</th>
          ${headings.map((heading) => html`<th scope="col" class="end">${heading}</th>`)}
          <th scope="col">${words.course}</th>
        </tr>
      </thead>
      <tbody>
        ${metrics.map(
          (metric) => html`<tr>
            <th scope="row">
              <button type="button" class="row" @click=${() => actions.revealDefinition('metrics', metric.key)}>
                <span class="title lines">${metric.name}</span>
              </button>
              ${metric.touchpoint === '' ? nothing : html`<div class="quiet">${metric.touchpoint}</div>`}
            </th>
            <td class="end" data-heading=${words.first}>${metric.first}</td>
            <td class="end" data-heading=${words.newest}><strong>${metric.newest}</strong></td>
            <td class="end" data-heading=${words.change}>${metric.change} ${verdictView(metric, words)}</td>
            <td class="end" data-heading=${words.target}>${metric.target}</td>
            <td class="end" data-heading=${words.toTarget}>${metric.reached ? `✓ ${metric.toTarget}` : metric.toTarget}</td>
            <td>${courseView(metric)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function verdictView({ improved }: PanelMetric, words: PageContext['texts']['metrics']): string | typeof nothing {
  if (improved === null) return nothing;
  return improved ? `▲ ${words.better}` : `▼ ${words.worse}`;
}

const [width, height, margin] = [180, 44, 6];

/** The readings as a line over time, and the target as a dashed one; all values stand in its text. */
function courseView({ readings, targetValue }: PanelMetric): TemplateResult | typeof nothing {
  if (readings.length === 0) return nothing;
  const times = readings.map(({ date }) => Date.parse(date));
  const values = [...readings.map(({ value }) => value), ...(targetValue === null ? [] : [targetValue])];
  const x = scale(times, margin, width - margin);
  const y = scale(values, height - margin, margin);
  const points = readings.map(({ value }, index) => ({ x: x(times[index] ?? 0), y: y(value) }));
  return html`<svg class="course" width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="img" aria-label=${readings
    .map(({ date, text }) => `${date}: ${text}`)
    .join(', ')}>
    ${targetValue === null ? nothing : svg`<path class="target" d="M0 ${y(targetValue)}H${width}"></path>`}
    <path class="line" d=${points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('')}></path>
    ${points.map((point) => svg`<circle class="dot" cx=${point.x} cy=${point.y} r="2.5"></circle>`)}
  </svg>`;
}

/** From the values to pixels; one value alone stands in the middle. */
function scale(values: readonly number[], start: number, end: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => Math.round((most > least ? start + ((value - least) / (most - least)) * (end - start) : (start + end) / 2) * 10) / 10;
}
