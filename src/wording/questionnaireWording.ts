import * as l10n from '@vscode/l10n';
import { count } from '../terms/numbers.ts';

/** Heading of a questionnaire, and the title of its page. */
export function questionnaireTitle(product: string): string {
  return l10n.t('Questionnaire: {product}', { product });
}

/** What it is about, how long it takes, and that no answer is better than another. A paragraph each. */
export function questionnaireIntroduction(features: number, minutes: number, asksImportance: boolean): readonly string[] {
  return [
    features === 1
      ? l10n.t('There are two questions: how you feel if the product has something, and how you feel if it does not have it.')
      : l10n.t(
          'This is about {count} things that a product can have or not have. For each there are two questions: how you feel if it has this, and how you feel if it does not.',
          { count: count(features) },
        ),
    ...(asksImportance ? [l10n.t('Then you are asked how important this is to you.')] : []),
    minutes === 1
      ? l10n.t('It takes about a minute. No answer is better than another: choose what comes to mind first.')
      : l10n.t('It takes about {minutes} minutes. No answer is better than another: choose what comes to mind first.', {
          minutes: count(minutes),
        }),
  ];
}

/** Over what the five answers mean. */
export function answersHeading(): string {
  return l10n.t('The five answers');
}

/** What people get wrong about the answers most often. */
export function answersHint(): string {
  return l10n.t('They are no marks from good to bad: each says something of its own.');
}

/** Ends of the scale of importance, 1 to 9. */
export function importanceEnds(): { readonly lowest: string; readonly highest: string } {
  return { lowest: l10n.t('1 = not at all important'), highest: l10n.t('9 = extremely important') };
}

export function personaQuestion(): string {
  return l10n.t('Which of these describes you best?');
}

/** Heading of the questions about the respondent, before the features. */
export function personaHeading(): string {
  return l10n.t('About you');
}

/** The heading of a table of questions and answers, above the questions. */
export function questionHeading(): string {
  return l10n.t('Question');
}

/** How to fill in a questionnaire on paper or as text. */
export function tickHint(): string {
  return l10n.t('Tick one answer in every row.');
}

/** At the end of a questionnaire. */
export function thanks(): string {
  return l10n.t('Thank you!');
}

/** In a text that is made again: whoever edits it should know. */
export function madeHint(): string {
  return l10n.t('made by “kano questionnaire”; what is changed here is lost when it is made again');
}

/** A questionnaire so long that answers suffer. */
export function longQuestionnaire(features: number, questions: number, minutes: number): string {
  return l10n.t(
    'These are {features} features, so {questions} questions and about {minutes} minutes. Many people stop before the end of a long questionnaire: ask about fewer features at a time, or give groups of people different ones.',
    { features: count(features), questions: count(questions), minutes: count(minutes) },
  );
}

/** What the page of a questionnaire says while somebody fills it in. */
export function formTexts() {
  return {
    positionOf: (position: number, all: number) => l10n.t('{position} of {all}', { position: count(position), all: count(all) }),
    // {0} and {1} are put in by the page.
    answered: l10n.t('{0} of {1} answered'),
    allAnswered: l10n.t('All {0} answered'),
    save: l10n.t('Save answers'),
    saveAnyway: l10n.t('Save without them'),
    unansweredOne: l10n.t('1 question has no answer yet'),
    unanswered: l10n.t('{0} questions have no answer yet'),
    nothingYet: l10n.t('No question has an answer yet.'),
    saved: l10n.t('Your answers are in the file {0}, where your browser puts downloads. Send this file to whoever asked you.'),
    notSaved: l10n.t('Was no file saved? Then copy these lines and send them:'),
    nextPerson: l10n.t('Before somebody else answers on this device, clear all answers below.'),
    more: l10n.t('and {0} more'),
    clear: l10n.t('Clear all answers'),
    clearQuestion: l10n.t('Clear all answers on this page?'),
    fileName: l10n.t({ message: 'answers', comment: 'Beginning of the name of a file that holds the answers of one person' }),
    privacy: l10n.t(
      'This page sends nothing. Your answers stay in this browser until you save them as a file. The file holds the answers and a random number that tells files apart, and nothing else about you.',
    ),
    withoutScript: l10n.t(
      'This browser does not run the page’s script, so answers cannot be saved here. Print the page and fill it in on paper, or open it in another browser.',
    ),
  };
}
