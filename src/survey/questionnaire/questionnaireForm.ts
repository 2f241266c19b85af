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

/** Where the answers of the page go, besides the file that it saves. */
export interface Delivery {
  /** The e-mail address that the page offers to write to. */
  readonly to?: string;
  /** The address that the page sends answers to, when the respondent says so. Nothing is sent without it. */
  readonly post?: Endpoint;
}

/** Whether a text is one e-mail address that a link can hold. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>,;:"?&]+@[^\s@<>,;:"?&]+$/.test(text);
}

/** The parts of an address on the web, as `URL` has them. */
export interface Endpoint {
  readonly href: string;
  readonly origin: string;
  readonly host: string;
}

/**
 * The form of a questionnaire. Each question is a group of radio buttons that has the name of its column, with the values of that column: keys of
 * answers, ids of personas. Data attributes hold the texts of the page's script in the language of the questionnaire.
 */
export function questionnaireForm({ product, persona, features }: Questionnaire, { to = '', post }: Delivery = {}): Markup {
  const texts = formTexts(post);
  return markup`<form id="questionnaire" autocomplete="off" novalidate data-product="${product}" data-file="${fileName(texts.fileName, product)}"
 data-answered="${texts.answered}" data-all-answered="${texts.allAnswered}" data-unanswered-one="${texts.unansweredOne}"
 data-unanswered="${texts.unanswered}" data-nothing-yet="${texts.nothingYet}" data-more="${texts.more}" data-saved="${texts.saved}"
 data-clear="${texts.clearQuestion}" data-copied="${texts.copied}" data-to="${to}" data-mail-attach="${texts.mailAttach}"
 data-post="${post?.href ?? ''}" data-sent="${texts.sent}" data-refused="${texts.refused}">
<button type="button" id="one-at-a-time" class="quiet screen" aria-pressed="false" hidden>${l10n.t('One feature at a time')}</button>
${persona ? personaSection(persona) : ''}${features.map((feature, index) => featureSection(feature, index, features.length))}<section
 id="unanswered" class="note" tabindex="-1" aria-labelledby="unanswered-heading" hidden>
<h2 id="unanswered-heading"></h2>
<ul></ul>
<button type="button" class="screen">${post ? l10n.t('Send without them') : l10n.t('Save without them')}</button>
</section>
${post ? failedSection(post) : ''}<section id="saved" class="note" tabindex="-1" aria-labelledby="saved-heading" hidden>
<h2 id="saved-heading">${thanks()}</h2>
<p id="saved-text"></p>
<div id="saved-file">
<div class="actions screen">
<button type="button" id="share" hidden>${l10n.t('Share…')}</button>
<a id="mail" class="button" hidden>${l10n.t('Send by e-mail')}</a>
<button type="button" id="copy-answers" class="quiet">${l10n.t('Copy')}</button>
<span id="copied" role="status"></span>
</div>
<p id="copy-text">${l10n.t('Was no file saved? Then copy these lines and send them:')}</p>
<textarea id="copy" readonly rows="3" spellcheck="false" aria-labelledby="copy-text"></textarea>
</div>
<p>${l10n.t('Before somebody else answers on this device, clear all answers below.')}</p>
</section>
<div class="bar screen">
<p id="answered"></p>
<button type="button" id="back" class="quiet" hidden>${l10n.t('Back')}</button>
<button type="button" id="next" hidden>${l10n.t('Next')}</button>
<button type="submit">${post ? l10n.t('Send answers') : l10n.t('Save answers')}</button>
</div>
<footer class="screen">
<p>${texts.privacy}</p>
<button type="button" id="clear" class="quiet">${l10n.t('Clear all answers')}</button>
</footer>
</form>`;
}

/** What the page says when its answers did not arrive. They are not lost: they can be saved as from a page that sends nothing. */
function failedSection({ host }: Endpoint): Markup {
  return markup`<section id="failed" class="note" tabindex="-1" aria-labelledby="failed-heading" hidden>
<h2 id="failed-heading">${l10n.t('Your answers could not be sent')}</h2>
<p>${l10n.t('{host} did not confirm that they arrived. Try again, or save them as a file and send it to whoever asked you.', { host })}</p>
<p id="failed-reason"></p>
<div class="actions screen">
<button type="button" id="again">${l10n.t('Try again')}</button>
<button type="button" id="save-file" class="quiet">${l10n.t('Save as a file')}</button>
</div>
</section>
`;
}

/** What the page says while somebody fills it in. */
function formTexts(post: Endpoint | undefined) {
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
    copied: l10n.t('Copied'),
    mailAttach: l10n.t('Please attach the file {0}, where your browser puts downloads.'),
    sent: l10n.t('Your answers were sent to {0}.'),
    refused: l10n.t('The answer was {0}.'),
    privacy: privacy(post),
  };
}

function privacy(post: Endpoint | undefined): string {
  if (post)
    return l10n.t(
      'This page sends your answers to {host}, and only when you send them yourself. What is sent is the answers and a random number that tells people apart, and nothing else about you. Until then they stay in this browser.',
      { host: post.host },
    );
  return l10n.t(
    'This page sends nothing. Your answers stay in this browser until you save them as a file. The file holds the answers and a random number that tells files apart, and nothing else about you.',
  );
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
