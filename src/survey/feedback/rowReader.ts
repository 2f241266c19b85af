import { columnsOfKind, type FeedbackTable } from './feedbackColumns.ts';
import type { FeedbackMap, Way } from './feedbackMap.ts';
import type { ReadLabels } from './labelReader.ts';
import { snippetOf } from './matches.ts';
import { joinedWay, type ReadWay, type WayReaders } from './readWays.ts';
import { type FoundWord, searchableText } from './searchWords.ts';

/** A feature that a row is about: `null` where nothing says which way. */
export interface Mention {
  readonly feature: string;
  readonly way: Way | 'mixed' | null;
  /** The part of the row that tells, to be shown. */
  readonly text: () => string;
}

export interface ReadRow {
  readonly mentions: readonly Mention[];
  /** Columns whose cells do not say clearly which way. */
  readonly unclear: readonly number[];
  readonly labels: readonly ReadLabels[];
}

export interface RowReaders {
  readonly map: FeedbackMap;
  readonly ways: WayReaders;
  readonly labels: (cell: string) => ReadLabels;
  readonly words: (searchable: string) => readonly FoundWord[];
}

/** Reads rows of a table: which features each is about, and which way. */
export function rowReader(table: FeedbackTable, readers: RowReaders): (cells: readonly string[]) => ReadRow {
  const { map, ways, labels: readLabels } = readers;
  const of = (kind: Parameters<typeof columnsOfKind>[1]) => columnsOfKind(table, kind);
  const [texts, labelColumns, stars, sentiments] = [of('text'), of('labels'), of('stars'), of('sentiment')];
  const scales = table.meanings.map((meaning) => ('scale' in meaning ? meaning.scale : undefined));
  const aspects = table.meanings.flatMap((meaning, index) => (meaning.kind === 'aspect' ? [{ index, feature: meaning.feature }] : []));
  return (cells) => {
    const unclear: number[] = [];
    const signals = (columns: readonly number[], read: (cell: string) => ReadWay) =>
      columns.map((column) => {
        const scale = scales[column];
        const cell = cells[column] ?? '';
        const way = scale ? ways.onScale(cell, scale) : read(cell);
        if (way === undefined) unclear.push(column);
        return way;
      });
    const textOf = () => texts.map((column) => cells[column] ?? '').join(' ');
    const mentions: Mention[] = [];
    for (const { index, feature } of aspects) {
      const [way] = signals([index], ways.aspect);
      if (way !== null) mentions.push({ feature, way: way ?? null, text: () => snippetOf(textOf()) });
    }
    const labels = labelColumns.map((column) => readLabels(cells[column] ?? ''));
    const found = new Map<string, () => string>();
    for (const [index, label] of labels.entries())
      for (const feature of label.features) found.set(feature, () => snippetOf(textOf() || (cells[labelColumns[index] ?? 0] ?? '')));
    if (map.terms.size > 0) findInTexts(cells, texts, readers, found);
    for (const { feature } of aspects) found.delete(feature);
    if (found.size > 0) {
      // What is said of this feature comes before what is said of everything.
      const levels = [
        () => signals(sentiments, ways.sentiment),
        () => labels.flatMap((label) => label.ways),
        () => signals(stars, ways.stars),
      ];
      const way = wayOf(levels, map.otherwise);
      for (const [feature, text] of found) mentions.push({ feature, way, text });
    }
    return { mentions, unclear, labels };
  };
}

/** The way that the first level with an opinion says. Where a cell is not understood, nothing is assumed. */
function wayOf(levels: readonly (() => readonly ReadWay[])[], otherwise: Way | undefined): Mention['way'] {
  for (const level of levels) {
    const signals = level();
    const way = joinedWay(signals);
    if (way !== null) return way;
    if (signals.includes(undefined)) return null;
  }
  return otherwise ?? null;
}

function findInTexts(cells: readonly string[], texts: readonly number[], { words }: RowReaders, found: Map<string, () => string>): void {
  for (const column of texts) {
    const searchable = searchableText(cells[column] ?? '');
    for (const word of words(searchable)) if (!found.has(word.feature)) found.set(word.feature, () => snippetOf(searchable, word));
  }
}
