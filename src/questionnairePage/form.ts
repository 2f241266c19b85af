import { fillIn } from '../base/fillIn.ts';
import { answersCsv } from '../survey/surveyFormat.ts';
import { type AnswersFile, offerDelivery, saveFile } from './delivery.ts';
import { forget, keep, readKept } from './keptAnswers.ts';
import { offerOneAtATime } from './oneAtATime.ts';
import { answerTo, type FormQuestion, formQuestions, hide, setAnswer, showUnanswered, updateUnanswered } from './questions.ts';

/**
 * Counts answers, keeps them across a reload, and saves them as a file.
 * @param send sends the answers where the form says; without it nothing leaves the page
 */
export function startForm(form: HTMLFormElement, send?: (address: string, csv: string) => Promise<void>): void {
  document.querySelector('#without-script')?.remove();
  const { product = '', file: fileName = '', saved = '', clear = '', post = '', sent = '' } = form.dataset;
  const questions = formQuestions(form);
  const kept = readKept(product);
  let { respondent } = kept;
  for (const question of questions) setAnswer(question, kept.answers[question.column] ?? null);
  showAnswered(form, questions);
  const show = offerOneAtATime(form);

  form.addEventListener('change', () => {
    keep(product, { respondent, answers: given(questions) });
    showAnswered(form, questions);
    updateUnanswered(form, questions, show);
    hide(form, 'saved');
    hide(form, 'failed');
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (questions.every((question) => answerTo(question) !== null)) finish();
    else showUnanswered(form, questions, show);
  });
  form.querySelector('#unanswered button')?.addEventListener('click', finish);
  form.querySelector('#again')?.addEventListener('click', finish);
  form.querySelector('#save-file')?.addEventListener('click', save);

  form.querySelector('#clear')?.addEventListener('click', () => {
    if (!confirm(clear)) return;
    forget(product);
    for (const question of questions) setAnswer(question, null);
    // The next person is another respondent.
    ({ respondent } = readKept(product));
    showAnswered(form, questions);
    hide(form, 'unanswered');
    hide(form, 'saved');
    hide(form, 'failed');
    const first = questions[0]?.radios[0];
    if (!first) return;
    show(first);
    first.focus();
  });

  function file(): AnswersFile {
    const csv = answersCsv(respondent, new Map(questions.map((question) => [question.column, answerTo(question)])));
    return { name: `${fileName}-${respondent}.csv`, csv };
  }

  async function finish(): Promise<void> {
    hide(form, 'unanswered');
    if (!send) return save();
    hide(form, 'failed');
    setSending(form, true);
    try {
      await send(post, file().csv);
      showSaved(form, fillIn(sent, new URL(post).host));
    } catch (error) {
      showFailed(form, error);
    } finally {
      setSending(form, false);
    }
  }

  function save(): void {
    hide(form, 'failed');
    saveFile(file());
    showSaved(form, fillIn(saved, file().name), file());
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

/** @param file absent where the answers were sent: then there is nothing left to do with them */
function showSaved(form: HTMLFormElement, text: string, file?: AnswersFile): void {
  const section = form.querySelector<HTMLElement>('#saved');
  const copy = form.querySelector<HTMLTextAreaElement>('#copy');
  const sentence = form.querySelector('#saved-text');
  const aboutFile = form.querySelector<HTMLElement>('#saved-file');
  if (!section || !copy || !sentence || !aboutFile) return;
  sentence.textContent = text;
  aboutFile.hidden = !file;
  if (file) {
    copy.value = file.csv;
    offerDelivery(form, file);
  }
  section.hidden = false;
  section.focus();
}

function showFailed(form: HTMLFormElement, error: unknown): void {
  const section = form.querySelector<HTMLElement>('#failed');
  const reason = form.querySelector('#failed-reason');
  if (!section || !reason) return;
  const message = error instanceof Error ? error.message : '';
  reason.textContent = message === '' ? '' : fillIn(form.dataset.refused ?? '', message);
  section.hidden = false;
  section.focus();
}

/** Twice the same answers help nobody. */
function setSending(form: HTMLFormElement, isSending: boolean): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('[type=submit], #unanswered button, #again')) button.disabled = isSending;
}
