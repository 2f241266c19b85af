/** The element that scrolls another; `null` where the page does. */
export function scrollerOf(element: Element): Element | null {
  let scroller = element.closest('.scroller');
  while (scroller && getComputedStyle(scroller).overflowY === 'visible') scroller = scroller.parentElement?.closest('.scroller') ?? null;
  return scroller;
}
