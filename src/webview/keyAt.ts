/** The key of the feature that an element on the page stands for, or stands within; `null` for any other place. */
export function keyAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-key]') : null;
  return element?.dataset.key ?? null;
}
