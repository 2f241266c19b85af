import type { SchemaNode } from '../../document/format/formatSchema.ts';
import type { ListKey } from '../../document/format/model.ts';
import type { Path } from '../../document/yaml/node.ts';

/** An id that can be referred to. */
export interface KnownId {
  readonly id: string;
  /** What it is called. */
  readonly name: string | undefined;
}

/** What completion has to know of the world beside the text at the cursor. */
export interface Surroundings {
  /** What may stand at a path from the top of the file. */
  schemaAt(path: Path): SchemaNode | undefined;
  /** The ids of a list in the whole product, without those that contradict the half-typed `word` when there are very many. */
  idsOf(list: ListKey, word: string): { readonly ids: readonly KnownId[]; readonly isComplete: boolean };
  /** Whether an id is taken. */
  isDefined(list: ListKey, id: string): boolean;
  /** Files that `uses` may name, as relative paths. */
  readonly files: readonly string[];
  /** The id of the feature that the cursor stands in. */
  readonly ownId: string | undefined;
}

const targets: Readonly<Record<string, ListKey>> = {
  stage: 'stages',
  touchpoint: 'touchpoints',
  touchpoints: 'touchpoints',
  dependsOn: 'features',
  survey: 'surveys',
  persona: 'personas',
};

/** The list that defines the ids at a path, or in the list at a path; `undefined` where no ids stand. */
export function referredList(path: Path): ListKey | undefined {
  const key = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  return path.length > 2 && typeof key === 'string' && Object.hasOwn(targets, key) ? targets[key] : undefined;
}
