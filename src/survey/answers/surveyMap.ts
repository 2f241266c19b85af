import * as l10n from '@vscode/l10n';
import { validateSurveyMap } from '../../../generated/surveyMapValidator.js';
import schema from '../../../schemas/survey-map.schema.json' with { type: 'json' };
import { type SchemaNode, schemaLookup } from '../../document/format/formatSchema.ts';
import { plainValue, type ValueNode } from '../../document/yaml/node.ts';
import { type AnswerKey, answerKeys, type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import { entriesAt, type MapFile, readMapFile, textAt, textsAt, textsIn } from './mapFile.ts';
import type { Screen } from './screens.ts';

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
  /** The signs of bad quality whose respondents do not count. */
  readonly drop: readonly Screen[];
  /** Columns that are not questions. */
  readonly leaveOut: readonly string[];
  /** Where the answers are in a database. */
  readonly table: DatabaseTable;
}

const tableKeys = ['name', 'feature', 'functional', 'dysfunctional', 'importance', 'question', 'answer', 'survey', 'order'] as const;
/** The name of a table, and of those of its columns that the rest of the map does not name. */
export type DatabaseTable = Readonly<Partial<Record<(typeof tableKeys)[number], string>>>;

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
  drop: [],
  leaveOut: [],
  table: {},
};

/** A survey map with its text ranges. */
export type SurveyMapFile = MapFile<SurveyMap>;

/** Reads a survey map in YAML or JSON. Never throws. Skips a byte-order mark. */
export function readSurveyMap(path: string, text: string): SurveyMapFile {
  return readMapFile(path, text, {
    validate: validateSurveyMap,
    schemaAt: mapSchemaAt,
    withoutKeys: () => l10n.t('A survey map needs keys, such as “columns” and “answers”. This is something else.'),
    empty: noSurveyMap,
    mapOf,
  });
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
    drop: textsAt(root, ['drop']) as Screen[],
    leaveOut: textsAt(root, ['leaveOut']),
    table: Object.fromEntries(tableKeys.flatMap((key) => textAt(root, ['table', key]).map((name): [string, string] => [key, name]))),
  };
}

function importanceOf(root: ValueNode): ImportanceScale | undefined {
  const words = textsAt(root, ['importance', 'words']);
  const [[from], [to]] = [textAt(root, ['importance', 'from']), textAt(root, ['importance', 'to'])];
  if (words.length > 0) return { words };
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}
