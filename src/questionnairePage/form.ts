import { fillIn } from '../base/fillIn.ts';
import { answersCsv } from './answersCsv.ts';
import { answerTo, type FormQuestion, formQuestions, setAnswer } from './formQuestions.ts';
import { forget, keep, readKept } from './keptAnswers.ts';
import { saveFile } from './saveFile.ts';
import { hideUnanswered, showUnanswered, updateUnanswered } from './unansweredView.ts';

/** Brings a questionnaire to life: counts answers, keeps them over a reload, and saves them as a file. Nothing leaves the page. */
export function startForm(form: HTMLFormElement): void {
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
    hideSaved(form);
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
    // Whoever comes next is somebody else.
    ({ respondent } = readKept(product));
    showAnswered(form, questions);
    hideUnanswered(form);
    hideSaved(form);
    questions[0]?.radios[0]?.focus();
  });

  function save(): void {
    hideUnanswered(form);
    const csv = answersCsv(respondent, new Map(questions.map((question) => [question.column, answerTo(question)])));
    const name = `${file}-${respondent}.csv`;
    saveFile(name, csv);
    showSaved(form, fillIn(saved, name), csv);
  }
}

/** What is answered, by column. */
function given(questions: readonly FormQuestion[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = answerTo(question);
      return value === null ? [] : [[question.column, value]];
    }),
  );
}

function showAnswered(form: HTMLFormElement, questions: readonly FormQuestion[]): void {
  const { answered = '', allAnswered = '' } = form.dataset;
  const done = questions.filter((question) => answerTo(question) !== null).length;
  const place = form.querySelector('#answered');
  if (place) place.textContent = done === questions.length ? fillIn(allAnswered, done) : fillIn(answered, done, questions.length);
}

function showSaved(form: HTMLFormElement, text: string, csv: string): void {
  const section = form.querySelector<HTMLElement>('#saved');
  const copy = form.querySelector<HTMLTextAreaElement>('#copy');
  const place = form.querySelector('#saved-text');
  if (!section || !copy || !place) return;
  place.textContent = text;
  copy.value = csv;
  section.hidden = false;
  section.focus();
}

function hideSaved(form: HTMLFormElement): void {
  const section = form.querySelector<HTMLElement>('#saved');
  if (section) section.hidden = true;
}
