import { scrollerOf } from '../scroller.ts';

/** Rows of a long list that are drawn: from `from` up to `to`, which is not drawn. */
export interface RowSlice {
  readonly from: number;
  readonly to: number;
}

interface RowWindow {
  readonly keys: readonly string[];
  readonly rowHeight: number;
  readonly slice: RowSlice;
}

/**
 * Keeps long lists short: of the rows of each list on the page, only those in sight and a few around them are drawn. A list is an element
 * with `data-window`, as high as all of its rows; an element with the class `scroller`, or the page, scrolls it.
 */
export class RowWindows {
  readonly #drawn = new Map<string, RowWindow>();
  readonly #wanted = new Map<string, RowSlice>();

  /** Before the page is drawn. */
  begin(): void {
    this.#drawn.clear();
  }

  /** Which rows of a list to draw. */
  slice(name: string, keys: readonly string[], rowHeight: number): RowSlice {
    const { from, to } = this.#wanted.get(name) ?? { from: 0, to: rowsAtFirst };
    const slice = { from: Math.min(from, Math.max(0, keys.length - rowsAtFirst)), to: Math.min(to, keys.length) };
    this.#drawn.set(name, { keys, rowHeight, slice });
    return slice;
  }

  /** After the page was drawn: whether rows are in sight that were not, so that it has to be drawn again. */
  measure(root: Element): boolean {
    let isMissing = false;
    for (const element of root.querySelectorAll<HTMLElement>('[data-window]')) {
      const name = element.dataset.window ?? '';
      const list = this.#drawn.get(name);
      if (!list) continue;
      const seen = rowsInSight(clipped(element), list.rowHeight, list.keys.length);
      if (seen === null || (seen.from >= list.slice.from && seen.to <= list.slice.to)) continue;
      this.#wanted.set(name, { from: Math.max(0, seen.from - rowsAround), to: seen.to + rowsAround });
      isMissing = true;
    }
    return isMissing;
  }

  /** The keys of all rows, list after list. */
  get keys(): readonly string[] {
    return [...this.#drawn.values()].flatMap(({ keys }) => keys);
  }

  /** The keys of the rows that are drawn. */
  get drawnKeys(): readonly string[] {
    return [...this.#drawn.values()].flatMap(({ keys, slice }) => keys.slice(slice.from, slice.to));
  }

  /** Scrolls so far that a row is in sight, whether or not it is drawn. */
  scrollTo(key: string, root: Element): void {
    for (const [name, { keys, rowHeight }] of this.#drawn) {
      const index = keys.indexOf(key);
      const element = index === -1 ? null : root.querySelector(`[data-window="${CSS.escape(name)}"]`);
      if (element) scrollIntoSight(element, index * rowHeight, rowHeight);
    }
  }
}

/** A little more than fits into most panels. */
const rowsAtFirst = 40;
const rowsAround = 30;

/** The rows between two heights, in pixels from the top of the list; `null` where the list is out of sight. */
export function rowsInSight(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  rowHeight: number,
  count: number,
): RowSlice | null {
  if (bottom <= top) return null;
  return { from: Math.max(0, Math.floor(top / rowHeight)), to: Math.min(count, Math.ceil(bottom / rowHeight)) };
}

function clipped(element: Element): { top: number; bottom: number } {
  const box = element.getBoundingClientRect();
  const frame = scrollerOf(element)?.getBoundingClientRect();
  return {
    top: Math.max(0, (frame?.top ?? 0) - box.top, -box.top),
    bottom: Math.min(box.height, Math.min(frame?.bottom ?? innerHeight, innerHeight) - box.top),
  };
}

function scrollIntoSight(element: Element, offset: number, height: number): void {
  const scroller = scrollerOf(element) ?? document.scrollingElement;
  if (!scroller) return;
  const isPage = scroller === document.scrollingElement;
  // Where the page scrolls, the strip with the numbers stays at its bottom.
  const strip = document.querySelector('.details')?.getBoundingClientRect().height ?? 0;
  const frame = isPage ? { top: 0, height: innerHeight - strip } : scroller.getBoundingClientRect();
  // Headings stay at the top of a table while it scrolls.
  const covered = element.parentElement?.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const top = element.getBoundingClientRect().top + offset - frame.top;
  if (top < covered) scroller.scrollTop += top - covered;
  else if (top + height > frame.height) scroller.scrollTop += top + height - frame.height;
}
