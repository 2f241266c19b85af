import { fillIn } from '../base/fillIn.ts';
import { answersCsv } from '../survey/surveyFormat.ts';
import { forget, keep, readKept } from './keptAnswers.ts';
import { answerTo, type FormQuestion, formQuestions, hide, setAnswer, showUnanswered, updateUnanswered } from './questions.ts';

const form = document.querySelector<HTMLFormElement>('#questionnaire');
if (form) startForm(form);

/** Counts answers, keeps them across a reload, and saves them as a file. Nothing leaves the page. */
function startForm(form: HTMLFormElement): void {
  document.querySelector('#without-script')?.remove();
  const { product = '', file = '', saved = '', clear = '' } = form.dataset;
  const questions = formQuestions(form);
  const kept = readKept(product);
  let { respondent } = kept;
  for (const question of questions) setAnswer(question, kept.answers[question.column] ?? null);
  showAnswered(form, questions);

  form.addEventListener('change', () => {
    keep(product, { respondent, answers: given(questions) });
    showAnswered(form, questions);
    updateUnanswered(form, questions);
    hide(form, 'saved');
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (questions.every((question) => answerTo(question) !== null)) save();
    else showUnanswered(form, questions);
  });
  form.querySelector('#unanswered button')?.addEventListener('click', save);

  form.querySelector('#clear')?.addEventListener('click', () => {
    if (!confirm(clear)) return;
    forget(product);
    for (const question of questions) setAnswer(question, null);
    // The next person is another respondent.
    ({ respondent } = readKept(product));
    showAnswered(form, questions);
    hide(form, 'unanswered');
    hide(form, 'saved');
    questions[0]?.radios[0]?.focus();
  });

  function save(): void {
    hide(form, 'unanswered');
    const csv = answersCsv(respondent, new Map(questions.map((question) => [question.column, answerTo(question)])));
    const name = `${file}-${respondent}.csv`;
    saveFile(name, csv);
    showSaved(form, fillIn(saved, name), csv);
  }
}

function given(questions: readonly FormQuestion[]): Readonly<Record<string, string>> {
  const answers = questions.map((question) => [question.column, answerTo(question)] as const);
  return Object.fromEntries(answers.filter((answer): answer is readonly [string, string] => answer[1] !== null));
}

function showAnswered(form: HTMLFormElement, questions: readonly FormQuestion[]): void {
  const { answered = '', allAnswered = '' } = form.dataset;
  const done = questions.filter((question) => answerTo(question) !== null).length;
  const counter = form.querySelector('#answered');
  if (counter) counter.textContent = done === questions.length ? fillIn(allAnswered, done) : fillIn(answered, done, questions.length);
}

function showSaved(form: HTMLFormElement, text: string, csv: string): void {
  const section = form.querySelector<HTMLElement>('#saved');
  const copy = form.querySelector<HTMLTextAreaElement>('#copy');
  const sentence = form.querySelector('#saved-text');
  if (!section || !copy || !sentence) return;
  sentence.textContent = text;
  copy.value = csv;
  section.hidden = false;
  section.focus();
}

/** Makes the browser download a text as a file. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // Some browsers start reading after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
