import * as l10n from '@vscode/l10n';
import { isOpen } from '../../analysis/buildOrder.ts';
import type { Feature, Persona } from '../../document/format/model.ts';
import { type Product, productList } from '../../document/product.ts';
import { languageRecord } from '../../terms/language.ts';
import type { AnswerKey, QuestionKind } from '../../terms/languages/languageRecord.ts';
import { oneLine } from '../../terms/markdown.ts';
import { personaQuestion, questionnaireIntroduction } from '../../wording/questionnaireWording.ts';
import { answerColumn, personaColumn } from '../answerColumns.ts';

/** What respondents are asked, in the order in which they are asked. All texts are one line of plain text. */
export interface Questionnaire {
  readonly product: string;
  /** Absent where there are no two personas to choose from. */
  readonly persona?: PersonaQuestion;
  readonly features: readonly AskedFeature[];
  /** How long answering takes, in whole minutes. */
  readonly minutes: number;
}

export interface PersonaQuestion {
  readonly column: string;
  readonly text: string;
  readonly choices: readonly PersonaChoice[];
}

export interface PersonaChoice {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

export interface AskedFeature {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Functional, dysfunctional and, where it is asked, importance. */
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion {
  readonly kind: QuestionKind;
  readonly column: string;
  readonly text: string;
}

export interface QuestionnaireOptions {
  /** Asks how important each feature is, too. */
  readonly importance?: boolean;
}

/** With more features than this, many respondents stop before the end or answer carelessly: a rule of thumb. */
export const manyFeatures = 20;

/**
 * The questions about the open features of a product, in the order of its files. Questions that a file has are taken over, the others are
 * made from the title.
 * @param name what the product is called where its file does not say
 */
export function questionnaireOf(product: Product, name: string, { importance = false }: QuestionnaireOptions = {}): Questionnaire {
  const open = productList(product, 'features').flatMap(({ item }) => (isOpen(item.value) ? [item.value] : []));
  const features = withId(open).map((feature) => askedFeature(feature, importance));
  const choices = withId(productList(product, 'personas').map(({ item }) => item.value)).map(personaChoice);
  const persona = choices.length < 2 ? undefined : { column: personaColumn, text: personaQuestion(), choices };
  return {
    product: oneLine(product.opened.header.product ?? name),
    ...(persona && { persona }),
    features,
    minutes: minutesFor(features),
  };
}

/** What respondents read first, a paragraph each. */
export function introduction({ features, minutes }: Questionnaire): readonly string[] {
  const asksImportance = features.some(({ questions }) => questions.some(({ kind }) => kind === 'importance'));
  return questionnaireIntroduction(features.length, minutes, asksImportance);
}

/** How many questions there are about the features. */
export function questionCount(features: readonly AskedFeature[]): number {
  return features.reduce((sum, { questions }) => sum + questions.length, 0);
}

/** Reading and answering one, by rule of thumb. */
const secondsPerQuestion = 12;

function minutesFor(features: readonly AskedFeature[]): number {
  return Math.max(1, Math.ceil((questionCount(features) * secondsPerQuestion) / 60));
}

/** What choosing an answer means, for respondents. */
export function answerMeaning(answer: AnswerKey): string {
  switch (answer) {
    case 'like':
      return l10n.t('It would please you.');
    case 'must-be':
      return l10n.t('You expect it and take it for granted.');
    case 'neutral':
      return l10n.t('It makes no difference to you.');
    case 'live-with':
      return l10n.t('You do not care for it, but you put up with it.');
    case 'dislike':
      return l10n.t('It would bother you.');
  }
}

function askedFeature(feature: Feature & { readonly id: string }, importance: boolean): AskedFeature {
  const { id, question = {} } = feature;
  const title = textOf(feature.title) ?? id;
  const ask = (kind: QuestionKind, own?: string): AskedQuestion => {
    const text = textOf(own) ?? languageRecord().questions[kind].template.replace('{title}', () => title);
    return { kind, column: answerColumn(id, kind), text };
  };
  return {
    id,
    title,
    ...described(feature.description),
    questions: [
      ask('functional', question.functional),
      ask('dysfunctional', question.dysfunctional),
      ...(importance ? [ask('importance')] : []),
    ],
  };
}

function personaChoice({ id, name, description }: Persona & { readonly id: string }): PersonaChoice {
  return { id, name: textOf(name) ?? id, ...described(description) };
}

function described(description: string | undefined): { readonly description?: string } {
  const text = textOf(description);
  return text === undefined ? {} : { description: text };
}

/** What can be shown of a text: `undefined` where that is nothing. */
function textOf(text: string | undefined): string | undefined {
  return oneLine(text ?? '') || undefined;
}

/** The items that have an id, of those with the same the first: a column stands for one question. */
function withId<Item extends { readonly id?: string }>(items: readonly Item[]): readonly (Item & { readonly id: string })[] {
  const byId = new Map<string, Item & { readonly id: string }>();
  for (const item of items) if (item.id !== undefined && !byId.has(item.id)) byId.set(item.id, { ...item, id: item.id });
  return [...byId.values()];
}
