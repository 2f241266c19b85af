import type { Entry } from '../document/entry.ts';
import { type SchemaNode, schemaAt } from '../document/formatSchema.ts';
import { categories, type ListKey } from '../document/model.ts';
import { entryOf, nodeAt, type Path, type ScalarNode, type ValueNode } from '../document/node.ts';
import { type Part, positionInPart } from '../document/part.ts';
import { type Place, placeOfKey, placeOfNode, rangeInPart } from '../document/place.ts';
import type { SchemaFinding } from '../document/schemaFinding.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';
import { schemaFixes } from './schemaFixes.ts';
import { schemaMessage } from './schemaMessage.ts';

/** `kano/schema` in one list item. */
export function checkItemSchema(entry: Entry): readonly Finding[] {
  const { list, part, node } = entry;
  return schemaProblems({ list, part, root: node, schemaAt: (path) => schemaAt(list, path) }, entry.schemaFindings);
}

/** `kano/schema` in the rest of the file. */
export function checkFrameSchema({ document }: RuleContext): readonly Finding[] {
  const { frame } = document;
  const subject = { list: undefined, part: frame, root: frame.root, schemaAt: (path: Path) => schemaAt(undefined, path) };
  return schemaProblems(subject, document.frameFindings);
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
    place: placeOf(subject, finding),
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
  const line = rangeInPart(placeOf(subject, finding)).start.line;
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
function placeOf({ part, root }: SchemaSubject, { keyword, path, property }: SchemaFinding): Place {
  if (keyword === 'additionalProperties' && property !== undefined) return placeOfKey(part, root, [...path, property]);
  if (keyword === 'required' || keyword === 'not') return mappingPlace(part, root, path);
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? placeOfNode(part, root, path) : placeOfKey(part, root, path);
}

function mappingPlace(part: Part, root: ValueNode | undefined, path: Path): Place {
  if (nodeAt(root, [...path, 'id'])) return placeOfNode(part, root, [...path, 'id']);
  return placeOfKey(part, root, path);
}

function scalarAt(root: ValueNode | undefined, path: Path): ScalarNode | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node : undefined;
}
