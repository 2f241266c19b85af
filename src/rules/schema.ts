import type { Entry } from '../document/entry.ts';
import { schemaAt } from '../document/formatSchema.ts';
import type { ListKey } from '../document/model.ts';
import { nodeAt, type Path, type ScalarNode, type ValueNode } from '../document/node.ts';
import type { Part } from '../document/part.ts';
import { type Place, placeOfKey, placeOfNode } from '../document/place.ts';
import type { SchemaFinding } from '../document/schemaFinding.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';
import { schemaMessage } from './schemaMessage.ts';

/** `kano/schema` in one list item. */
export function checkItemSchema(entry: Entry): readonly Finding[] {
  return findings({ list: entry.list, part: entry.part, root: entry.node }, entry.schemaFindings);
}

/** `kano/schema` in the rest of the file. */
export function checkFrameSchema({ document }: RuleContext): readonly Finding[] {
  return findings({ list: undefined, part: document.frame, root: document.frame.root }, document.frameFindings);
}

interface Subject {
  readonly list: ListKey | undefined;
  readonly part: Part;
  readonly root: ValueNode | undefined;
}

function findings(subject: Subject, schemaFindings: readonly SchemaFinding[]): readonly Finding[] {
  return schemaFindings.map((finding) => ({
    code: 'kano/schema',
    place: placeOf(subject, finding),
    message: schemaMessage(finding, {
      schema: schemaAt(subject.list, finding.path),
      written: scalarAt(subject.root, finding.path)?.source,
    }),
  }));
}

/** An unknown key stands for itself, a missing one is missed at the key (or id) of its mapping, and a collection of the wrong shape shows at its key. */
function placeOf({ part, root }: Subject, { keyword, path, property }: SchemaFinding): Place {
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
