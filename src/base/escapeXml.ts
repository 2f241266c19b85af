import { deceptiveCharacters } from './deceptiveCharacters.ts';

/**
 * Text for XML and HTML, in elements and in attributes. Characters that XML cannot hold at all are replaced by U+FFFD. Marks that turn the direction of
 * writing, and what the log of a CI run takes for a command (`::error`, `##[error]`), are character references: printed, they do nothing.
 */
export function escapeXml(text: string): string {
  return text
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(deceptive, (character) => (/[\t\n\r]/.test(character) ? character : `&#x${character.charCodeAt(0).toString(16)};`))
    .replace(/(^|\s)::/g, '$1&#58;:')
    .replace(/##(?=[\w.-]{0,64}\[)/g, '#&#35;');
}

const deceptive = new RegExp(`[${deceptiveCharacters}\\u2028\\u2029]`, 'gu');

// Control characters, half surrogate pairs and the two noncharacters of the first plane.
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
