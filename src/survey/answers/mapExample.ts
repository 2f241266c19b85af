import * as l10n from '@vscode/l10n';
import { scalarText } from '../../document/writing/scalarText.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import type { SurveyReading } from './readSurvey.ts';

const shownOfAKind = 12;

/** Lines of a survey map, to be filled in, that would resolve why an import is not written. */
export function mapOfDoubts({ answers, importances, unknownPersonas, rows }: SurveyReading): readonly string[] {
  const words = [...answers, ...importances].flatMap(({ text, answer }) => (answer === undefined ? [text] : []));
  return [
    // As long as nobody fills it in, it leaves nothing out.
    ...(words.length > 0
      ? [
          `answers: # ${l10n.t('put each of these where it belongs: {words}', { words: listed(words) })}`,
          ...[...answerKeys, 'leaveOut'].map((key) => `  ${key}: []`),
        ]
      : []),
    ...(unknownPersonas.length > 0
      ? ['personas:', `  values: # ${l10n.t('the id of a persona for each; or list them under leaveOut')}`]
      : []),
    ...unknownPersonas.slice(0, shownOfAKind).map(({ value }) => `    ${scalarText(value, { flow: true })}: ""`),
    ...(rows.duplicates.length > 0 ? ['respondents:', `  duplicates: last # ${l10n.t('or first, or all')}`] : []),
  ];
}

/** Lines of a survey map, to be filled in, that would say which questions the columns of uncounted answers belong to. */
export function mapOfColumns({ notes }: SurveyReading): readonly string[] {
  const doubtful = [...notes.ambiguous.flatMap(({ questions }) => questions), ...notes.incomplete.map(({ question }) => question)];
  const features = (doubtful.length > 0 ? [...new Set(doubtful.map(({ feature }) => feature))] : notes.notAsked).slice(0, shownOfAKind);
  const names = [...new Set(notes.answersLeftOut.flatMap((column) => nameIn(column) ?? []))];
  const rest = notes.answersLeftOut.filter((column) => nameIn(column) === undefined);
  const written = (value: string) => features.map((id) => `  ${scalarText(id, { flow: false })}: ${value}`);
  return [
    ...(features.length > 0 && names.length > 0
      ? [`names: # ${l10n.t('one of these for each: {names}', { names: listed(names) })}`, ...written('""')]
      : []),
    ...(features.length > 0 && names.length === 0
      ? [`columns: # ${l10n.t('columns by their header')}`, ...written('{ functional: "", dysfunctional: "" }')]
      : []),
    ...(rest.length > 0 ? [`leaveOut: [${listed(rest)}] # ${l10n.t('if they are not questions about this file')}`] : []),
  ];
}

/** `F1` of the columns `F1_functional` and `F1_dysfunctional`. */
function nameIn(column: string): string | undefined {
  return /^(.*?\S)[\s_.:-]*[([]?(?:dys)?functional[)\]]?$/iu.exec(column.slice(0, 200))?.[1];
}

function listed(texts: readonly string[]): string {
  const distinct = [...new Set(texts.map((text) => text.trim()))];
  return distinct
    .slice(0, shownOfAKind)
    .map((text) => scalarText(text, { flow: true }))
    .join(', ');
}
