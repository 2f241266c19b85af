import type { CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, TextEdit } from 'vscode-languageserver-types';

/** Kinds by their number in the Language Server Protocol. */
export const itemKinds = { property: 10, enumMember: 20, reference: 18, snippet: 15, file: 17, keyword: 14 } as const satisfies Record<
  string,
  CompletionItemKind
>;

/** A suggestion before it is known which lines and characters it replaces. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** With `isSnippet` in the language of snippets. Lines after the first bring their own indentation. */
  readonly newText: string;
  readonly isSnippet?: boolean;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** Where the label is not what people type. */
  readonly filterText?: string;
  /** Position among the others; without one, by the label. */
  readonly order?: number;
  /** Whether suggestions for what comes next should follow at once. */
  readonly continues?: boolean;
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
    // As it is: the editor would indent the lines by the beginning of the current one, which may be a dash.
    insertTextMode: 1 satisfies typeof InsertTextMode.asIs,
    ...(isSnippet ? { insertTextFormat: 2 satisfies typeof InsertTextFormat.Snippet } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(order === undefined ? {} : { sortText: String(order).padStart(3, '0') }),
    ...(continues ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}
