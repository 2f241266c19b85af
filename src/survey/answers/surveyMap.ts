import * as l10n from '@vscode/l10n';
import { validateSurveyMap } from '../../../generated/commandValidators.js';
import schema from '../../../schemas/survey-map.schema.json' with { type: 'json' };
import { type SchemaNode, schemaLookup } from '../../document/format/formatSchema.ts';
import { type SchemaFinding, schemaFindings } from '../../document/format/schemaFinding.ts';
import { readUncut } from '../../document/readModel.ts';
import { type LocalRange, localRangeOfKey, localRangeOfNode } from '../../document/yaml/localRange.ts';
import { entryOf, nodeAt, type Path, plainValue, type ScalarNode, type ValueNode } from '../../document/yaml/node.ts';
import type { Part } from '../../document/yaml/part.ts';
import type { Range } from '../../document/yaml/position.ts';
import { schemaProblems } from '../../problems/schema.ts';
import { syntaxProblems } from '../../problems/syntax.ts';
import { type AnswerKey, answerKeys, type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';

/** How to read the export of a survey, where the export itself does not tell: the content of a survey map. */
export interface SurveyMap {
  /** What the export calls a feature, by the id of the feature. */
  readonly names: ReadonlyMap<string, string>;
  /** Columns by the id of their feature. */
  readonly columns: ReadonlyMap<string, Readonly<Partial<Record<QuestionKind, string>>>>;
  /** The questions that the rows of matrix questions share. */
  readonly stems: Readonly<Partial<Record<QuestionKind, readonly string[]>>>;
  readonly answers: OwnAnswerWords;
  readonly importance?: ImportanceScale;
  readonly personas: {
    readonly column?: string;
    /** Ids of personas by the value in the column. */
    readonly values: ReadonlyMap<string, string>;
    readonly leaveOut: readonly string[];
  };
  readonly respondents: {
    readonly column?: string;
    readonly duplicates?: Duplicates;
    /** Values by column: rows with one of them are not counted. */
    readonly leaveOut: ReadonlyMap<string, readonly string[]>;
  };
  /** Values by column: only rows with one of them in each column are counted. */
  readonly where: ReadonlyMap<string, readonly string[]>;
  /** Columns that are not questions. */
  readonly leaveOut: readonly string[];
}

/** Words of the export for each answer, in addition to the known ones; `leaveOut` lists words that are not answers. */
export type OwnAnswerWords = Readonly<Partial<Record<AnswerKey | 'leaveOut', readonly string[]>>>;

/** How importance was asked, from the least to the most important: a range of numbers, or words. */
export type ImportanceScale = { readonly from: number; readonly to: number } | { readonly words: readonly string[] };

/** Which answers count of respondents who answered more than once. */
type Duplicates = 'first' | 'last' | 'all';

/** For an export that needs no survey map. */
export const noSurveyMap: SurveyMap = {
  names: new Map(),
  columns: new Map(),
  stems: {},
  answers: {},
  personas: { values: new Map(), leaveOut: [] },
  respondents: { leaveOut: new Map() },
  where: new Map(),
  leaveOut: [],
};

/** Longer files are not survey maps. */
const charactersLimit = 1_000_000;

/** A survey map with its text ranges. */
export interface SurveyMapFile {
  readonly map: SurveyMap;
  /** Syntax and schema problems, in the order of the text. If there are any, the map is empty. */
  readonly problems: readonly MapProblem[];
  /** The range of the value, or with `key` of the key, at a path. */
  readonly rangeOf: (path: Path, at?: 'key' | 'value') => Range;
}

export interface MapProblem {
  readonly message: string;
  readonly range: Range;
}

/** Reads a survey map in YAML or JSON. Never throws. Skips a byte-order mark. */
export function readSurveyMap(path: string, text: string): SurveyMapFile {
  const model = readUncut(path, text, charactersLimit);
  const part = model.frame;
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
  if (root.kind !== 'map') {
    const message = l10n.t('A survey map needs keys, such as “columns” and “answers”. This is something else.');
    return [{ message, range: localRangeOfNode(part, root, []) }];
  }
  const findings = schemaFindings(validateSurveyMap, plainValue(root)).map(asText);
  return schemaProblems({ list: 'settings', part, root, schemaAt: mapSchemaAt }, findings);
}

/** Words of an export may be written as numbers: the message then asks for a text. */
function asText(finding: SchemaFinding): SchemaFinding {
  const isUnion = finding.keyword === 'type' && Array.isArray((finding.params as { readonly type: unknown }).type);
  return isUnion ? { ...finding, params: { type: 'string' } } : finding;
}

const mapSchemaAt = schemaLookup(schema as unknown as SchemaNode);

function mapOf(root: ValueNode): SurveyMap {
  const questions = (node: ValueNode) =>
    Object.fromEntries(questionKinds.flatMap((kind) => textAt(node, [kind]).map((name): [string, string] => [kind, name])));
  const [personaColumn] = textAt(root, ['personas', 'column']);
  const [respondentColumn] = textAt(root, ['respondents', 'column']);
  const importance = importanceOf(root);
  const [duplicates] = textAt(root, ['respondents', 'duplicates']) as Duplicates[];
  return {
    names: new Map(entriesAt(root, ['names']).map(([id, node]) => [id, String(plainValue(node))])),
    columns: new Map(entriesAt(root, ['columns']).map(([id, node]) => [id, questions(node)])),
    stems: Object.fromEntries(questionKinds.map((kind) => [kind, textsAt(root, ['stems', kind])])),
    answers: Object.fromEntries([...answerKeys, 'leaveOut'].map((key) => [key, textsAt(root, ['answers', key])])),
    ...(importance && { importance }),
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
    where: new Map(entriesAt(root, ['where']).map(([column, node]) => [column, textsIn(node)])),
    leaveOut: textsAt(root, ['leaveOut']),
  };
}

function importanceOf(root: ValueNode): ImportanceScale | undefined {
  const words = textsAt(root, ['importance', 'words']);
  const [[from], [to]] = [textAt(root, ['importance', 'from']), textAt(root, ['importance', 'to'])];
  if (words.length > 0) return { words };
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}

/** The entries of the mapping at a path. Keys are as written: `5` as well as `"5"`. */
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
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => (item.kind === 'scalar' ? [textOf(item)] : []));
}

/** `1.0` and `yes` as they are written, because the export has them like that. */
function textOf({ value, source }: ScalarNode): string {
  return typeof value === 'string' ? value : source;
}
