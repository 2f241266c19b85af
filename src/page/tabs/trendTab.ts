import { html, nothing, type TemplateResult } from 'lit-html';
import { emptyView } from '../emptyView.ts';
import type { PageContext } from '../pageContext.ts';
import type { SelectOption } from '../protocol.ts';
import { markView, tableView } from '../table/tableView.ts';
import { nameCell } from './backlogTab.ts';
import { resultCell, resultWidth } from './resultCell.ts';

/** What every survey says of the features that were asked about at least twice. */
export function trendTab(context: PageContext): TemplateResult {
  const { texts, state, all } = context;
  if (!all.some(({ history }) => history.length > 1)) return emptyView(texts.empty.oneSurvey);
  const rows = context.rows.filter(({ history }) => history.length > 1);
  const occurring = new Set(all.flatMap(({ history }) => (history.length > 1 ? history.map(({ of }) => of) : [])));
  const undated: { key: null; name: string } = { key: null, name: texts.trend.undated };
  const surveys: { key: string | null; name: string }[] = [undated, ...state.lists.surveys].filter(({ key }) => occurring.has(key));
  const unknown = [...occurring]
    .filter((of) => !surveys.some(({ key }) => key === of))
    .map((of): SelectOption => ({ key: of ?? '', name: of ?? '' }));
  return tableView(
    texts.tabs.trend,
    rows,
    [
      { key: 'title', heading: texts.columns.title, isName: true, cell: nameCell },
      ...[...unknown, ...surveys].map(({ key, name }) => ({
        key: `survey ${key ?? ''}`,
        heading: name,
        className: 'column-result',
        cell: (row: (typeof rows)[number]) =>
          resultCell(
            row,
            row.history.find(({ of }) => of === key),
            { survey: key },
            context,
          ),
      })),
      {
        key: 'change',
        heading: texts.trend.change,
        className: 'column-change',
        cell: ({ drift, category }) =>
          drift === null ? nothing : html`<span class="category">${markView(category)}${texts.drifts[drift]}</span>`,
      },
    ],
    context,
    330 + occurring.size * resultWidth,
  );
}
