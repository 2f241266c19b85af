import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { withSign } from '../../terms/categoryLabels.ts';
import { bulletList, comments, heading, markdownText, numberedList, paragraph } from '../../terms/markdown.ts';
import { headingWithin } from '../productNames.ts';
import type { DecisionItem, DecisionSection } from './decision.ts';

const mark = 'kano:report';

/**
 * The decisions about each product as Markdown for wikis, in the current language. Ends with a line break.
 * @param leftOut says what the report is without; `null` where it is without nothing
 */
export function decisionsMarkdown(sections: readonly DecisionSection[], leftOut: string | null = null): string {
  const [only] = sections;
  const title = only && sections.length === 1 ? l10n.t('{product}: what to decide', { product: only.name }) : l10n.t('What to decide');
  const body = sections.flatMap((section) => sectionNodes(section, sections.length > 1));
  return markdownText([heading(1, title), comments(mark), ...body, ...(leftOut === null ? [] : [paragraph(leftOut)])]);
}

/** Whether `decisionsMarkdown` wrote a text. */
export function isDecisionsMarkdown(text: string): boolean {
  const [title = '', blank, comment] = text.split('\n', 3);
  return title.startsWith('# ') && blank === '' && comment === `<!-- ${mark} -->`;
}

function sectionNodes({ name, decisions }: DecisionSection, isOneOfMany: boolean): readonly RootContent[] {
  return decisions.flatMap(({ heading: title, isRanked, items, note }) => [
    heading(2, isOneOfMany ? headingWithin(name, title) : title),
    ...(items.length === 0 ? [] : [isRanked ? numberedList(items.map(line)) : bulletList(items.map(line))]),
    ...(note === null ? [] : [paragraph(note)]),
  ]);
}

function line({ category, name, text }: DecisionItem): string {
  return l10n.t('{feature}: {message}', { feature: category === undefined ? name : withSign(category, name), message: text });
}
