import * as l10n from '@vscode/l10n';
import { isOpen } from '../../analysis/buildOrder.ts';
import type { Feature, Persona } from '../../document/format/model.ts';
import { type Product, productList } from '../../document/product.ts';
import { answerText } from '../../terms/labels.ts';
import { labelsBy, languageRecord } from '../../terms/language.ts';
import { type AnswerKey, answerKeys, type QuestionKind } from '../../terms/languages/languageRecord.ts';
import { oneLine } from '../../terms/markdown.ts';
import { count } from '../../terms/numbers.ts';
import { answerColumn, personaColumn } from '../surveyFormat.ts';

/** What respondents are asked, in this order. All texts are one line of plain text. */
export interface Questionnaire {
  readonly product: string;
  /** Absent with fewer than two personas. */
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

interface PersonaChoice {
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
  /** Also asks how important each feature is. */
  readonly importance?: boolean;
  /** Which of the open features are asked about, and in which order; all in the order of the files by default. */
  readonly choose?: (open: readonly Feature[]) => readonly Feature[];
}

/** A rule of thumb: with more features, many respondents stop before the end or answer carelessly. */
const manyFeatures = 20;

/**
 * The questions about the open features of a product. Features without questions of their own are asked about by
 * their title.
 * @param name the name of a product whose file does not give it one
 */
export function questionnaireOf(
  product: Product,
  name: string,
  { importance = false, choose = (open) => open }: QuestionnaireOptions = {},
): Questionnaire {
  const open = productList(product, 'features').flatMap(({ item }) => (isOpen(item.value) ? [item.value] : []));
  const features = withId(choose(open)).map((feature) => askedFeature(feature, importance));
  const choices = withId(productList(product, 'personas').map(({ item }) => item.value)).map(personaChoice);
  const persona = choices.length < 2 ? undefined : { column: personaColumn, text: languageRecord().personaQuestion, choices };
  return {
    product: oneLine(product.opened.header.product ?? name),
    ...(persona && { persona }),
    features,
    minutes: minutesFor(features),
  };
}

/** What respondents read first: what it is about, how long it takes, and that no answer is better than another. A paragraph each. */
export function introduction({ features, minutes }: Questionnaire): readonly string[] {
  const asksImportance = features.some(({ questions }) => questions.some(({ kind }) => kind === 'importance'));
  return [
    features.length === 1
      ? l10n.t('There are two questions: how you feel if the product has something, and how you feel if it does not have it.')
      : l10n.t(
          'This is about {count} things that a product can have or not have. For each there are two questions: how you feel if it has this, and how you feel if it does not.',
          { count: count(features.length) },
        ),
    ...(asksImportance ? [l10n.t('Then you are asked how important this is to you.')] : []),
    minutes === 1
      ? l10n.t('It takes about a minute. No answer is better than another: choose what comes to mind first.')
      : l10n.t('It takes about {minutes} minutes. No answer is better than another: choose what comes to mind first.', {
          minutes: count(minutes),
        }),
  ];
}

// Texts that the page and the Markdown text share.

export function questionnaireTitle(product: string): string {
  return l10n.t('Questionnaire: {product}', { product });
}

/** The heading of the questions about the respondent, before the features. */
export function personaHeading(): string {
  return l10n.t('About you');
}

/** The heading of what the answers mean, and what people misunderstand most often. */
export function answersTexts(): { readonly heading: string; readonly hint: string } {
  return { heading: l10n.t('The five answers'), hint: l10n.t('They are not marks from good to bad: each says something different.') };
}

/** What choosing an answer means, for respondents. */
export const answerMeaning = labelsBy<AnswerKey>({
  like: () => l10n.t('It would please you.'),
  'must-be': () => l10n.t('You expect it and take it for granted.'),
  neutral: () => l10n.t('It makes no difference to you.'),
  'live-with': () => l10n.t('You do not care for it, but you put up with it.'),
  dislike: () => l10n.t('It would bother you.'),
});

/** What the five answers mean, in a form that has only paragraphs. */
export function answersExplained(): readonly string[] {
  const { heading, hint } = answersTexts();
  return [heading, ...answerKeys.map((answer) => `• ${answerText(answer)}: ${answerMeaning(answer)}`), hint];
}

/** The ends of the scale of importance. */
export function importanceEnds(): { readonly lowest: string; readonly highest: string } {
  return { lowest: l10n.t('1 = not at all important'), highest: l10n.t('9 = extremely important') };
}

export function thanks(): string {
  return l10n.t('Thank you!');
}

/** Advice on a questionnaire that is too long to be finished; `undefined` for others. */
export function lengthAdvice({ features, minutes }: Questionnaire): string | undefined {
  if (features.length <= manyFeatures) return undefined;
  return l10n.t(
    'These are {features} features, so {questions} questions and about {minutes} minutes. Many people stop before the end of a long questionnaire: ask about fewer features at a time, or give groups of people different ones.',
    { features: count(features.length), questions: count(questionCount(features)), minutes: count(minutes) },
  );
}

/** The number of questions about the features. */
export function questionCount(features: readonly AskedFeature[]): number {
  return features.reduce((sum, { questions }) => sum + questions.length, 0);
}

/** A rule of thumb for reading and answering. */
const secondsPerQuestion = 12;

function minutesFor(features: readonly AskedFeature[]): number {
  return Math.max(1, Math.ceil((questionCount(features) * secondsPerQuestion) / 60));
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

/** `undefined` for a text without anything to show. */
function textOf(text: string | undefined): string | undefined {
  return oneLine(text ?? '') || undefined;
}

/** The items with an id, without duplicates: a column belongs to one question. */
function withId<Item extends { readonly id?: string }>(items: readonly Item[]): readonly (Item & { readonly id: string })[] {
  const byId = new Map<string, Item & { readonly id: string }>();
  for (const item of items) if (item.id !== undefined && !byId.has(item.id)) byId.set(item.id, { ...item, id: item.id });
  return [...byId.values()];
}
