import * as l10n from '@vscode/l10n';
import type { Validator } from '../../../generated/validators.js';
import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { type SchemaFinding, schemaFindings } from '../../document/format/schemaFinding.ts';
import { readUncut } from '../../document/readModel.ts';
import { type LocalRange, localRangeOfKey, localRangeOfNode } from '../../document/yaml/localRange.ts';
import { entryOf, nodeAt, type Path, plainValue, type ScalarNode, type ValueNode } from '../../document/yaml/node.ts';
import type { Part } from '../../document/yaml/part.ts';
import type { Range } from '../../document/yaml/position.ts';
import { schemaProblems } from '../../problems/schema.ts';
import { syntaxProblems } from '../../problems/syntax.ts';

/** Longer files are not maps. */
const charactersLimit = 1_000_000;

/** What an export itself does not tell, with the text ranges of the file that says so. */
export interface MapFile<Content> {
  readonly map: Content;
  /** Syntax and schema problems, in the order of the text. If there are any, the map is empty. */
  readonly problems: readonly MapProblem[];
  /** The range of the value, or with `key` of the key, at a path. */
  readonly rangeOf: (path: Path, at?: 'key' | 'value') => Range;
}

export interface MapProblem {
  readonly message: string;
  readonly range: Range;
}

/** What a kind of map looks like. */
export interface MapKind<Content> {
  readonly validate: Validator;
  readonly schemaAt: (path: Path) => SchemaNode | undefined;
  /** What to say of a file that is no mapping. */
  readonly withoutKeys: () => string;
  readonly empty: Content;
  readonly mapOf: (root: ValueNode) => Content;
}

/** Reads a map in YAML or JSON. Never throws. Skips a byte-order mark. */
export function readMapFile<Content>(path: string, text: string, kind: MapKind<Content>): MapFile<Content> {
  const model = readUncut(path, text, charactersLimit);
  const part = model.frame;
  const located = (range: LocalRange) => model.locate(range);
  const problems = problemsOf(part, kind)
    .map(({ message, range }) => ({ message, range: located(range) }))
    .sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
  return {
    map: problems.length === 0 && part.root?.kind === 'map' ? kind.mapOf(part.root) : kind.empty,
    problems,
    rangeOf: (path, at = 'value') => located((at === 'key' ? localRangeOfKey : localRangeOfNode)(part, part.root, path)),
  };
}

function problemsOf<Content>(
  part: Part,
  { validate, schemaAt, withoutKeys }: MapKind<Content>,
): readonly { readonly message: string; readonly range: LocalRange }[] {
  const { root } = part;
  const syntax = syntaxProblems(part);
  if (syntax.length > 0 || root === undefined || (root.kind === 'scalar' && root.value === null)) return syntax;
  if (root.kind !== 'map') return [{ message: withoutKeys(), range: localRangeOfNode(part, root, []) }];
  const findings = schemaFindings(validate, plainValue(root)).map(asText);
  const tooShort = findings.filter(({ keyword }) => keyword === 'minItems');
  return [
    ...tooShort.map(({ path, value }) => ({ message: tooShortMessage(path, value), range: localRangeOfNode(part, root, path) })),
    ...schemaProblems(
      { list: 'settings', part, root, schemaAt },
      findings.filter((finding) => !tooShort.includes(finding)),
    ),
  ];
}

/** Only words that are a scale need two at least. */
function tooShortMessage(path: Path, value: unknown): string {
  const key = String(path.at(-1));
  return Array.isArray(value) && value.length === 0
    ? l10n.t('“{key}” is still to be filled in: list the words of the scale from the least to the most important, or remove the key.', {
        key,
      })
    : l10n.t('One word is no scale: “{key}” lists all words of it, from the least to the most important.', { key });
}

/** Words of an export may be written as numbers: the message then asks for a text. A key that another one needs is missing like any other. */
function asText(finding: SchemaFinding): SchemaFinding {
  if ((finding.keyword as string) === 'dependentRequired')
    return { ...finding, keyword: 'required', property: (finding.params as { readonly missingProperty: string }).missingProperty };
  const isUnion = finding.keyword === 'type' && Array.isArray((finding.params as { readonly type: unknown }).type);
  return isUnion ? { ...finding, params: { type: 'string' } } : finding;
}

/** The entries of the mapping at a path. Keys are as written: `5` as well as `"5"`. */
export function entriesAt(root: ValueNode, path: Path): readonly (readonly [string, ValueNode])[] {
  const node = nodeAt(root, path);
  return node?.kind === 'map' ? node.entries.map(({ key, value }) => [textOf(key), value] as const) : [];
}

/** The text at a path, or none. */
export function textAt(node: ValueNode, path: Path): readonly string[] {
  const last = path.at(-1);
  const value = entryOf(nodeAt(node, path.slice(0, -1)), String(last))?.value;
  return value?.kind === 'scalar' && value.value !== null ? [textOf(value)] : [];
}

/** The texts of a list at a path, or of a single text. */
export function textsAt(root: ValueNode, path: Path): readonly string[] {
  const node = nodeAt(root, path);
  return node ? textsIn(node) : [];
}

export function textsIn(node: ValueNode): readonly string[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => (item.kind === 'scalar' ? [textOf(item)] : []));
}

/** `1.0` and `yes` as they are written, because the export has them like that. */
function textOf({ value, source }: ScalarNode): string {
  return typeof value === 'string' ? value : source;
}
