import { escapeXml } from '../../base/escapeXml.ts';
import { oneLine } from '../../terms/markdown.ts';

/** HTML that is safe to put into a page. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = string | number | Markup | readonly Markup[];

/** HTML written as a template. What is put in is text, in elements and in quoted attributes, unless it is itself markup. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.reduce((before, text, index) => before + written(parts[index - 1] ?? '') + text));
}

/** HTML that was not made of what others wrote, styles and scripts for example. */
export function trusted(html: string): Markup {
  return new Markup(html);
}

function written(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(({ html }) => html).join('');
  return escapeXml(oneLine(String(part)));
}
