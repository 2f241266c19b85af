import { scalarText } from '../../document/writing/scalarText.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { mapComments } from '../../wording/importWording.ts';
import type { SurveyReading } from './readSurvey.ts';

/** Of each kind; the rest is written alike. */
const shownOfAKind = 12;

/** Lines of a map, to be filled in, that would settle what keeps an import from being written. */
export function mapOfDoubts({ answers, importances, unknownPersonas, rows }: SurveyReading): readonly string[] {
  const comments = mapComments();
  const words = [...answers, ...importances].flatMap(({ text, answer }) => (answer === undefined ? [text] : []));
  return [
    // Filled in by nobody, it leaves nothing out.
    ...(words.length > 0
      ? [`answers: # ${comments.answers(listed(words))}`, ...[...answerKeys, 'leaveOut'].map((key) => `  ${key}: []`)]
      : []),
    ...(unknownPersonas.length > 0 ? ['personas:', `  values: # ${comments.personas}`] : []),
    ...unknownPersonas.slice(0, shownOfAKind).map(({ value }) => `    ${scalarText(value, { flow: true })}: ""`),
    ...(rows.duplicates.length > 0 ? ['respondents:', `  duplicates: last # ${comments.duplicates}`] : []),
  ];
}

/** Lines of a map, to be filled in, that would say what columns are whose answers were left out. */
export function mapOfColumns({ notes }: SurveyReading): readonly string[] {
  const comments = mapComments();
  const doubtful = [...notes.ambiguous.flatMap(({ questions }) => questions), ...notes.incomplete.map(({ question }) => question)];
  const features = (doubtful.length > 0 ? [...new Set(doubtful.map(({ feature }) => feature))] : notes.notAsked).slice(0, shownOfAKind);
  const names = namesIn(notes.answersLeftOut);
  const rest = notes.answersLeftOut.filter((column) => nameIn(column) === undefined);
  const written = (value: string) => features.map((id) => `  ${scalarText(id, { flow: false })}: ${value}`);
  return [
    ...(features.length > 0 && names.length > 0 ? [`names: # ${comments.names(listed(names))}`, ...written('""')] : []),
    ...(features.length > 0 && names.length === 0
      ? [`columns: # ${comments.columns}`, ...written('{ functional: "", dysfunctional: "" }')]
      : []),
    ...(rest.length > 0 ? [`leaveOut: [${listed(rest)}] # ${comments.leaveOut}`] : []),
  ];
}

/** `F1` of the columns `F1_functional` and `F1_dysfunctional`. */
function namesIn(columns: readonly string[]): readonly string[] {
  return [...new Set(columns.flatMap((column) => nameIn(column) ?? []))];
}

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
