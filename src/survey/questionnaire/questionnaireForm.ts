import * as l10n from '@vscode/l10n';
import { answerText } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { count } from '../../terms/numbers.ts';
import { importanceScale } from '../surveyFormat.ts';
import { type Markup, markup } from './markup.ts';
import {
  type AskedFeature,
  type AskedQuestion,
  importanceEnds,
  type PersonaQuestion,
  personaHeading,
  type Questionnaire,
  thanks,
} from './questionnaire.ts';

/**
 * The form of a questionnaire. Each question is a group of radio buttons that has the name of its column, with the values of that column: keys of
 * answers, ids of personas. Data attributes hold the texts of the page's script in the language of the questionnaire.
 */
export function questionnaireForm({ product, persona, features }: Questionnaire): Markup {
  const texts = formTexts();
  return markup`<form id="questionnaire" autocomplete="off" novalidate data-product="${product}" data-file="${fileName(texts.fileName, product)}"
 data-answered="${texts.answered}" data-all-answered="${texts.allAnswered}" data-unanswered-one="${texts.unansweredOne}"
 data-unanswered="${texts.unanswered}" data-nothing-yet="${texts.nothingYet}" data-more="${texts.more}" data-saved="${texts.saved}"
 data-clear="${texts.clearQuestion}">
${persona ? personaSection(persona) : ''}${features.map((feature, index) => featureSection(feature, index, features.length))}<section
 id="unanswered" class="note" tabindex="-1" aria-labelledby="unanswered-heading" hidden>
<h2 id="unanswered-heading"></h2>
<ul></ul>
<button type="button" class="screen">${l10n.t('Save without them')}</button>
</section>
<section id="saved" class="note" tabindex="-1" aria-labelledby="saved-heading" hidden>
<h2 id="saved-heading">${thanks()}</h2>
<p id="saved-text"></p>
<p id="copy-text">${l10n.t('Was no file saved? Then copy these lines and send them:')}</p>
<textarea id="copy" readonly rows="3" spellcheck="false" aria-labelledby="copy-text"></textarea>
<p>${l10n.t('Before somebody else answers on this device, clear all answers below.')}</p>
</section>
<div class="bar screen">
<p id="answered"></p>
<button type="submit">${l10n.t('Save answers')}</button>
</div>
<footer class="screen">
<p>${texts.privacy}</p>
<button type="button" id="clear" class="quiet">${l10n.t('Clear all answers')}</button>
</footer>
</form>`;
}

/** What the page says while somebody fills it in. */
function formTexts() {
  return {
    // The page fills in {0} and {1}.
    answered: l10n.t('{0} of {1} answered'),
    allAnswered: l10n.t('All {0} answered'),
    unansweredOne: l10n.t('1 question has no answer yet'),
    unanswered: l10n.t('{0} questions have no answer yet'),
    nothingYet: l10n.t('No question has an answer yet.'),
    saved: l10n.t('Your answers are in the file {0}, where your browser puts downloads. Send this file to whoever asked you.'),
    more: l10n.t('and {0} more'),
    clearQuestion: l10n.t('Clear all answers on this page?'),
    fileName: l10n.t({ message: 'answers', comment: 'Beginning of the name of a file that holds the answers of one person' }),
    privacy: l10n.t(
      'This page sends nothing. Your answers stay in this browser until you save them as a file. The file holds the answers and a random number that tells files apart, and nothing else about you.',
    ),
  };
}

/** Only letters and digits of the product: every system allows them in the name of a file. */
function fileName(answers: string, product: string): string {
  const name = [answers, ...(product.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])].join('-');
  return [...name].slice(0, 60).join('');
}

function personaSection({ column, text, choices }: PersonaQuestion): Markup {
  const more = (text?: string) => (text === undefined ? '' : markup` <small>${text}</small>`);
  const radios = choices.map(({ id, name, description }) => radio(column, id, markup`${name}${more(description)}`));
  return markup`<section class="card" aria-labelledby="about-you">
<h2 id="about-you">${personaHeading()}</h2>
<fieldset id="question-${column}">
<legend>${text}</legend>
<div class="choices">
${radios}</div>
</fieldset>
</section>
`;
}

function featureSection({ id, title, description, questions }: AskedFeature, index: number, all: number): Markup {
  const described = description === undefined ? '' : markup`<p>${description}</p>\n`;
  return markup`<section class="card" aria-labelledby="feature-${id}">
<p class="position">${l10n.t('{position} of {all}', { position: count(index + 1), all: count(all) })}</p>
<h2 id="feature-${id}">${title}</h2>
${described}${questions.map(questionGroup)}</section>
`;
}

function questionGroup(question: AskedQuestion): Markup {
  const { kind, column, text } = question;
  if (kind === 'importance') return importanceGroup(question);
  const radios = answerKeys.map((answer) => radio(column, answer, markup`${answerText(answer)}`));
  return markup`<fieldset id="question-${column}">
<legend>${text}</legend>
<div class="answers">
${radios}</div>
</fieldset>
`;
}

function importanceGroup({ column, text }: AskedQuestion): Markup {
  const { lowest, highest } = importanceEnds();
  return markup`<fieldset id="question-${column}" aria-describedby="ends-${column}">
<legend>${text}</legend>
<div class="scale">
${importanceScale.map((value) => radio(column, value, markup`${value}`))}</div>
<p id="ends-${column}" class="ends"><span>${lowest}</span> <span>${highest}</span></p>
</fieldset>
`;
}

function radio(column: string, value: string | number, label: Markup): Markup {
  return markup`<label><input type="radio" name="${column}" value="${value}"><span>${label}</span></label>
`;
}
