import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { oncePerObject } from '../../base/once.ts';
import type { Category } from '../../document/format/model.ts';
import { categoryLabel, driftLabel } from '../../terms/categoryLabels.ts';
import { coefficient } from '../../terms/numbers.ts';
import { emptyView, markView } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import type { PanelRow } from '../state/rows.ts';
import { nameCell, resultCell, resultWidth } from '../table/cells.ts';
import { dumbbellView, dumbbellWidth } from '../table/dumbbell.ts';
import { tableView } from '../table/tableView.ts';
import { tabLabel } from './tabNames.ts';

/** How the features changed that were asked about at least twice: what is more than chance first, the largest change on top. */
export function trendTab(context: PageContext): TemplateResult {
  const { content } = context;
  if (!content.rows.some(isCompared)) return emptyView(l10n.t('A trend needs answers from two surveys.'));
  const occurring = new Set(content.rows.filter(isCompared).flatMap(({ history }) => history.map(({ survey }) => survey)));
  const known: { readonly key: string | null; readonly name: string }[] = [
    { key: null, name: l10n.t('without a survey') },
    ...content.lists.surveys,
  ];
  const unknown = [...occurring].filter((survey) => !known.some(({ key }) => key === survey));
  const surveys = [...unknown.map((survey) => ({ key: survey, name: survey ?? '' })), ...known.filter(({ key }) => occurring.has(key))];
  return html`<p class="quiet verdicts">○ ${l10n.t('the survey before')} · ● ${l10n.t('the newest survey')}</p>
  ${tableView(
    tabLabel('trend'),
    byChange(context.rows),
    [
      { key: 'title', heading: l10n.t('Feature'), isName: true, cell: nameCell },
      { key: 'change', heading: l10n.t('Change'), className: 'column-change', cell: changeCell },
      { key: 'better', heading: l10n.t('Better'), className: 'column-dumbbell', cell: (row) => stepView(row, 'better') },
      { key: 'worse', heading: l10n.t('Worse'), className: 'column-dumbbell', cell: (row) => stepView(row, 'worse') },
      ...surveys.map(({ key, name }) => ({
        key: `survey ${key ?? ''}`,
        heading: name,
        className: 'column-result',
        cell: (row: PanelRow) =>
          resultCell(
            row,
            row.history.find(({ survey }) => survey === key),
            { survey: key },
          ),
      })),
    ],
    context,
    470 + 2 * dumbbellWidth + occurring.size * resultWidth,
  )}`;
}

function isCompared({ history }: PanelRow): boolean {
  return history.length > 1;
}

const byChange = oncePerObject((rows: readonly PanelRow[]): readonly PanelRow[] => {
  const sizes = new Map(rows.filter(isCompared).map((row) => [row, sizeOfChange(row)]));
  return [...sizes.keys()].sort((a, b) => Number(b.drift !== null) - Number(a.drift !== null) || (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
});

/** By how much the coefficient moved that moved more; −1 where the two surveys cannot be compared. */
function sizeOfChange({ before, history }: PanelRow): number {
  const now = history.at(-1);
  if (before === null || now === undefined) return -1;
  return Math.max(
    ...(['better', 'worse'] as const).map((which) => Math.abs((now[which] ?? before[which] ?? 0) - (before[which] ?? now[which] ?? 0))),
  );
}

/** Why no change is named: what was asked in other words is not compared, and a change that may be chance is none. */
function unchanged(before: PanelRow['before'], after: Category | null): string {
  if (before === null) return l10n.t('asked in other words');
  return before.category === after ? l10n.t('same category') : l10n.t('may be chance');
}

/** `Attractive → Must-be (decay)`. Where nothing changed beyond chance it is said only where the cell is a line of its own. */
function changeCell({ drift, before, history }: PanelRow): TemplateResult {
  const after = history.at(-1)?.category ?? null;
  if (drift === null || after === null) return html`<span class="quiet in-stack">${unchanged(before, after)}</span>`;
  const kind = driftLabel(drift).toLowerCase();
  const from = before === null ? nothing : html`${markView(before.category)}<span>${categoryLabel(before.category)}</span> → `;
  return html`<span class="category change">${from}${markView(after)}<span>${l10n.t('{change} ({kind})', { change: categoryLabel(after), kind })}</span></span>`;
}

function stepView({ before, history }: PanelRow, which: 'better' | 'worse'): TemplateResult | typeof nothing {
  const now = history.at(-1)?.[which] ?? null;
  const then = before?.[which] ?? null;
  if (then === null || now === null) return nothing;
  const end = (value: number, isHollow: boolean) => ({ value: Math.abs(value), title: coefficient(value), isHollow });
  return dumbbellView([end(then, true), end(now, false)]);
}
