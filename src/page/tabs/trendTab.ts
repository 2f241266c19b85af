import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { driftLabel } from '../../terms/categoryLabels.ts';
import { emptyView, markView } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import type { PanelRow } from '../state/rows.ts';
import { nameCell, resultCell, resultWidth } from '../table/cells.ts';
import { tableView } from '../table/tableView.ts';
import { tabLabel } from './tabNames.ts';

/** What every survey says of the features that were asked about at least twice. */
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
  return tableView(
    tabLabel('trend'),
    context.rows.filter(isCompared),
    [
      { key: 'title', heading: l10n.t('Feature'), isName: true, cell: nameCell },
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
      {
        key: 'change',
        heading: l10n.t('Change'),
        className: 'column-change',
        cell: ({ drift, category }) =>
          drift === null ? nothing : html`<span class="category">${markView(category)}${driftLabel(drift)}</span>`,
      },
    ],
    context,
    330 + occurring.size * resultWidth,
  );
}

function isCompared({ history }: PanelRow): boolean {
  return history.length > 1;
}
