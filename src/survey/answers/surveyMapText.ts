import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { count } from '../../terms/numbers.ts';
import { columnsSection } from './columnsSection.ts';
import { importanceSection } from './importanceSection.ts';
import { likelyColumns, productLine, waveLine } from './mapExample.ts';
import { mapMark, markedMap } from './mapMark.ts';
import { flowList, type MapSection, mostWords, openPoint } from './mapSection.ts';
import { isWaveColumn } from './matchColumns.ts';
import { undirected } from './numberDoubts.ts';
import type { NumericReading, NumericScale } from './numericScale.ts';
import { isUnclear, type ReadCell } from './readCell.ts';
import type { SurveyReading } from './readSurvey.ts';
import { cellText, someNames } from './shownTexts.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnName } from './surveyTable.ts';

export interface WrittenMap {
  readonly text: string;
  /** How many points are open: the map does not say them yet. */
  readonly open: number;
}

interface MapContext {
  readonly map: SurveyMap;
  readonly numbers: NumericScale | undefined;
  /** Ids of all features of the file, in its order. */
  readonly features: readonly string[];
  readonly personaColumn?: string | undefined;
}

/** A complete survey map: all that was understood of an export, and comments where something is open. Reading the export with it gives the same. */
export function surveyMapText(reading: SurveyReading, context: MapContext): WrittenMap {
  const sections = [
    columnsSection(reading, context.map, context.features),
    answersSection(reading, context),
    importanceSection(reading),
    personasSection(reading, context),
    respondentsSection(reading, context.map),
    whereSection(reading, context.map),
    dropSection(context.map),
    leaveOutSection(reading, context.map),
    tableSection(context.map),
  ];
  const open = sections.reduce((sum, section) => sum + section.open.length, 0);
  const files = someNames(reading.tables.map(({ table }) => cellText(table.path)));
  const head = [
    `${mapMark}: ${files}`,
    open === 0
      ? `# ${l10n.t('Everything is understood: an import with this map needs no more.')}`
      : `# ${l10n.t('Open points, each marked “open”: {count}. Everything else is understood.', { count: count(open) })}`,
  ];
  const body = sections.flatMap(({ lines, open: points }) => [...lines, ...points.flatMap((point) => point.split('\n'))]);
  return { text: markedMap(`${[...head, ...body].join('\n')}\n`), open };
}

function answersSection({ answers }: SurveyReading, { map, numbers }: MapContext): MapSection {
  const isOpen = (cell: ReadCell) => isUnclear(cell) || numbers?.texts.has(cell.text) === true;
  const understood = answers.filter((cell) => !isOpen(cell));
  const wordsOf = (answer: number | null, own: readonly string[] = []) => {
    const found = understood.filter((cell) => cell.answer === answer).map(({ text }) => text.trim());
    return [...new Set([...own, ...found.filter((text) => text !== '')])].slice(0, mostWords);
  };
  const lists = [
    ...answerKeys.map((key, index) => ({ key, words: wordsOf(index, map.answers[key]) })),
    { key: 'leaveOut', words: wordsOf(null, map.answers.leaveOut) },
  ].filter(({ words }) => words.length > 0);
  const unknown = answers.filter((cell) => isUnclear(cell) && !numbers?.texts.has(cell.text)).map(({ text }) => text.trim());
  return {
    lines: lists.length === 0 ? [] : ['answers:', ...lists.map(({ key, words }) => `  ${key}: ${flowList(words)}`)],
    open: [
      ...(unknown.length === 0
        ? []
        : [
            openPoint(
              l10n.t('under “answers”, put each of these where it belongs, or under leaveOut: {words}', {
                words: flowList([...new Set(unknown)].slice(0, mostWords)),
              }),
            ),
          ]),
      ...(numbers === undefined ? [] : [directionPoint(numbers)]),
    ],
  };
}

function directionPoint(numbers: NumericScale): string {
  const { kind, readings } = numbers;
  const written = (codes: NumericReading['codes']) =>
    `answers: { ${answerKeys.map((key) => `${key}: ${flowList(codes[key] ?? [])}`).join(', ')} }`;
  // Fewer or other numbers than five are no ready lines: they may be another instrument.
  return openPoint(undirected(numbers).join(' '), kind === 'few' ? [] : readings.map(({ codes }) => written(codes)));
}

function personasSection({ unknownPersonas }: SurveyReading, { map, personaColumn }: MapContext): MapSection {
  const { values, leaveOut } = map.personas;
  const lines = [
    ...(personaColumn === undefined ? [] : [`  column: ${scalarText(personaColumn, { flow: false })}`]),
    ...(values.size === 0
      ? []
      : ['  values:', ...[...values].map(([value, id]) => `    ${scalarText(value, { flow: true })}: ${scalarText(id, { flow: false })}`)]),
    ...(leaveOut.length === 0 ? [] : [`  leaveOut: ${flowList(leaveOut)}`]),
  ];
  const unknown = unknownPersonas.slice(0, mostWords).map(({ value }) => value);
  return {
    lines: lines.length === 0 ? [] : ['personas:', ...lines],
    open:
      unknown.length === 0
        ? []
        : [
            openPoint(
              l10n.t('under “personas”, give each of these the id of a persona under values, or list it under leaveOut: {words}', {
                words: flowList(unknown),
              }),
            ),
          ],
  };
}

