import type { Item } from '../document/item.ts';
import { within } from '../document/yaml/localRange.ts';
import type { Part } from '../document/yaml/part.ts';
import { type SyntaxReason, startOfLine } from '../document/yaml/syntaxFinding.ts';
import * as wording from '../wording/problems/syntax.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';
import { syntaxFixes } from './syntaxFixes.ts';

/** `kano/syntax` in a list item that was read alone: what is not readable as YAML, at the place that has to change. */
export function checkItemSyntax(item: Item): readonly Finding[] {
  return item.ownsPart ? syntaxProblems(item.part) : [];
}

/** `kano/syntax` in the rest of the file. */
export function checkFrameSyntax({ model }: RuleContext): readonly Finding[] {
  return syntaxProblems(model.frame);
}

/** What of a part is not readable as YAML, once a line. */
export function syntaxProblems(part: Part): readonly Finding[] {
  // The parser often reports one mistake several times: the first report on a line is the one to mend.
  const lines = new Set<number>();
  return part.syntaxFindings.flatMap((finding): Finding[] => {
    const lineStart = startOfLine(part.text, finding.start);
    if (lines.has(lineStart)) return [];
    lines.add(lineStart);
    return [{ code: 'kano/syntax', range: within(part, finding), message: messageOf(finding.reason), fixes: syntaxFixes(part, finding) }];
  });
}

function messageOf(reason: SyntaxReason): string {
  switch (reason.kind) {
    case 'duplicate-key':
      return wording.duplicateKey(reason.name);
    case 'tab':
      return wording.tabIndentation();
    case 'several-documents':
      return wording.severalDocuments();
    case 'too-large':
      return wording.tooLarge(reason.size, reason.limit);
    case 'alias-bomb':
      return wording.tooManyAliases();
    case 'unresolved-alias':
      return wording.unknownAlias(reason.name);
    case 'circular-alias':
      return wording.circularAlias(reason.name);
    case 'merge-source':
      return wording.mergeSource();
    case 'unclosed':
      return wording.unclosed(reason.character);
    case 'indentation':
      return wording.indentation();
    case 'missing-colon':
      return wording.missingColon(reason.text);
    case 'missing-space':
      return wording.missingSpace(reason.name);
    case 'missing-comma':
      return wording.missingComma();
    case 'colon-in-text':
      return wording.colonInText();
    case 'unquoted':
      return wording.unquotedCharacter(reason.character);
    case 'merge-conflict':
      return wording.mergeConflict();
    case 'too-deep':
      return wording.tooDeep();
    case 'other':
      return wording.notReadable(reason.message);
  }
}
