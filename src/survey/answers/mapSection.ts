import * as l10n from '@vscode/l10n';
import { scalarText } from '../../document/writing/scalarText.ts';

/** What is understood, as lines of a map, and what is open, as comments. */
export interface MapSection {
  readonly lines: readonly string[];
  readonly open: readonly string[];
}

/** Free text in a column of answers has a different one in every cell. */
export const mostWords = 200;

/** A comment that asks for something, with the lines that would answer it. */
export function openPoint(text: string, lines: readonly string[] = []): string {
  return [`# ${l10n.t('open')}: ${text}`, ...lines.map((line) => `#   ${line}`)].join('\n');
}

/** Texts as a list in flow style. */
export function flowList(texts: readonly string[]): string {
  return `[${texts.map((text) => scalarText(text, { flow: true })).join(', ')}]`;
}
