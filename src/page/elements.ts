import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { type Fill, fillOf, leftHalfPath, shapeOf, symbolPath } from '../matrix/symbol.ts';
import type { CategoryOrNone } from '../terms/categoryLabels.ts';
import { certainty } from '../terms/featureSentences.ts';
import type { PageContext } from './pageContext.ts';
import type { TallyChoice } from './protocol.ts';
import type { DefinitionList } from './state/definitions.ts';
import type { SelectOption } from './state/lists.ts';
import type { PanelRow } from './state/rows.ts';

/** Says why there is nothing to see, and what to do about it. */
export function emptyView(text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="empty"><p>${text}</p>${action}</div>`;
}

/** A list to choose one of, which shows the state of the page whatever was chosen in it; left out while there is nothing to choose from. */
export function selectView(
  label: string,
  choices: readonly SelectOption[],
  chosen: string | null,
  all: string,
  onChange: (key: string | null) => void,
): TemplateResult | typeof nothing {
  if (choices.length === 0 && chosen === null) return nothing;
  // What was chosen may have been removed from the file since; then it still has to be seen, so that it can be taken back.
  const known = choices.some(({ key }) => key === chosen) || chosen === null ? choices : [...choices, { key: chosen, name: chosen }];
  return html`<label class=${chosen === null ? 'select' : 'select chosen'}
    ><span>${label}</span
    ><select @change=${(event: Event) => onChange(keyOf(chosenValue(event)))}>
      <option value="" .selected=${live(chosen === null)}>${all}</option>
      ${known.map(({ key, name }) => html`<option value="=${key}" .selected=${live(key === chosen)}>${name.slice(0, 80)}</option>`)}
    </select></label
  >`;
}

/** A sign before keys tells them from "all": a file may have an empty key. */
function keyOf(value: string): string | null {
  return value === '' ? null : value.slice(1);
}

/** The value that a reader chose in a list. */
export function chosenValue({ target }: Event): string {
  return (target as HTMLSelectElement).value;
}

/** A box to tick, a native one: it answers a reader only, never to being drawn. */
export function checkboxView(
  content: TemplateResult | string,
  isChecked: boolean,
  onChange: (isChecked: boolean) => void,
  isDisabled = false,
): TemplateResult {
  const change = ({ target }: Event) => onChange((target as HTMLInputElement).checked);
  return html`<label class="checkbox"><input type="checkbox" ?disabled=${isDisabled} .checked=${live(isChecked)} @change=${change} />${content}</label>`;
}

/** The name of a definition, which leads to its place in the file where there is an editor. */
export function definitionLink(
  { name, key }: SelectOption,
  list: DefinitionList,
  { isEditor, actions }: PageContext,
  className = 'link',
  content: TemplateResult | string = name,
): TemplateResult | string {
  if (!isEditor) return content;
  return html`<button type="button" class=${className} @click=${() => actions.revealDefinition(list, key)}>${content}</button>`;
}

/** The class that gives a category's colour to what is drawn in `currentColor`. */
export function categoryClass(category: CategoryOrNone): string {
  return `category-${category ?? 'none'}`;
}

/** The symbol of a category around the origin, with a question mark where the team assumes it. */
export function symbolMark(
  category: CategoryOrNone,
  assumed: boolean,
  radius: number,
  fill = fillOf(category, assumed),
): SVGTemplateResult {
  const shape = shapeOf(category);
  return svg`<path class=${fill === 'whole' ? 'mark' : 'mark hollow'} d=${symbolPath(shape, radius)}></path>${
    fill === 'half' ? svg`<path class="half" d=${leftHalfPath(shape, radius)}></path>` : nothing
  }${assumed ? svg`<text class="assumed" text-anchor="middle" y=${radius * 0.6} font-size=${radius * 1.6}>?</text>` : nothing}`;
}

/** The symbol of a category within a line of text that names it as well. */
export function markView(category: CategoryOrNone, assumed = false, fill?: Fill): TemplateResult {
  return html`<svg class="symbol ${categoryClass(category)}" viewBox="-8 -8 16 16" aria-hidden="true">${svg`${symbolMark(category, assumed, 5.5, fill)}`}</svg>`;
}

/** The symbol of a feature within a line of text that names its category as well. */
export function featureMark({ category, assumed, numbers }: Pick<PanelRow, 'category' | 'assumed' | 'numbers'>): TemplateResult {
  return markView(category, assumed, fillOf(category, assumed, certainty(numbers)));
}

/** The key of the feature that an element on the page is for, or is part of; `null` for any other element. */
export function keyOfElement(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-key]') : null;
  return element?.dataset.key ?? null;
}

/** The tally that an element is for; `null` for the feature as a whole. */
export function tallyOfElement(target: EventTarget | null): TallyChoice | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-tally]') : null;
  return element?.dataset.tally === undefined ? null : JSON.parse(element.dataset.tally);
}
