import type { Look } from './protocol.ts';

/** The key of the feature that an element on the page stands for, or stands within; `null` for any other place. */
export function keyAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-key]') : null;
  return element?.dataset.key ?? null;
}

/** The tally that an element stands for; `null` for the feature as a whole. */
export function tallyAt(target: EventTarget | null): Partial<Look> | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-tally]') : null;
  return element?.dataset.tally === undefined ? null : JSON.parse(element.dataset.tally);
}
