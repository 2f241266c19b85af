import { nearest } from '../../base/nearestWord.ts';
import type { Persona } from '../../document/format/model.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { isAnswerNumber } from '../../survey/answers/answerReader.ts';
import { comparableText } from '../../survey/answers/comparableText.ts';
import type { SurveyReading } from '../../survey/answers/readSurvey.ts';
import { languageRecords } from '../../terms/language.ts';
import {
  ambiguousColumn,
  andMore,
  answeredTwice,
  answersLeftOut,
  cellNotUnderstood,
  featuresNotAsked,
  featuresUnanswered,
  halfAnswers,
  incompleteQuestions,
  numbersRead,
  otherColumns,
  personaColumnUnused,
  personaNotUnderstood,
  questionName,
  testsCounted,
  uncountedRows,
} from '../../wording/importWording.ts';

const personaNames = languageRecords.flatMap(({ columns }) => columns.persona.map(comparableText));

/** Of each kind, one by one. */
const shownOfAKind = 12;

/** What keeps an import from being written: answers that are not understood, and respondents who may count twice. */
export function doubts(reading: SurveyReading, personas: readonly Persona[]): readonly string[] {
  return [
    ...some(
      reading.answers.filter(({ answer }) => answer === undefined),
      ({ text, first, count }) => cellNotUnderstood('answer', text, first, count),
    ),
    ...some(
      reading.importances.filter(({ answer }) => answer === undefined),
      ({ text, first, count }) => cellNotUnderstood('importance', text, first, count),
    ),
    ...some(reading.unknownPersonas, ({ value, first, count }) =>
      personaNotUnderstood(value, first, count, nearestPersona(value, personas)),
    ),
    ...some(reading.rows.duplicates, ({ respondent, places }) => answeredTwice(respondent, places)),
  ];
}

/** Answers that are left out although somebody gave them. */
export function leftOut({ notes }: SurveyReading, path: string): readonly string[] {
  const name = ({ feature, kind }: (typeof notes.incomplete)[number]['question']) => questionName(feature, kind);
  return [
    ...some(notes.answersLeftOut, (column) => answersLeftOut(column, path)),
    ...some(notes.ambiguous, ({ column, questions }) => ambiguousColumn(column, questions.map(name))),
    ...some(notes.incomplete, ({ column, question }) => incompleteQuestions(column, name(question))),
  ];
}

/** What is good to know. */
export function remarks(
  { notes, rows, tallies, answers, tests, withoutPersona, tables }: SurveyReading,
  numbersAreGiven: boolean,
): readonly string[] {
  const uncounted = uncountedRows({ ...rows, withoutPersona });
  const halves = tallies.filter((tally) => tally.halves > 0);
  const without = tallies.filter(({ groups }) => groups.length === 0).map(({ feature }) => feature);
  const hasPersona = tables.some(({ meanings }) => meanings.some(({ kind }) => kind === 'persona'));
  const persona = hasPersona ? undefined : notes.others.find((name) => personaNames.includes(comparableText(name)));
  const hasNumbers = answers.some(({ text, answer }) => typeof answer === 'number' && isAnswerNumber(text));
  return [
    ...(hasNumbers && !numbersAreGiven ? [numbersRead()] : []),
    ...(uncounted === undefined ? [] : [uncounted]),
    ...(halves.length > 0 ? [halfAnswers(halves)] : []),
    ...(without.length > 0 ? [featuresUnanswered(without)] : []),
    ...tests.map(({ column, value, count }) => testsCounted(column, value, count, leaveOutLine(column, value))),
    ...(notes.others.length > 0 ? [otherColumns(notes.others)] : []),
    ...(persona === undefined ? [] : [personaColumnUnused(persona)]),
    ...(notes.notAsked.length > 0 ? [featuresNotAsked(notes.notAsked)] : []),
  ];
}

/** By id, else by name. */
function nearestPersona(value: string, personas: readonly Persona[]): string | null {
  const ids = personas.flatMap(({ id }) => id ?? []);
  const name = nearest(
    value,
    personas.flatMap((persona) => persona.name ?? []),
  );
  return nearest(value, ids) ?? (name === null ? null : (personas.find((persona) => persona.name === name)?.id ?? null));
}

function leaveOutLine(column: string, value: string): string {
  const text = (written: string) => scalarText(written, { flow: true });
  return `respondents: { leaveOut: { ${text(column)}: [${text(value)}] } }`;
}

function some<Item>(items: readonly Item[], text: (item: Item) => string): readonly string[] {
  const lines = items.slice(0, shownOfAKind).map(text);
  return items.length > shownOfAKind ? [...lines, andMore(items.length - shownOfAKind)] : lines;
}
