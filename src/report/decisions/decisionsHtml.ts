import { escapeXml } from '../../base/escapeXml.ts';
import { withSign } from '../../terms/categoryLabels.ts';
import { oneLine } from '../../terms/markdown.ts';
import type { Decision, DecisionItem, DecisionSection } from './decision.ts';

/**
 * The decisions about each product as HTML that needs no script; where a script runs it makes links of the names of features, which lead to them.
 *
 * @param linkOf the address of a feature, from the place of its section and its id
 * @param leftOut says what the report is without; `null` where it is without nothing
 */
export function decisionsHtml(
  sections: readonly DecisionSection[],
  linkOf: (section: number, id: string) => string,
  leftOut: string | null = null,
): string {
  return [
    ...sections.flatMap(({ name, decisions }, index) => [
      `<h1>${text(name)}</h1>`,
      '<div class="decisions">',
      ...decisions.map((decision) => section(decision, (id) => linkOf(index, id))),
      '</div>',
    ]),
    ...(leftOut === null ? [] : [`<p class="left-out">${text(leftOut)}</p>`]),
  ].join('\n');
}

type LinkOf = (id: string) => string;

function section({ key, heading, isRanked, items, note }: Decision, linkOf: LinkOf): string {
  const list = isRanked ? 'ol' : 'ul';
  return [
    `<section class="decision ${key}">`,
    `<h2>${text(heading)}</h2>`,
    ...(items.length === 0 ? [] : [`<${list}>`, ...items.map((item) => line(item, linkOf)), `</${list}>`]),
    ...(note === null ? [] : [`<p>${text(note)}</p>`]),
    '</section>',
  ].join('\n');
}

function line({ category, name, id, text: said }: DecisionItem, linkOf: LinkOf): string {
  const signed = category === undefined ? text(name) : text(withSign(category, name));
  return `<li>${id === null ? `<strong>${signed}</strong>` : `<a data-link="${escapeXml(linkOf(id))}">${signed}</a>`} <span>${text(said)}</span></li>`;
}

function text(value: string): string {
  return escapeXml(oneLine(value));
}
