import type { MatrixLayout } from '../../matrix/layoutMatrix.ts';
import { panZoom, type Zoom, zoomAround } from '../../matrix/zoom.ts';
import { scrollerOf } from '../scroller.ts';

/** Moving about in the picture by pointer, wheel and pinch, as in a map. */
export class PictureGestures {
  readonly #zoom: () => Zoom;
  readonly #zoomTo: (zoom: Zoom) => void;
  /** Where the drag began, in pixels of the window, and the zoom at that time. */
  #held: { readonly x: number; readonly y: number; readonly zoom: Zoom } | null = null;
  #isDragging = false;

  /**
   * @param zoom gives the current zoom, drawn or not
   * @param zoomTo shows another part of the picture
   */
  constructor(zoom: () => Zoom, zoomTo: (zoom: Zoom) => void) {
    this.#zoom = zoom;
    this.#zoomTo = zoomTo;
  }

  /** Whether the click that follows ends a drag and means no feature. */
  get wasDragged(): boolean {
    return this.#isDragging;
  }

  press({ button, clientX: x, clientY: y }: PointerEvent): void {
    this.#isDragging = false;
    if (button === 0 && this.#zoom().scale > 1) this.#held = { x, y, zoom: this.#zoom() };
  }

  /** Whether the pointer moves the picture, and means nothing else. */
  move(event: PointerEvent, { area: { plot } }: MatrixLayout): boolean {
    if (!this.#held) return false;
    const [right, down] = [this.#held.x - event.clientX, this.#held.y - event.clientY];
    if (!this.#isDragging && Math.hypot(right, down) < slack) return true;
    if (!this.#isDragging) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#isDragging = true;
    this.#zoomTo(panZoom(this.#held.zoom, right / (plot.right - plot.left), down / (plot.bottom - plot.top)));
    return true;
  }

  release({ currentTarget, pointerId }: PointerEvent): void {
    this.#held = null;
    const picture = currentTarget as Element;
    if (picture.hasPointerCapture(pointerId)) picture.releasePointerCapture(pointerId);
  }

  /** A pinch comes as a wheel with the Ctrl key. Without it the wheel scrolls where there is something to scroll. */
  wheel(event: WheelEvent, { area: { plot } }: MatrixLayout): void {
    const scroller = scrollerOf(event.currentTarget as Element) ?? document.scrollingElement;
    const isForScroller = !event.ctrlKey && !event.metaKey && scroller !== null && scroller.scrollHeight > scroller.clientHeight + 1;
    if (isForScroller || event.deltaY === 0) return;
    event.preventDefault();
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const at = {
      x: (event.clientX - box.left - plot.left) / (plot.right - plot.left),
      y: (event.clientY - box.top - plot.top) / (plot.bottom - plot.top),
    };
    // Some wheels count in lines; a pinch has small steps.
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 30);
    const factor = Math.exp(-Math.min(Math.max(pixels, -120), 120) * (event.ctrlKey ? 0.01 : 0.0025));
    this.#zoomTo(zoomAround(this.#zoom(), factor, at));
  }
}

/** Pixels that a click may slip without becoming a drag. */
const slack = 4;
