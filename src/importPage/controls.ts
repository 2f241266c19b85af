import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

/** Something to choose. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
}

/**
 * A list to choose one of. It shows the state of the page whatever was chosen in it.
 * @param open what it says as long as nothing is chosen
 */
export function choiceList<Value extends string>(
  label: string,
  options: readonly Option<Value>[],
  chosen: Value | undefined,
  onChange: (value: Value) => void,
  open?: string,
): TemplateResult {
  const change = ({ target }: Event) => onChange((target as HTMLSelectElement).value as Value);
  return html`<select class=${chosen === undefined ? 'open' : ''} aria-label=${label} @change=${change}>
    ${open === undefined || chosen !== undefined ? '' : html`<option value="" disabled .selected=${live(true)}>${open}</option>`}
    ${options.map(({ value, text }) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`)}
  </select>`;
}

/** A box to tick. */
export function tickBox(text: string, isTicked: boolean, onChange: (isTicked: boolean) => void): TemplateResult {
  const change = ({ target }: Event) => onChange((target as HTMLInputElement).checked);
  return html`<label class="checkbox"><input type="checkbox" .checked=${live(isTicked)} @change=${change} />${text}</label>`;
}

/** Buttons of which one is chosen. */
export function radioButtons<Value extends string>(
  name: string,
  options: readonly Option<Value>[],
  chosen: Value | undefined,
  onChange: (value: Value) => void,
): TemplateResult {
  return html`${options.map(
    ({ value, text }) =>
      html`<label class="radio"><input type="radio" name=${name} .checked=${live(value === chosen)} @change=${() => onChange(value)} />${text}</label>`,
  )}`;
}
