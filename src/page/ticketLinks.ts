import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { Feature } from '../document/format/model.ts';
import { ticketsOf } from '../document/format/trackers.ts';
import { oneLine } from '../terms/markdown.ts';

/** The keys of a feature's tickets, with links to those whose address is known. */
export function ticketLinks(feature: Feature): readonly (TemplateResult | string)[] {
  return withCommas(ticketsOf(feature).map(({ key, url }) => (url === null ? oneLine(key) : webLink(url, key))));
}

/** The tickets and links of a feature, a line each; none where it has none. */
export function moreOnTheWeb(feature: Feature): readonly TemplateResult[] {
  const { links = [] } = feature;
  const lines = [
    { label: l10n.t('Tracker'), shown: ticketLinks(feature) },
    { label: l10n.t('Links'), shown: withCommas(links.map((link) => webLink(link, link))) },
  ];
  return lines.flatMap(({ label, shown }) =>
    shown.length === 0 ? [] : [html`<p class="on-the-web"><span class="quiet">${label}</span> ${shown}</p>`],
  );
}

/** The host opens the links of the page; anything but a web address is a text, as it was written. */
export function webLink(address: string, text: string): TemplateResult | string {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(address)) return oneLine(address);
  return html`<a href=${address} target="_blank" rel="noopener noreferrer" title=${oneLine(address)}>${oneLine(text)}</a>`;
}

function withCommas(shown: readonly (TemplateResult | string)[]): readonly (TemplateResult | string)[] {
  return shown.flatMap((each, index) => (index === 0 ? [each] : [', ', each]));
}
