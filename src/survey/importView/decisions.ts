import * as l10n from '@vscode/l10n';
import type { Persona } from '../../document/format/model.ts';
import { answerKeys, type QuestionKind } from '../../terms/languages/languageRecord.ts';
import { count } from '../../terms/numbers.ts';
import { leadingNumber, storedImportance } from '../answers/cellReaders.ts';
import type { AnswersImport } from '../answers/importAnswers.ts';
import type { NumberScale } from '../answers/importanceScale.ts';
import {
  answerNotUnderstood,
  copiedRows,
  personaNotUnderstood,
  productsMixed,
  repeatedAnswers,
  unclearRespondent,
} from '../answers/importDoubts.ts';
import { unnamedRespondents } from '../answers/longTable.ts';
import { undirected } from '../answers/numberDoubts.ts';
import { isUnclear, type ReadCell } from '../answers/readCell.ts';
import { suggestedScales } from '../answers/scaleAdvice.ts';
import { scaleAssumed, scaleDoubts } from '../answers/scaleDoubts.ts';
import { codesOf, seenNumbers } from '../answers/seenNumbers.ts';
import { cellText, some } from '../answers/shownTexts.ts';
import type { ImportanceScale } from '../answers/surveyMap.ts';
import type { Direction, ImportChoices, PersonaChoice } from './importChoices.ts';

/** Something that the export leaves open, in a sentence, with what was chosen. Those that were decided stay, so that they can be decided anew. */
export type Decision =
  | { readonly kind: 'stems'; readonly text: string; readonly stems: readonly { readonly text: string; readonly chosen?: QuestionKind }[] }
  | { readonly kind: 'words'; readonly words: readonly WordDecision[] }
  | { readonly kind: 'direction'; readonly text: string; readonly options: readonly DirectionOption[] }
  | ImportanceDecision
  | { readonly kind: 'personas'; readonly values: readonly PersonaDecision[] }
  | { readonly kind: 'duplicates'; readonly text: readonly string[]; readonly chosen?: 'first' | 'last' | 'all' }
  | { readonly kind: 'wave' | 'product'; readonly text: readonly string[]; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'respondents'; readonly text: readonly string[]; readonly column: string };

interface ImportanceDecision {
  readonly kind: 'importance';
  readonly text: readonly string[];
  /** Words to put in their order. */
  readonly words: readonly string[];
  /** The scales in numbers that contain all ratings. */
  readonly scales: readonly NumberScale[];
  readonly chosen?: ImportanceScale;
}

export interface WordDecision {
  readonly word: string;
  readonly text: string;
  readonly chosen?: ImportChoices['words'][string];
}

export interface PersonaDecision {
  readonly value: string;
  readonly text: string;
  readonly chosen?: PersonaChoice;
}

interface DirectionOption {
  readonly text: string;
  readonly direction: Direction;
  readonly isChosen: boolean;
}

/** What the reader has to decide, and what has been decided. */
export function decisionsOf(done: AnswersImport, choices: ImportChoices, personas: readonly Persona[]): readonly Decision[] {
  const { reading } = done;
  if (!reading) return [];
  return [
    ...stems(done, choices),
    ...words(done, choices),
    ...direction(done, choices.direction),
    ...importance(done, choices),
    ...personaValues(done, choices, personas),
    ...duplicates(done, choices),
    ...reading.products
      .filter(({ column }) => !reading.rows.duplicates.some(({ wave }) => wave?.column === column))
      .map((each): Decision => ({ kind: 'product', text: [productsMixed(each)], column: each.column, values: each.values })),
    ...reading.long
      .filter(({ likelyRespondents }) => likelyRespondents.length > 0)
      .map((each): Decision => ({ kind: 'respondents', text: [unnamedRespondents(each)], column: each.likelyRespondents[0] ?? '' })),
    ...reading.unclearRespondents.map((each): Decision => ({ kind: 'respondents', text: [unclearRespondent(each)], column: each.column })),
  ];
}

function stems({ reading }: AnswersImport, { stems: chosen }: ImportChoices): readonly Decision[] {
  const found = [...new Set([...Object.keys(chosen), ...(reading?.stems ?? [])])].sort();
  if (found.length === 0) return [];
  const text = l10n.t('The rows of these questions are features. Which question is which?');
  return [{ kind: 'stems', text, stems: found.map((stem) => ({ text: stem, ...(chosen[stem] && { chosen: chosen[stem] }) })) }];
}

/** More are no five answers but free text. */
const mostWords = 60;

