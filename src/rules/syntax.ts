import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Part } from '../document/part.ts';
import { within } from '../document/place.ts';
import { type SyntaxReason, startOfLine } from '../document/syntaxFinding.ts';
import * as wording from '../wording/problems/syntax.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/syntax`: what is not readable as YAML, at the place that has to change. */
export function checkSyntax({ document }: RuleContext): readonly Finding[] {
  return partsOf(document).flatMap(findingsOf);
}

const findingsByPart = new WeakMap<Part, readonly Finding[]>();

function findingsOf(part: Part): readonly Finding[] {
  const known = findingsByPart.get(part);
  if (known) return known;
  // The parser often reports one mistake several times: the first report on a line is the one to mend.
  const lines = new Set<number>();
  const findings = part.syntaxFindings.flatMap((finding): Finding[] => {
    const lineStart = startOfLine(part.text, finding.start);
    if (lines.has(lineStart)) return [];
    lines.add(lineStart);
    return [{ code: 'kano/syntax', place: within(part, finding), message: messageOf(finding.reason) }];
  });
  findingsByPart.set(part, findings);
  return findings;
}

function partsOf(document: KanoDocument): readonly Part[] {
  return document.parts.filter((part) => part.syntaxFindings.length > 0);
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
    case 'colon-in-text':
      return wording.colonInText();
    case 'unquoted':
      return wording.unquotedCharacter(reason.character);
    case 'too-deep':
      return wording.tooDeep();
    case 'other':
      return wording.notReadable(reason.message);
  }
}
