import { escapeXml } from '../../base/escapeXml.ts';
import { withSign } from '../../terms/categoryLabels.ts';
import { oneLine } from '../../terms/markdown.ts';
import type { Decision, DecisionItem, DecisionSection } from './decision.ts';

/**
 * The decisions about each product as HTML that needs no script; the names of features lead to them where a script runs.
 * @param leftOut says what the report is without; `null` where it is without nothing
 */
export function decisionsHtml(sections: readonly DecisionSection[], leftOut: string | null = null): string {
  return [
    ...sections.flatMap(({ name, decisions }) => [
      `<h1>${text(name)}</h1>`,
      '<div class="decisions">',
      ...decisions.map(section),
      '</div>',
    ]),
    ...(leftOut === null ? [] : [`<p class="left-out">${text(leftOut)}</p>`]),
  ].join('\n');
}

function section({ key, heading, isRanked, items, note }: Decision): string {
  const list = isRanked ? 'ol' : 'ul';
  return [
    `<section class="decision ${key}">`,
    `<h2>${text(heading)}</h2>`,
    ...(items.length === 0 ? [] : [`<${list}>`, ...items.map(line), `</${list}>`]),
    ...(note === null ? [] : [`<p>${text(note)}</p>`]),
    '</section>',
  ].join('\n');
}

function line({ category, name, id, text: said }: DecisionItem): string {
  const signed = category === undefined ? text(name) : text(withSign(category, name));
  const target = id === null ? null : `#selected=${encodeURIComponent(id)}`;
  return `<li>${target === null ? `<strong>${signed}</strong>` : `<a href="${escapeXml(target)}">${signed}</a>`} <span>${text(said)}</span></li>`;
}

function text(value: string): string {
  return escapeXml(oneLine(value));
}
