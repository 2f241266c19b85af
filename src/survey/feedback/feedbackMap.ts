import * as l10n from '@vscode/l10n';
import { validateFeedbackMap } from '../../../generated/feedbackMapValidator.js';
import schema from '../../../schemas/feedback-map.schema.json' with { type: 'json' };
import { type SchemaNode, schemaLookup } from '../../document/format/formatSchema.ts';
import { plainValue, type ValueNode } from '../../document/yaml/node.ts';
import { type FeedbackColumn, feedbackColumns } from '../../terms/languages/languageRecord.ts';
import type { DateOrder } from '../../terms/readDates.ts';
import { entriesAt, type MapFile, readMapFile, textAt, textsAt, textsIn } from '../answers/mapFile.ts';

/** Which way people speak of a feature: the keys under which evidence counts them. */
export const ways = ['complaints', 'compliments', 'neutral'] as const;
export type Way = (typeof ways)[number];

/** How to read reviews and tickets, where the export itself does not tell: the content of a feedback map. */
export interface FeedbackMap {
  /** What the export calls a feature, by the id of the feature. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Search words by the id of the feature. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly columns: Readonly<Record<FeedbackColumn, readonly string[]>>;
  /** Words of the export for each way; `unrated` lists words that say nothing. */
  readonly words: Readonly<Record<Way | 'unrated', readonly string[]>>;
  /** How numbers are read, by column. */
  readonly scales: ReadonlyMap<string, Scale>;
  /** The way of rows that say nothing about it. */
  readonly otherwise?: Way;
  readonly dates?: DateOrder;
  readonly personas: {
    /** Ids of personas by the value in the column. */
    readonly values: ReadonlyMap<string, string>;
    readonly leaveOut: readonly string[];
  };
  /** Values by column: only rows with one of them in each column are counted. */
  readonly where: ReadonlyMap<string, readonly string[]>;
  readonly rows: {
    /** Values by column: rows with one of them are not counted. */
    readonly leaveOut: ReadonlyMap<string, readonly string[]>;
    /** Whether rows that are in two files, the same in every cell, count once or each time. */
    readonly duplicates?: 'once' | 'all';
  };
}

/** Numbers of a column: up to `complaints` they complain, from `compliments` on they praise, and between them they are neutral. */
export type Scale = Readonly<Record<'complaints' | 'compliments', number>>;

/** For an export that needs no feedback map. */
export const noFeedbackMap: FeedbackMap = {
  names: new Map(),
  terms: new Map(),
  columns: { labels: [], text: [], stars: [], sentiment: [], date: [], persona: [] },
  words: { complaints: [], compliments: [], neutral: [], unrated: [] },
  scales: new Map(),
  personas: { values: new Map(), leaveOut: [] },
  where: new Map(),
  rows: { leaveOut: new Map() },
};

/** A feedback map with its text ranges. */
export type FeedbackMapFile = MapFile<FeedbackMap>;

/** Reads a feedback map in YAML or JSON. Never throws. Skips a byte-order mark. */
export function readFeedbackMap(path: string, text: string): FeedbackMapFile {
  return readMapFile(path, text, {
    validate: validateFeedbackMap,
    schemaAt: schemaLookup(schema as unknown as SchemaNode),
    withoutKeys: () => l10n.t('A feedback map needs keys, such as “terms” and “columns”. This is something else.'),
    empty: noFeedbackMap,
    mapOf,
  });
}

function mapOf(root: ValueNode): FeedbackMap {
  const [otherwise] = textAt(root, ['otherwise']) as Way[];
  const [dates] = textAt(root, ['dates']) as DateOrder[];
  const [duplicates] = textAt(root, ['rows', 'duplicates']) as ('once' | 'all')[];
  const lists = (...path: readonly string[]) => new Map(entriesAt(root, path).map(([key, node]) => [key, textsIn(node)]));
  return {
    names: lists('names'),
    terms: lists('terms'),
    columns: Object.fromEntries(feedbackColumns.map((kind) => [kind, textsAt(root, ['columns', kind])])) as FeedbackMap['columns'],
    words: Object.fromEntries([...ways, 'unrated'].map((key) => [key, textsAt(root, [key])])) as FeedbackMap['words'],
    scales: new Map(entriesAt(root, ['scales']).flatMap(([column, node]) => scaleOf(node).map((scale) => [column, scale]))),
    ...(otherwise !== undefined && { otherwise }),
    ...(dates !== undefined && { dates }),
    personas: {
      values: new Map(entriesAt(root, ['personas', 'values']).map(([value, node]) => [value, String(plainValue(node))])),
      leaveOut: textsAt(root, ['personas', 'leaveOut']),
    },
    where: lists('where'),
    rows: { leaveOut: lists('rows', 'leaveOut'), ...(duplicates !== undefined && { duplicates }) },
  };
}

/** None where a number is missing. */
function scaleOf(node: ValueNode): readonly Scale[] {
  const [complaints, compliments] = (['complaints', 'compliments'] as const).map((key) => Number(textAt(node, [key])[0] ?? Number.NaN));
  return Number.isFinite(complaints) && Number.isFinite(compliments) ? [{ complaints, compliments } as Scale] : [];
}
