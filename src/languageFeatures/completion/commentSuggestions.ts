import { defaultSeverities } from '../../problems/problem.ts';
import { suppressionDetail } from '../../wording/completionWording.ts';
import { itemKinds, type Suggestion } from './item.ts';

const directives = ['next-line', 'line', 'file'] as const;

/**
 * What a comment that silences problems may say: its directive, then codes. `before` is the line up to the cursor; `undefined` when that is no
 * comment. With it how many characters before the cursor are replaced.
 */
export function commentSuggestions(before: string): { readonly suggestions: readonly Suggestion[]; readonly typed: number } | undefined {
  const comment = /(?:^|\s)#\s*(.*)$/.exec(before)?.[1];
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
  return directives.map((directive, order) => ({
    label: `kano-disable-${directive}`,
    kind: itemKinds.keyword,
    newText: `kano-disable-${directive} `,
    detail: suppressionDetail(directive),
    order,
    continues: true,
  }));
}

function codeSuggestions(): readonly Suggestion[] {
  return Object.entries(defaultSeverities).map(([label, detail], order) => ({
    label,
    kind: itemKinds.enumMember,
    newText: label,
    detail,
    order,
  }));
}
