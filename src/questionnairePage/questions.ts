import { fillIn } from '../base/fillIn.ts';

/** A question of the form: a group of radio buttons. */
export interface FormQuestion {
  readonly group: HTMLFieldSetElement;
  readonly column: string;
  readonly text: string;
  readonly radios: readonly HTMLInputElement[];
}

/** The questions of the form, in order. */
export function formQuestions(form: HTMLFormElement): readonly FormQuestion[] {
  return [...form.querySelectorAll('fieldset')].flatMap((group) => {
    const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const column = radios[0]?.name;
    return column === undefined ? [] : [{ group, column, text: group.querySelector('legend')?.textContent ?? column, radios }];
  });
}

/** The value of the chosen answer; `null` if there is none. */
export function answerTo({ radios }: FormQuestion): string | null {
  return radios.find(({ checked }) => checked)?.value ?? null;
}

/** Chooses an answer. `null`, or a value that is not an answer, clears the question. */
export function setAnswer({ radios }: FormQuestion, value: string | null): void {
  for (const radio of radios) radio.checked = radio.value === value;
}

/** More links than this help nobody. */
const mostListed = 10;

/**
 * Lists the questions without an answer, with a link to each, and moves the focus there.
 * @param show is called with a question before it gets the focus
 */
export function showUnanswered(form: HTMLFormElement, questions: readonly FormQuestion[], show: (inside: Element) => void): void {
  const section = form.querySelector<HTMLElement>('#unanswered');
  if (!section) return;
  section.hidden = false;
  updateUnanswered(form, questions, show);
  section.focus();
}

/** Updates the list after an answer, if it is shown. */
export function updateUnanswered(form: HTMLFormElement, questions: readonly FormQuestion[], show: (inside: Element) => void): void {
  const section = form.querySelector<HTMLElement>('#unanswered');
  const [heading, list, button] = [section?.querySelector('h2'), section?.querySelector('ul'), section?.querySelector('button')];
  if (!section || section.hidden || !heading || !list || !button) return;
  const unanswered = questions.filter((question) => answerTo(question) === null);
  const isEmpty = unanswered.length === questions.length;
  const { nothingYet = '', unansweredOne = '', unanswered: several = '', more = '' } = form.dataset;
  heading.textContent = isEmpty ? nothingYet : unanswered.length === 1 ? unansweredOne : fillIn(several, unanswered.length);
  list.replaceChildren(...unanswered.slice(0, mostListed).map((question) => link(question, show)));
  if (unanswered.length > mostListed) list.append(item(fillIn(more, unanswered.length - mostListed)));
  // There is nothing to save.
  button.hidden = isEmpty;
  section.hidden = unanswered.length === 0;
}

/** Hides a section of the form. */
export function hide(form: HTMLFormElement, id: 'unanswered' | 'saved' | 'failed'): void {
  const section = form.querySelector<HTMLElement>(`#${id}`);
  if (section) section.hidden = true;
}

function link({ group, text, radios }: FormQuestion, show: (inside: Element) => void): HTMLLIElement {
  const anchor = document.createElement('a');
  anchor.href = `#${group.id}`;
  anchor.textContent = text;
  anchor.addEventListener('click', (event) => {
    event.preventDefault();
    show(group);
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
