import { validateSurveyMap } from '../../../generated/commandValidators.js';
import schema from '../../../schemas/survey-map.schema.json' with { type: 'json' };
import type { SchemaNode } from '../../document/format/formatSchema.ts';
import { type SchemaFinding, schemaFindings } from '../../document/format/schemaFinding.ts';
import { KanoModel } from '../../document/kanoModel.ts';
import { type LocalRange, localRangeOfKey, localRangeOfNode } from '../../document/yaml/localRange.ts';
import { entryOf, nodeAt, type Path, plainValue, type ScalarNode, type ValueNode } from '../../document/yaml/node.ts';
import { type Part, parsePart, unreadablePart } from '../../document/yaml/part.ts';
import type { Range } from '../../document/yaml/position.ts';
import { frame } from '../../document/yaml/segment.ts';
import { schemaProblems } from '../../problems/schema.ts';
import { syntaxProblems } from '../../problems/syntax.ts';
import { answerKeys, questionKinds } from '../../terms/languages/languageRecord.ts';
import { mapWithoutKeys } from '../../wording/importWording.ts';
import { type Duplicates, noSurveyMap, type SurveyMap } from './surveyMap.ts';

/** Longer files are not meant as maps. */
const charactersLimit = 1_000_000;

/** A map file: what it says, and where. */
export interface SurveyMapFile {
  readonly map: SurveyMap;
  /** What cannot be read and what breaks the schema, in the order of the text; with any, nothing of the map counts. */
  readonly problems: readonly MapProblem[];
  /** Where the value (or with `key` the key) at a path stands. */
  readonly rangeOf: (path: Path, at?: 'key' | 'value') => Range;
}

export interface MapProblem {
  readonly message: string;
  readonly range: Range;
}

/** Reads a map, YAML or JSON. Never throws. A byte-order mark is passed over. */
export function readSurveyMap(path: string, text: string): SurveyMapFile {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const tooLarge = content.length > charactersLimit;
  const part = tooLarge ? unreadablePart(content, { kind: 'too-large', size: content.length, limit: charactersLimit }) : parsePart(content);
  const model = new KanoModel(path, [{ segment: frame(content) }], part);
  const located = (range: LocalRange) => model.locate(range);
  const problems = problemsOf(part)
    .map(({ message, range }) => ({ message, range: located(range) }))
    .sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
  return {
    map: problems.length === 0 && part.root?.kind === 'map' ? mapOf(part.root) : noSurveyMap,
    problems,
    rangeOf: (path, at = 'value') => located((at === 'key' ? localRangeOfKey : localRangeOfNode)(part, part.root, path)),
  };
}

function problemsOf(part: Part): readonly { readonly message: string; readonly range: LocalRange }[] {
  const { root } = part;
  const syntax = syntaxProblems(part);
  if (syntax.length > 0 || root === undefined || (root.kind === 'scalar' && root.value === null)) return syntax;
  if (root.kind !== 'map') return [{ message: mapWithoutKeys(), range: localRangeOfNode(part, root, []) }];
  const findings = schemaFindings(validateSurveyMap, plainValue(root)).map(asText);
  return schemaProblems({ list: 'settings', part, root, schemaAt: mapSchemaAt }, findings);
}

/** Words of an export may be written as numbers: what they must not be is anything but one of both. */
function asText(finding: SchemaFinding): SchemaFinding {
  const isUnion = finding.keyword === 'type' && Array.isArray((finding.params as { readonly type: unknown }).type);
  return isUnion ? { ...finding, params: { type: 'string' } } : finding;
}

interface MapSchemaNode extends SchemaNode {
  readonly additionalProperties?: boolean | MapSchemaNode;
}

function mapSchemaAt(path: Path): SchemaNode | undefined {
  let current = resolved(schema as unknown as MapSchemaNode);
  for (const step of path) {
    const { properties = {}, additionalProperties } = current ?? {};
    if (typeof step === 'number') current = resolved(current?.items);
    else if (Object.hasOwn(properties, step)) current = resolved(properties[step]);
    else current = resolved(typeof additionalProperties === 'object' ? additionalProperties : undefined);
  }
  return current;
}

function resolved(node: MapSchemaNode | undefined): MapSchemaNode | undefined {
  if (node?.$ref === undefined) return node;
  const definitions = schema.$defs as unknown as Readonly<Record<string, MapSchemaNode>>;
  return definitions[node.$ref.replace('#/$defs/', '')];
}

function mapOf(root: ValueNode): SurveyMap {
  const questions = (node: ValueNode) =>
    Object.fromEntries(questionKinds.flatMap((kind) => textAt(node, [kind]).map((name): [string, string] => [kind, name])));
  const [personaColumn] = textAt(root, ['personas', 'column']);
  const [respondentColumn] = textAt(root, ['respondents', 'column']);
  const [duplicates] = textAt(root, ['respondents', 'duplicates']) as Duplicates[];
  return {
    names: new Map(entriesAt(root, ['names']).map(([id, node]) => [id, String(plainValue(node))])),
    columns: new Map(entriesAt(root, ['columns']).map(([id, node]) => [id, questions(node)])),
    answers: Object.fromEntries([...answerKeys, 'leaveOut'].map((key) => [key, textsAt(root, ['answers', key])])),
    personas: {
      ...(personaColumn !== undefined && { column: personaColumn }),
      values: new Map(entriesAt(root, ['personas', 'values']).map(([value, node]) => [value, String(plainValue(node))])),
      leaveOut: textsAt(root, ['personas', 'leaveOut']),
    },
    respondents: {
      ...(respondentColumn !== undefined && { column: respondentColumn }),
      ...(duplicates !== undefined && { duplicates }),
      leaveOut: new Map(entriesAt(root, ['respondents', 'leaveOut']).map(([column, node]) => [column, textsIn(node)])),
    },
    leaveOut: textsAt(root, ['leaveOut']),
  };
}

/** The entries of the mapping at a path; keys as they are written, `5` as well as `"5"`. */
function entriesAt(root: ValueNode, path: Path): readonly (readonly [string, ValueNode])[] {
  const node = nodeAt(root, path);
  return node?.kind === 'map' ? node.entries.map(({ key, value }) => [textOf(key), value] as const) : [];
}

function textAt(node: ValueNode, path: Path): readonly string[] {
  const last = path.at(-1);
  const value = entryOf(nodeAt(node, path.slice(0, -1)), String(last))?.value;
  return value?.kind === 'scalar' && value.value !== null ? [textOf(value)] : [];
}

function textsAt(root: ValueNode, path: Path): readonly string[] {
  const node = nodeAt(root, path);
  return node ? textsIn(node) : [];
}

function textsIn(node: ValueNode): readonly string[] {
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [textOf(item)] : [])) : [];
}

/** `1.0` and `yes` as they are written: so they stand in the export. */
function textOf({ value, source }: ScalarNode): string {
  return typeof value === 'string' ? value : source;
}
