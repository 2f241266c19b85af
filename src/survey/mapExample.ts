import { scalarText } from '../document/writing/scalarText.ts';
import { mapComments } from '../wording/importWording.ts';
import type { SurveyReading } from './readSurvey.ts';

/** Of each kind; the rest is written alike. */
const shownOfAKind = 12;

/**
 * The lines of a map that would settle what is unclear about an export, to be filled in. None where nothing is.
 * @param blocking only what keeps the import from being written
 */
export function mapExample(reading: SurveyReading, blocking: boolean): readonly string[] {
  const comments = mapComments();
  const lines: string[] = [];
  const { notes, rows, unknownPersonas } = reading;
  if (!blocking) {
    const asked = [
      ...new Set([
        ...notes.ambiguous.flatMap(({ questions }) => questions.map(({ feature }) => feature)),
        ...notes.incomplete.map(({ question }) => question.feature),
      ]),
    ];
    const features = (asked.length > 0 ? asked : notes.notAsked).slice(0, shownOfAKind);
    if (features.length > 0)
      lines.push(
        `columns: # ${comments.columns}`,
        ...features.map((id) => `  ${scalarText(id, { flow: false })}: { functional: "", dysfunctional: "" }`),
      );
    if (notes.answersLeftOut.length > 0) lines.push(`leaveOut: ${list(notes.answersLeftOut)}`);
    return lines;
  }
  const words = reading.answers.filter(({ answer }) => answer === undefined).map(({ text }) => text);
  const ratings = reading.importances.filter(({ answer }) => answer === undefined).map(({ text }) => text);
  if (words.length + ratings.length > 0) lines.push('answers:', `  leaveOut: ${list([...words, ...ratings])} # ${comments.answers}`);
  if (unknownPersonas.length > 0) {
    lines.push('personas:', `  values: # ${comments.personas}`);
    lines.push(...unknownPersonas.slice(0, shownOfAKind).map(({ value }) => `    ${key(value)}: ""`));
  }
  if (rows.duplicates.length > 0) lines.push('respondents:', `  duplicates: last # ${comments.duplicates}`);
  return lines;
}

function list(texts: readonly string[]): string {
  return `[${[...new Set(texts.map((text) => text.trim()))]
    .slice(0, shownOfAKind)
    .map((text) => scalarText(text, { flow: true }))
    .join(', ')}]`;
}

function key(text: string): string {
  return text === '' ? '""' : scalarText(text, { flow: true });
}
