import type { Part } from '../../../src/document/yaml/part.ts';

/** All that a part says of its text, as plain data to compare: some of it is read only when it is asked for. */
export function partContent({ text, root, syntaxFindings, anchors, aliases, unresolvedAliases }: Part): Part {
  return { text, root, syntaxFindings, anchors, aliases, unresolvedAliases };
}
