import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { Feature } from '../document/format/model.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { statusLabel } from '../terms/labels.ts';
import { measure } from '../terms/numbers.ts';
import type { PanelRow } from './state/rows.ts';

/** What an editor lets people change of a feature, as text: for reports, where nothing can be changed. Only what the file says. */
export function detailsFacts({ status }: PanelRow, { effort, owner = '', assumed }: Feature): TemplateResult {
  const facts = [
    [l10n.t('Status'), statusLabel(status)],
    ...(effort === undefined ? [] : [[l10n.t('Effort'), measure(effort)]]),
    ...(owner === '' ? [] : [[l10n.t('Owner'), owner]]),
    ...(assumed === undefined ? [] : [[l10n.t('Assumed'), categoryLabel(assumed)]]),
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
