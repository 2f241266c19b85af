import type { Feature } from '../../document/format/model.ts';
import { type QuestionKind, questionKinds } from '../answerColumns.ts';
import { comparableText } from './comparableText.ts';

/** A question about a feature, by the feature's id. */
export interface Question {
  readonly feature: string;
  readonly kind: QuestionKind;
}

/** What columns say beside the name of a feature; compared as `comparableText`. */
const kindWords: Readonly<Record<QuestionKind, readonly string[]>> = {
  functional: ['functional', 'func', 'positive', 'pos', 'present', 'with', '正向', '正向问题', '具备'],
  dysfunctional: ['dysfunctional', 'dysfunc', 'dys', 'negative', 'neg', 'absent', 'without', '反向', '反向问题', '不具备'],
  importance: ['importance', 'imp', 'important', '重要性', '重要程度', '重要度'],
};

/** What our questionnaire asks where a file has no question of its own, in both languages: the export may be in another than the command. */
export const questionTemplates: Readonly<Record<QuestionKind, readonly string[]>> = {
  functional: ['How do you feel if the product has this: “{title}”?', '如果产品具备“{title}”，您感觉如何？'],
  dysfunctional: ['How do you feel if the product does not have this: “{title}”?', '如果产品不具备“{title}”，您感觉如何？'],
  importance: ['How important is this to you: “{title}”?', '“{title}”对您有多重要？'],
};

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
        for (const word of kindWords[kind]) {
          add(short, name + word, asked);
          add(short, word + name, asked);
        }
      }
      // Our questionnaire calls a feature without a title by its id.
      const shown = comparableText(title) === '' ? id : title;
      for (const template of questionTemplates[kind])
        add(
          questions,
          template.replace('{title}', () => shown),
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
