/** A question of the form: a group of radio buttons. */
export interface FormQuestion {
  readonly group: HTMLFieldSetElement;
  /** The column that the answer belongs in. */
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

/** The value of the chosen answer; `null` where there is none. */
export function answerTo({ radios }: FormQuestion): string | null {
  return radios.find(({ checked }) => checked)?.value ?? null;
}

/** Chooses an answer, or none. An answer that the question does not have is none. */
export function setAnswer({ radios }: FormQuestion, value: string | null): void {
  for (const radio of radios) radio.checked = radio.value === value;
}
