import { fillIn } from '../base/fillIn.ts';
import { answerTo, type FormQuestion } from './formQuestions.ts';

/** More links than this help nobody. */
const mostListed = 10;

/** Says which questions have no answer yet, with a link to each, and moves the keyboard there. */
export function showUnanswered(form: HTMLFormElement, questions: readonly FormQuestion[]): void {
  const section = form.querySelector<HTMLElement>('#unanswered');
  if (!section) return;
  section.hidden = false;
  updateUnanswered(form, questions);
  section.focus();
}

/** After an answer: what was said to be missing is so no longer. */
export function updateUnanswered(form: HTMLFormElement, questions: readonly FormQuestion[]): void {
  const section = form.querySelector<HTMLElement>('#unanswered');
  const [heading, list, button] = [section?.querySelector('h2'), section?.querySelector('ul'), section?.querySelector('button')];
  if (!section || section.hidden || !heading || !list || !button) return;
  const unanswered = questions.filter((question) => answerTo(question) === null);
  const isEmpty = unanswered.length === questions.length;
  const { nothingYet = '', unansweredOne = '', unanswered: several = '', more = '' } = form.dataset;
  heading.textContent = isEmpty ? nothingYet : unanswered.length === 1 ? unansweredOne : fillIn(several, unanswered.length);
  list.replaceChildren(...unanswered.slice(0, mostListed).map(link));
  if (unanswered.length > mostListed) list.append(item(fillIn(more, unanswered.length - mostListed)));
  // Saving nothing would help nobody.
  button.hidden = isEmpty;
  section.hidden = unanswered.length === 0;
}

export function hideUnanswered(form: HTMLFormElement): void {
  const section = form.querySelector<HTMLElement>('#unanswered');
  if (section) section.hidden = true;
}

function link({ group, text, radios }: FormQuestion): HTMLLIElement {
  const anchor = document.createElement('a');
  anchor.href = `#${group.id}`;
  anchor.textContent = text;
  anchor.addEventListener('click', (event) => {
    event.preventDefault();
    radios[0]?.focus();
    group.scrollIntoView({ block: 'center' });
  });
  return item(anchor);
}

function item(content: string | Node): HTMLLIElement {
  const entry = document.createElement('li');
  entry.append(content);
  return entry;
}
