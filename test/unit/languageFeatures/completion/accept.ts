import { singleFileProduct } from '../../../../src/document/product.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { type CompletionExtras, completion } from '../../../../src/languageFeatures/completion/completion.ts';
import type { TextCompletionItem } from '../../../../src/languageFeatures/completion/suggestion.ts';

/** What is offered at `‸`. */
export function offersAt(marked: string, extras?: CompletionExtras) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const before = text.slice(0, offset).split('\n');
  const product = singleFileProduct(readModel('shop.kano.yaml', text));
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const { items, isIncomplete } = completion(product, position, extras);
  return { text, items, isIncomplete };
}

/** The labels that are offered at `‸`, in the order in which the editor shows them before anything is typed. */
export function labelsAt(marked: string, extras?: CompletionExtras): readonly string[] {
  const sorted = offersAt(marked, extras).items.map(({ label, sortText }) => ({ label, key: sortText ?? label }));
  return sorted.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ label }) => label);
}

/** The text after the item with a label was accepted at `‸`. */
export function accepted(marked: string, label: string, extras?: CompletionExtras): string {
  const { text, items } = offersAt(marked, extras);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`Not offered: ${label}, but ${items.map((candidate) => candidate.label).join(', ')}`);
  return applied(text, item);
}

/** The text with an item put in, and with all that is to be filled in left as it comes. Line breaks follow the text, as in the editor. */
export function applied(text: string, { textEdit: { range, newText }, insertTextFormat }: TextCompletionItem): string {
  const lines = text.split('\n');
  const line = lines[range.start.line] ?? '';
  const inserted = insertTextFormat === 2 ? expanded(newText) : newText;
  lines[range.start.line] = line.slice(0, range.start.character) + inserted + line.slice(range.end.character);
  const result = lines.join('\n');
  return text.includes('\r\n') ? result.replace(/\r?\n/g, '\r\n') : result;
}

/** A snippet as it stands in the text at first: the cursor at `$0` leaves no trace. */
function expanded(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$0/g, '')
    .replace(/(?<!\\)\$CURRENT_(YEAR|MONTH|DATE)/g, (_, part) => ({ YEAR: '2026', MONTH: '11', DATE: '22' })[part as string] ?? '')
    .replace(/(?<!\\)\$\{\d+\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\\([\\$},|])/g, '$1');
}
