import * as l10n from '@vscode/l10n';
import { defaultSeverities } from '../../problems/index.ts';
import { itemKinds, type Suggestion } from './suggestion.ts';

const directives = {
  'next-line': () => l10n.t('Silences a problem on the next line'),
  line: () => l10n.t('Silences a problem on this line'),
  file: () => l10n.t('Silences a problem in this file'),
};

/**
 * Suggestions for a comment that silences problems: its directive, then codes. `typed` is how many characters before the cursor they replace.
 *
 * @param before the line up to the cursor
 * @returns `undefined` where that does not end in a comment
 */
export function commentSuggestions(before: string): { readonly suggestions: readonly Suggestion[]; readonly typed: number } | undefined {
  const comment = /(?:^|\s)#\s*(.*)$/s.exec(before)?.[1];
  if (comment === undefined) return undefined;
  const codes = /^kano-disable-(?:next-line|line|file)\s+((?:[\w/-]+[\s,]+)*)([\w/-]*)$/.exec(comment);
  if (codes) {
    const known = (codes[1] as string).split(/[\s,]+/);
    return { suggestions: codeSuggestions().filter(({ label }) => !known.includes(label)), typed: (codes[2] as string).length };
  }
  const isDirective = /^(?:k[\w-]*)?$/.test(comment);
  return { suggestions: isDirective ? directiveSuggestions() : [], typed: isDirective ? comment.length : 0 };
}

function directiveSuggestions(): readonly Suggestion[] {
  return Object.entries(directives).map(([directive, detail], order) => {
    const label = `kano-disable-${directive}`;
    return { label, kind: itemKinds.keyword, newText: `${label} `, detail: detail(), order, continues: true };
  });
}

function codeSuggestions(): readonly Suggestion[] {
  const codes = Object.entries(defaultSeverities);
  return codes.map(([label, detail], order) => ({ label, kind: itemKinds.enumMember, newText: label, detail, order }));
}
