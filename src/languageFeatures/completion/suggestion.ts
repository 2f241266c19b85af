import type { CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, TextEdit } from 'vscode-languageserver-types';

/** `CompletionItemKind`: the package of the protocol is not bundled. */
export const itemKinds = { property: 10, enumMember: 20, reference: 18, snippet: 15, file: 17, keyword: 14 } as const;

/** A suggestion, before it is known which range it replaces. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** With `isSnippet`, a snippet. Lines after the first have their own indentation. */
  readonly newText: string;
  readonly isSnippet?: boolean;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** Set where people do not type the label. */
  readonly filterText?: string;
  /** Position among the others; without it, the label decides. */
  readonly order?: number;
  /** Whether suggestions for what follows should open at once. */
  readonly continues?: boolean;
}

export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  /** False where a longer word would bring others. */
  readonly isComplete: boolean;
}

/** A suggestion as the editor takes it. */
export interface TextCompletionItem extends CompletionItem {
  textEdit: TextEdit;
}

export function completionItem(suggestion: Suggestion, range: TextEdit['range']): TextCompletionItem {
  const { label, kind, newText, isSnippet, detail, documentation, filterText, order, continues } = suggestion;
  return {
    label,
    kind,
    textEdit: { range, newText },
    // As it is: the editor would indent the lines like the current one, which may begin with a dash.
    insertTextMode: 1 satisfies typeof InsertTextMode.asIs,
    ...(isSnippet ? { insertTextFormat: 2 satisfies typeof InsertTextFormat.Snippet } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(order === undefined ? {} : { sortText: String(order).padStart(3, '0') }),
    ...(continues ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

/** Text for a snippet: characters with a meaning in snippets are escaped. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Numbers the tab stops of a snippet. */
export class TabStops {
  #count = 0;

  /** A tab stop with a text to be typed over. */
  placeholder(text: string): string {
    return `\${${++this.#count}:${escaped(text)}}`;
  }

  /** Today's date, `YYYY-MM-DD`, to be typed over. */
  today(): string {
    return `\${${++this.#count}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}`;
  }

  /** A tab stop with texts to choose from; the first is selected. */
  choice(texts: readonly string[]): string {
    return `\${${++this.#count}|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
  }
}
