import { schemaAt } from '../document/format/formatSchema.ts';
import { categories } from '../document/format/model.ts';
import type { SchemaFinding } from '../document/format/schemaFinding.ts';
import { type LocalRange, linesInPart, localRangeOfKey, localRangeOfNode } from '../document/yaml/localRange.ts';
import { entryOf, nodeAt, type Path, type ValueNode } from '../document/yaml/node.ts';
import { type Part, positionInPart } from '../document/yaml/part.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';
import { schemaFixes } from './schema/schemaFixes.ts';
import { isShippedTooEarly, type SchemaSubject, schemaMessage } from './schema/schemaMessage.ts';

export const schema = {
  code: 'kano/schema',
  severity: 'error',
  title: 'Schema',
  description: 'Something breaks the format: an unknown key, a missing one, or a value that is not allowed.',
  findInItem({ list, part, node, schemaFindings }) {
    return schemaProblems({ list, part, root: node, schemaAt: (path) => schemaAt(list, path) }, schemaFindings);
  },
  findInProduct({ model: { frame, frameFindings } }) {
    const subject: SchemaSubject = { list: undefined, part: frame, root: frame.root, schemaAt: (path) => schemaAt(undefined, path) };
    return schemaProblems(subject, frameFindings);
  },
} satisfies ProblemDefinition;

/** Where something breaks its schema, each value once, and nothing that may only be misread. */
export function schemaProblems(subject: SchemaSubject, schemaFindings: readonly SchemaFinding[]): readonly Occurrence[] {
  const certain = withoutLooseLetters(schemaFindings).filter((finding) => !mayBeMisread(subject, finding));
  return oncePerValue(certain).map((finding) => ({
    range: rangeOf(subject, finding),
    message: schemaMessage(finding, subject),
    fixes: schemaFixes(subject, finding),
  }));
}

/** Letters written straight into a tally are one mistake, which the finding that it has no counts reports. */
function withoutLooseLetters(schemaFindings: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const lacking = new Set(schemaFindings.filter(({ keyword }) => keyword === 'not').map(({ path }) => JSON.stringify(path)));
  const isLetter = (property: string | undefined) => (categories as readonly (string | undefined)[]).includes(property);
  return schemaFindings.filter(({ path, property }) => !(isLetter(property) && path[0] === 'tallies' && lacking.has(JSON.stringify(path))));
}

/** A value may break several rules at once (−1.5 is not a whole number, and too small): the first says what to fix. */
function oncePerValue(schemaFindings: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const seen = new Set<string>();
  return schemaFindings.filter(({ path, property }) => {
    const key = JSON.stringify([path, property]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Near a syntax error the parser may have misunderstood the text: the syntax error has to be fixed first. */
function mayBeMisread(subject: SchemaSubject, finding: SchemaFinding): boolean {
  const { part, root } = subject;
  const broken = part.syntaxFindings.filter(
    ({ start }) => !root || subject.list === undefined || (start >= root.start && start <= root.end),
  );
  if (broken.length === 0) return false;
  if (finding.keyword === 'required') return true;
  const line = linesInPart(rangeOf(subject, finding)).start.line;
  const span = spanOf(root, finding);
  return broken.some(
    ({ start }) => positionInPart(part, start).line === line || (span !== undefined && start >= span.start && start <= span.end),
  );
}

/** What a finding is about, with its key if it is about one; `undefined` where it is about the whole item. */
function spanOf(
  root: ValueNode | undefined,
  { path, property }: SchemaFinding,
): { readonly start: number; readonly end: number } | undefined {
  if (property === undefined) return path.length === 0 ? undefined : nodeAt(root, path);
  const entry = entryOf(nodeAt(root, path), property);
  return entry && { start: entry.key.start, end: Math.max(entry.key.end, entry.value.end) };
}

/** An unknown key is marked itself, a missing one at the key (or id) of its mapping, and a collection of the wrong shape at its key. */
function rangeOf({ part, root }: SchemaSubject, { keyword, path, property, value }: SchemaFinding): LocalRange {
  if (keyword === 'additionalProperties' && property !== undefined) return localRangeOfKey(part, root, [...path, property]);
  if (keyword === 'not' && isShippedTooEarly(path, value)) return localRangeOfKey(part, root, ['shipped']);
  if (keyword === 'required' || keyword === 'not') return mappingRange(part, root, path);
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? localRangeOfNode(part, root, path) : localRangeOfKey(part, root, path);
}

function mappingRange(part: Part, root: ValueNode | undefined, path: Path): LocalRange {
  if (nodeAt(root, [...path, 'id'])) return localRangeOfNode(part, root, [...path, 'id']);
  return localRangeOfKey(part, root, path);
}