function respondentsSection({ rows, tables, tests, unclearRespondents, long }: SurveyReading, { respondents }: SurveyMap): MapSection {
  const { column, duplicates, leaveOut } = respondents;
  const names = tables.flatMap(({ columns, meanings }) =>
    columns.filter((_, index) => meanings[index]?.kind === 'respondent').map(columnName),
  );
  const lines = [
    ...(column === undefined ? [] : [`  column: ${scalarText(column, { flow: false })}`]),
    ...(duplicates === undefined ? [] : [`  duplicates: ${duplicates}`]),
    ...(leaveOut.size === 0
      ? []
      : ['  leaveOut:', ...[...leaveOut].map(([name, values]) => `    ${scalarText(name, { flow: true })}: ${flowList(values)}`)]),
  ];
  const isDoubtful = rows.copies.length > 0 || rows.duplicates.some(({ wave }) => wave === undefined);
  const [name] = names;
  return {
    lines: [
      ...(column === undefined && name !== undefined
        ? [`# ${l10n.t('“{column}” tells respondents apart.', { column: cellText(name) })}`]
        : []),
      ...(lines.length === 0 ? [] : ['respondents:', ...lines]),
      ...tests.map(
        ({ column, value, count: found }) =>
          `# ${l10n.t('Rows that say “{value}” in “{column}” are counted: {count}. Under “respondents”, leaveOut would leave them out.', { column: cellText(column), value: cellText(value), count: count(found) })}`,
      ),
    ],
    open: [
      ...(isDoubtful
        ? [
            openPoint(l10n.t('which answers count of respondents who are there more than once?'), [
              'respondents: { duplicates: last } # first, last, all',
            ]),
          ]
        : []),
      ...[...likelyColumns(long), ...unclearRespondents.map((each) => each.column)].map((name) =>
        openPoint(l10n.t('does “{column}” tell respondents apart? If not, list it under leaveOut:', { column: cellText(name) }), [
          `respondents: { column: ${scalarText(name, { flow: true })} }`,
        ]),
      ),
    ],
  };
}

function whereSection({ rows, products }: SurveyReading, { where }: SurveyMap): MapSection {
  const lines = [...where].map(([name, values]) => `  ${scalarText(name, { flow: true })}: ${flowList(values)}`);
  const waves = rows.duplicates.flatMap(({ wave }) => wave ?? []);
  const [first] = waves;
  return {
    lines: lines.length === 0 ? [] : ['where:', ...lines],
    open: [
      ...(first === undefined
        ? []
        : [openPoint(l10n.t('each wave belongs into a survey of its own:'), [waveLine(first.column, first.values)])]),
      ...products.map((each) =>
        openPoint(l10n.t('which rows of “{column}” are about this product?', { column: cellText(each.column) }), [productLine(each)]),
      ),
    ],
  };
}

/** Without it the next import would count these respondents again. */
function dropSection({ drop }: SurveyMap): MapSection {
  return { lines: drop.length === 0 ? [] : [`drop: ${flowList(drop)}`], open: [] };
}

/** An export says nothing of databases. */
function tableSection({ table }: SurveyMap): MapSection {
  const lines = Object.entries(table).map(([key, name]) => `  ${key}: ${scalarText(name, { flow: false })}`);
  return { lines: lines.length === 0 ? [] : ['table:', ...lines], open: [] };
}

/** Columns that say something about rows are no questions either, and may be needed. */
function leaveOutSection({ notes, tables, unclearRespondents, products, long }: SurveyReading, { leaveOut }: SurveyMap): MapSection {
  const open = [...likelyColumns(long), ...[...unclearRespondents, ...products].map(({ column }) => column)];
  const speaking = new Set([...tables.flatMap(({ columns }) => columns.filter(isWaveColumn).map(columnName)), ...open]);
  const others = notes.others.filter((name) => !speaking.has(name) && !/^(?:status|distribution ?channel)$/i.test(name));
  const grouped = tables.flatMap(({ columns }) => [...groupBy(columns, columnName)]);
  const unclear = new Set(grouped.flatMap(([name, columns]) => (columns.length > 1 ? [name] : [])));
  const names = [...new Set([...leaveOut, ...others.filter((name) => !unclear.has(name))])];
  return {
    lines:
      names.length === 0
        ? []
        : [
            `leaveOut: # ${l10n.t('columns in which no question was recognised')}`,
            ...names.map((name) => `  - ${scalarText(name, { flow: false })}`),
          ],
    open: notes.answersLeftOut.map((name) =>
      openPoint(l10n.t('“{column}” has answers. Put it under “columns”, or under leaveOut.', { column: cellText(name) })),
    ),
  };
}