function words({ reading, numbers }: AnswersImport, { words: chosen }: ImportChoices): readonly Decision[] {
  // Numbers of a scale are decided together, unless some of them have to be left out.
  const isOfScale = ({ text }: ReadCell) =>
    numbers !== undefined && (numbers.readings.length > 0 || numbers.kind === 'contrary') && numbers.texts.has(text);
  const open = (reading?.answers ?? []).filter((cell) => isUnclear(cell) && !isOfScale(cell)).slice(0, mostWords);
  const found = new Map<string, WordDecision>();
  for (const [word, key] of Object.entries(chosen))
    found.set(word, { word, text: l10n.t('“{text}” is read as chosen.', { text: cellText(word) }), chosen: key });
  for (const cell of open) found.set(cell.text.trim(), { word: cell.text.trim(), text: answerNotUnderstood(cell) });
  return found.size === 0 ? [] : [{ kind: 'words', words: [...found.values()].sort((a, b) => (a.word < b.word ? -1 : 1)) }];
}

function direction({ reading, numbers }: AnswersImport, chosen: Direction | undefined): readonly Decision[] {
  const seen = seenNumbers(reading?.answers ?? []);
  if (numbers === undefined && (chosen === undefined || seen === undefined)) return [];
  const possible = (seen?.firsts ?? []).flatMap((first) =>
    [true, false].map((isFirstLike) => codesOf(seen ?? { forms: [] }, first, isFirstLike)),
  );
  const readings = numbers?.readings ?? possible.map((codes) => ({ codes, reverse: undefined }));
  const isSame = (codes: Direction) => chosen !== undefined && answerKeys.every((key) => `${chosen[key]}` === `${codes[key]}`);
  const label = (code: string, reverse: number | undefined) =>
    [
      l10n.t('“{code}” is “like”', { code }),
      ...(numbers === undefined || reverse === undefined || numbers.kind === 'contradicted' || numbers.kind === 'partly'
        ? []
        : [l10n.t('Reverse features: {count} of {features}', { count: count(reverse), features: count(numbers.features) })]),
    ].join(' · ');
  return [
    {
      kind: 'direction',
      text: numbers ? undirected(numbers, 'editor').join(' ') : l10n.t('The answers are numbers.'),
      options: readings.map(({ codes, reverse }) => ({
        direction: codes,
        text: label(codes.like?.[0] ?? '', reverse),
        isChosen: numbers === undefined && isSame(codes),
      })),
    },
  ];
}

function importance({ reading }: AnswersImport, { importance: chosen }: ImportChoices): readonly Decision[] {
  const open = reading ? scaleDoubts(reading) : [];
  const assumed = reading?.assumedScale;
  if (!reading || (open.length === 0 && chosen === undefined && assumed === undefined)) return [];
  const settled = chosen ?? (assumed && storedImportance);
  const found = reading.importances.filter(isUnclear).map((cell) => cell.text.trim());
  const words = [...(chosen && 'words' in chosen ? chosen.words : []), ...found.filter((word) => !Number.isFinite(leadingNumber(word)))];
  const scales = suggestedScales(reading);
  const isListed = chosen === undefined || 'words' in chosen || scales.some(({ from, to }) => from === chosen.from && to === chosen.to);
  return [
    {
      kind: 'importance',
      text: open.length > 0 ? open : [assumed ? scaleAssumed(assumed) : l10n.t('How importance was asked.')],
      words: [...new Set(words)].slice(0, mostWords),
      scales: isListed ? scales : [...scales, chosen],
      ...(open.length === 0 && settled && { chosen: settled }),
    },
  ];
}

function personaValues({ reading }: AnswersImport, { personas: chosen }: ImportChoices, personas: readonly Persona[]): readonly Decision[] {
  const found = new Map<string, PersonaDecision>();
  for (const [value, choice] of Object.entries(chosen))
    found.set(value, { value, text: l10n.t('“{text}” is read as chosen.', { text: cellText(value) }), chosen: choice });
  for (const unknown of (reading?.unknownPersonas ?? []).slice(0, mostWords))
    found.set(unknown.value, { value: unknown.value, text: personaNotUnderstood(unknown, personas) });
  return found.size === 0 ? [] : [{ kind: 'personas', values: [...found.values()].sort((a, b) => (a.value < b.value ? -1 : 1)) }];
}

function duplicates({ reading }: AnswersImport, { duplicates: chosen }: ImportChoices): readonly Decision[] {
  if (!reading) return [];
  const { duplicates: found, copies } = reading.rows;
  const [wave] = found.flatMap((each) => each.wave ?? []);
  const text = [...some(found, repeatedAnswers), ...some(copies, copiedRows)];
  if (wave !== undefined) {
    const values = [...new Set(found.flatMap((each) => each.wave?.values ?? []))];
    return [{ kind: 'wave', text, column: wave.column, values }];
  }
  if (text.length > 0) return [{ kind: 'duplicates', text }];
  return chosen === undefined ? [] : [{ kind: 'duplicates', text: [l10n.t('Some respondents answered more than once.')], chosen }];
}
