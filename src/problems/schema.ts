import { type SchemaNode, schemaAt } from '../document/format/formatSchema.ts';
import { categories, type ListKey } from '../document/format/model.ts';
import type { SchemaFinding } from '../document/format/schemaFinding.ts';
import type { Item } from '../document/item.ts';
import { type LocalRange, linesInPart, localRangeOfKey, localRangeOfNode } from '../document/yaml/localRange.ts';
import { entryOf, nodeAt, type Path, type ScalarNode, type ValueNode } from '../document/yaml/node.ts';
import { type Part, positionInPart } from '../document/yaml/part.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';
import { schemaFixes } from './schemaFixes.ts';
import { schemaMessage } from './schemaMessage.ts';

/** `kano/schema` in one list item. */
export function checkItemSchema(item: Item): readonly Finding[] {
  const { list, part, node } = item;
  return schemaProblems({ list, part, root: node, schemaAt: (path) => schemaAt(list, path) }, item.schemaFindings);
}

/** `kano/schema` in the rest of the file. */
export function checkFrameSchema({ model }: RuleContext): readonly Finding[] {
  const { frame } = model;
  const subject = { list: undefined, part: frame, root: frame.root, schemaAt: (path: Path) => schemaAt(undefined, path) };
  return schemaProblems(subject, model.frameFindings);
}

/** What the schema was held against. */
export interface SchemaSubject {
  /** The list of an item, `undefined` for the rest of a file, and `settings` for a `.kanorc.yaml` file. */
  readonly list: ListKey | 'settings' | undefined;
  readonly part: Part;
  readonly root: ValueNode | undefined;
  readonly schemaAt: (path: Path) => SchemaNode | undefined;
}

/** Where something breaks its schema, each value once, and nothing that may only be misread. */
export function schemaProblems(subject: SchemaSubject, schemaFindings: readonly SchemaFinding[]): readonly Finding[] {
  const certain = withoutLooseLetters(schemaFindings).filter((finding) => !mayBeMisread(subject, finding));
  return oncePerValue(certain).map((finding) => ({
    code: 'kano/schema',
    range: placeOf(subject, finding),
    fixes: schemaFixes(subject, finding),
    message: schemaMessage(finding, {
      list: subject.list,
      schema: subject.schemaAt(finding.path),
      written: scalarAt(subject.root, finding.path)?.source,
    }),
  }));
}

/** Letters written straight into a tally are one mistake, and that it has no counts says it: the letters belong under them. */
function withoutLooseLetters(schemaFindings: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const lacking = new Set(schemaFindings.filter(({ keyword }) => keyword === 'not').map(({ path }) => JSON.stringify(path)));
  const isLetter = (property: string | undefined) => (categories as readonly (string | undefined)[]).includes(property);
  return schemaFindings.filter(({ path, property }) => !(isLetter(property) && path[0] === 'tallies' && lacking.has(JSON.stringify(path))));
}

/** A value may break several demands at once (−1.5 is no whole number and too small): the first says what to mend. */
function oncePerValue(schemaFindings: readonly SchemaFinding[]): readonly SchemaFinding[] {
  const seen = new Set<string>();
  return schemaFindings.filter(({ path, property }) => {
    const key = JSON.stringify([path, property]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Near a syntax error the text may say what the parser did not understand: the syntax error alone is to be mended first. */
function mayBeMisread(subject: SchemaSubject, finding: SchemaFinding): boolean {
  const { part, root } = subject;
  const broken = part.syntaxFindings.filter(
    ({ start }) => !root || subject.list === undefined || (start >= root.start && start <= root.end),
  );
  if (broken.length === 0) return false;
  if (finding.keyword === 'required') return true;
  const line = linesInPart(placeOf(subject, finding)).start.line;
  const span = spanOf(root, finding);
  return broken.some(
    ({ start }) => positionInPart(part, start).line === line || (span !== undefined && start >= span.start && start <= span.end),
  );
}

/** What a finding is about, with its key where it is about one; the item as a whole is no place to suspect. */
function spanOf(
  root: ValueNode | undefined,
  { path, property }: SchemaFinding,
): { readonly start: number; readonly end: number } | undefined {
  if (property === undefined) return path.length === 0 ? undefined : nodeAt(root, path);
  const entry = entryOf(nodeAt(root, path), property);
  return entry && { start: entry.key.start, end: Math.max(entry.key.end, entry.value.end) };
}

/** An unknown key stands for itself, a missing one is missed at the key (or id) of its mapping, and a collection of the wrong shape shows at its key. */
function placeOf({ part, root }: SchemaSubject, { keyword, path, property }: SchemaFinding): LocalRange {
  if (keyword === 'additionalProperties' && property !== undefined) return localRangeOfKey(part, root, [...path, property]);
  if (keyword === 'required' || keyword === 'not') return mappingPlace(part, root, path);
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? localRangeOfNode(part, root, path) : localRangeOfKey(part, root, path);
}

function mappingPlace(part: Part, root: ValueNode | undefined, path: Path): LocalRange {
  if (nodeAt(root, [...path, 'id'])) return localRangeOfNode(part, root, [...path, 'id']);
  return localRangeOfKey(part, root, path);
}

function scalarAt(root: ValueNode | undefined, path: Path): ScalarNode | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node : undefined;
}
