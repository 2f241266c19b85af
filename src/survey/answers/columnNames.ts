import type { Feature } from '../../document/format/model.ts';
import { languageRecords } from '../../terms/language.ts';
import { type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import { comparableText } from './comparableText.ts';

/** A question about a feature, by the feature's id. */
export interface Question {
  readonly feature: string;
  readonly kind: QuestionKind;
}

/** What columns of questions may be called. Keys are texts as `comparableText` gives them. */
export interface ColumnNames {
  /** Id, title or the name that a map gives, with the kind of question before or behind it. */
  readonly short: ReadonlyMap<string, readonly Question[]>;
  /** The questions themselves, which also stand within longer headers. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
}

/** @param names what a map calls features, by their id */
export function columnNames(features: readonly Feature[], names: ReadonlyMap<string, string>): ColumnNames {
  const [short, questions] = [new Map<string, Question[]>(), new Map<string, Question[]>()];
  for (const { id, title = '', question = {} } of features) {
    if (id === undefined) continue;
    for (const kind of questionKinds) {
      const asked = { feature: id, kind };
      for (const name of [names.get(id), id, title]) {
        if (name === undefined || comparableText(name) === '') continue;
        for (const word of languageRecords.flatMap(({ questions }) => questions[kind].headers)) {
          add(short, name + word, asked);
          add(short, word + name, asked);
        }
      }
      // Our questionnaire calls a feature without a title by its id.
      const shown = comparableText(title) === '' ? id : title;
      // The export may be in another language than the command.
      for (const language of languageRecords)
        add(
          questions,
          language.questions[kind].template.replace('{title}', () => shown),
          asked,
        );
      const own = kind === 'importance' ? undefined : question[kind];
      if (own !== undefined) add(questions, own, asked);
    }
  }
  return { short, questions };
}

function add(known: Map<string, Question[]>, text: string, question: Question): void {
  const key = comparableText(text);
  const questions = known.get(key) ?? [];
  if (key !== '' && !questions.some(({ feature, kind }) => feature === question.feature && kind === question.kind))
    known.set(key, [...questions, question]);
}
