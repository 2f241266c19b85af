import * as l10n from '@vscode/l10n';
import { nearest } from '../../base/nearestWord.ts';
import { oneLine } from '../../terms/markdown.ts';
import { count, nameList } from '../../terms/numbers.ts';
import type { Question } from './matchColumns.ts';
import { columnName, type SurveyColumn } from './surveyTable.ts';

// Texts of an export can come from anybody: they are shown on one line, without control characters that a terminal would obey.

/** The beginning of a cell or a header. */
export function cellText(text: string): string {
  const line = oneLine(text);
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const namesShown = 12;

/** The first of many names. */
export function someNames(names: readonly string[]): string {
  if (names.length <= namesShown + 1) return nameList(names);
  return nameList([...names.slice(0, namesShown), l10n.t('{count} more', { count: count(names.length - namesShown) })]);
}

const shownOfAKind = 12;

/** A sentence for each of the first items, and one for the number of the others. */
export function some<Item>(items: readonly Item[], text: (item: Item) => string): readonly string[] {
  const more = items.length - shownOfAKind;
  return [
    ...items.slice(0, shownOfAKind).map(text),
    ...(more > 0 ? [l10n.t('… and {count} more like this.', { count: count(more) })] : []),
  ];
}

/** `fast-search, functional question` */
export function questionName({ feature, kind }: Question): string {
  if (kind === 'functional') return l10n.t('{feature}, functional question', { feature });
  if (kind === 'dysfunctional') return l10n.t('{feature}, dysfunctional question', { feature });
  return l10n.t('{feature}, importance', { feature });
}

/** Why a column that a survey map or an option names is not clear. */
export function columnNotFound(name: string, path: string, found: number, columns: readonly SurveyColumn[]): string {
  const similar = nearest(name, columns.map(columnName));
  const values = { name: cellText(name), path, nearest: cellText(similar ?? ''), count: count(found) };
  if (found > 1) return l10n.t('{count} columns of {path} are called “{name}”. Name one by its position: “#5” is the fifth.', values);
  return similar === null
    ? l10n.t('No column of {path} is called “{name}”.', values)
    : l10n.t('No column of {path} is called “{name}”. Did you mean “{nearest}”?', values);
}
