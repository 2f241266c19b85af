import { escapeXml } from '../../base/escapeXml.ts';
import { oneLine } from '../../terms/markdown.ts';

/** HTML that is safe to put into a page. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = string | number | Markup | readonly Markup[];

/** HTML written as a template. Inserted values are escaped for elements and quoted attributes, unless they are markup themselves. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.reduce((before, text, index) => before + written(parts[index - 1] ?? '') + text));
}

/** HTML that contains nothing that others wrote, such as our own styles and scripts. */
export function trusted(html: string): Markup {
  return new Markup(html);
}

function written(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(({ html }) => html).join('');
  return escapeXml(oneLine(String(part)));
}
