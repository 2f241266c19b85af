import type { RootContent } from 'mdast';
import { oneLine } from './markdown.ts';

/** Text that is shown or drawn as it is: a diagram, an example. */
export function codeBlock(language: string, text: string): RootContent {
  return { type: 'code', lang: language, value: text };
}

/** A picture with what it shows in words. */
export function picture(url: string, description: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'image', url, alt: oneLine(description) }] };
}

/** Lines that a reader of the page does not see, for programs and for whoever edits the text. They must not hold what others wrote. */
export function comments(...texts: readonly string[]): RootContent {
  return { type: 'html', value: texts.map((text) => `<!-- ${text} -->`).join('\n') };
}
