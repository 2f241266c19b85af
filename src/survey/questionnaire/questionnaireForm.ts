import { answerText } from '../../terms/labels.ts';
import { answerKeys } from '../../terms/languages/languageRecord.ts';
import { formTexts, importanceEnds, personaHeading, thanks } from '../../wording/questionnaireWording.ts';
import { importanceScale } from '../importanceScale.ts';
import { type Markup, markup } from './markup.ts';
import type { AskedFeature, AskedQuestion, PersonaQuestion, Questionnaire } from './questionnaire.ts';

/**
 * The form of a questionnaire. Each question is a group of radio buttons, named as its column, whose values are what stands in that column:
 * the key of an answer, the id of a persona. What the page's script says stands in it too, in the language of the questionnaire.
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
<button type="button" class="screen">${texts.saveAnyway}</button>
</section>
<section id="saved" class="note" tabindex="-1" aria-labelledby="saved-heading" hidden>
<h2 id="saved-heading">${thanks()}</h2>
<p id="saved-text"></p>
<p id="copy-text">${texts.notSaved}</p>
<textarea id="copy" readonly rows="3" spellcheck="false" aria-labelledby="copy-text"></textarea>
<p>${texts.nextPerson}</p>
</section>
<div class="bar screen">
<p id="answered"></p>
<button type="submit">${texts.save}</button>
</div>
<footer class="screen">
<p>${texts.privacy}</p>
<button type="button" id="clear" class="quiet">${texts.clear}</button>
</footer>
</form>`;
}

/** Letters and digits of the product, which every system takes in the name of a file. */
function fileName(answers: string, product: string): string {
  const name = [answers, ...(product.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])].join('-');
  return [...name].slice(0, 60).join('');
}

function personaSection({ column, text, choices }: PersonaQuestion): Markup {
  const radios = choices.map(({ id, name, description }) => {
    const more = description === undefined ? '' : markup` <small>${description}</small>`;
    return radio(column, id, markup`${name}${more}`);
  });
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
<p class="position">${formTexts().positionOf(index + 1, all)}</p>
<h2 id="feature-${id}">${title}</h2>
${described}${questions.map(questionGroup)}</section>
`;
}

function questionGroup(question: AskedQuestion): Markup {
  return question.kind === 'importance' ? importanceGroup(question) : answersGroup(question);
}

function answersGroup({ column, text }: AskedQuestion): Markup {
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
