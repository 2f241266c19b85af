import { render } from 'lit-html';
import { layoutMatrix, type MatrixLayout } from '../matrix/layoutMatrix.ts';
import type { MatrixSize } from '../matrix/matrixFrame.ts';
import type { Zoom } from '../matrix/zoom.ts';
import { measure as formatNumber } from '../wording/numbers.ts';
import { asBase64, copyPng, picturePng, pictureSvg, themeOfPage } from './exportPicture.ts';
import { fillIn } from './fillIn.ts';
import type { HostConnection } from './hostConnection.ts';
import { keyAt, tallyAt } from './keyAt.ts';
import type { MatrixView } from './matrixView.ts';
import { measureOfPage } from './measureText.ts';
import { nearestSymbol } from './nearestSymbol.ts';
import type { PageActions, PageContext } from './pageContext.ts';
import { noFilters, type PageState } from './pageState.ts';
import { PageStore } from './pageStore.ts';
import { noFileView, type PageListeners, pageView } from './pageView.ts';
import { PictureGestures } from './pictureGestures.ts';
import { pictureTarget, zoomShowing } from './pictureKeyboard.ts';
import { showMotion } from './pointMotion.ts';
import { everything, type HostMessage } from './protocol.ts';
import { targetOfKey } from './rowKeyboard.ts';
import { RowWindows } from './rowWindows.ts';
import { sortRows } from './sortRows.ts';
import { type RankedRow, toPoints } from './visibleRows.ts';

/** The panel's page: draws what the store knows, and says what happens on a message, a click or a key. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #host: HostConnection;
  readonly #store: PageStore;
  readonly #windows = new RowWindows();
  readonly #gestures = new PictureGestures(
    () => this.#store.page.view.zoom,
    (zoom) => this.#zoom(zoom),
  );
  readonly #resizes = new ResizeObserver(([entry]) => entry && this.#resized(entry.contentRect));
  readonly #afterDrawing: (() => void)[] = [];
  #observed: Element | null = null;
  #hovered: string | null = null;
  #focused: string | null = null;
  #size: MatrixSize | null = null;
  #layout: MatrixLayout | null = null;
  #said = '';
  #frame = 0;

  constructor(root: HTMLElement, host: HostConnection) {
    this.#root = root;
    this.#host = host;
    this.#store = new PageStore(host);
    host.onMessage((message) => this.#receive(message));
    // Another theme may bring another font.
    new MutationObserver(() => this.#relayout()).observe(document.body, { attributeFilter: ['class'] });
    for (const event of ['scroll', 'resize']) window.addEventListener(event, () => this.#measureRows(), { capture: true, passive: true });
    const { scope, look } = this.#store.page;
    host.post({ type: 'ready', scope, look });
  }

  #receive(message: HostMessage): void {
    switch (message.type) {
      case 'state':
      case 'patch':
        this.#store.receive(message);
        this.#relayout();
        break;
      case 'select':
        this.#store.selectFromHost(message.key);
        this.#bringIntoSight(message.key);
        this.#draw(() => this.#scrollToSelection());
        break;
      case 'said':
        this.#say(message.text);
    }
  }

  readonly #actions: PageActions = {
    change: (change) => this.#change(change),
    filter: (change) => this.#change({ filters: { ...this.#store.page.filters, ...change } }),
    look: (change) => this.#change({ look: { ...this.#store.page.look, ...change } }),
    clearFilters: () => this.#change({ filters: noFilters, look: everything }),
    revealDefinition: (list, key) => this.#host.post({ type: 'revealDefinition', list, key }),
    pick: (key) => this.#pick(key, false),
    reveal: (key) => this.#host.post({ type: 'reveal', key, focus: true }),
    edit: ({ key, id }, edit) => this.#host.post({ type: 'edit', key, id, edit }),
    takeTable: (format, copy) => this.#host.post({ type: 'table', format, copy, keys: this.#keysInOrder() }),
    takePicture: (format, copy) => void this.#takePicture(format, copy),
    chooseFile: () => this.#host.post({ type: 'chooseFile' }),
  };

  readonly #listeners: PageListeners = {
    onKey: (event) => this.#rowKey(event),
    onClick: (event) => this.#click(event),
    onDoubleClick: (event) => {
      const key = keyAt(event.target);
      if (key !== null) this.#actions.reveal(key);
    },
    onPointer: (event) => this.#isInPicture(event) || this.#hover(keyAt(event.target)),
    onLeave: () => this.#hover(null),
    onFocus: (event) => this.#focus(event.type === 'focusin' ? keyAt(event.target) : null),
  };

  #change(change: Partial<PageState>): void {
    const { selected, tab } = this.#store.page;
    this.#store.change(change);
    if (change.selected !== undefined && change.selected !== selected) {
      this.#bringIntoSight(change.selected);
      this.#draw(() => this.#scrollToSelection());
    }
    if (change.tab !== undefined && change.tab !== tab) this.#draw(() => this.#scrollToSelection());
    this.#relayout();
  }

  #relayout(): void {
    const before = this.#layout;
    this.#layout = this.#layOut();
    this.#draw(() => {
      const picture = this.#root.querySelector('.picture');
      if (before && this.#layout && picture) showMotion(before, this.#layout, picture);
    });
  }

  #layOut(): MatrixLayout | null {
    const { page, texts, rows } = this.#store;
    if (page.tab !== 'matrix' || !this.#size || !texts) return null;
    return layoutMatrix(toPoints(rows), this.#size, {
      texts: { ...texts.matrix, title: '', description: '' },
      legend: 'scales',
      ...page.view,
      format: formatNumber,
      ...measureOfPage(),
    });
  }

  #resized({ width, height }: MatrixSize): void {
    if (this.#size?.width === width && this.#size.height === height) return;
    this.#size = width > 0 && height > 0 ? { width: Math.floor(width), height: Math.floor(height) } : null;
    this.#relayout();
  }

  /** Draws once for all changes of a frame. */
  #draw(then?: () => void): void {
    if (then) this.#afterDrawing.push(then);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#drawNow();
      for (const next of this.#afterDrawing.splice(0)) next();
    });
  }

  #drawNow(): void {
    const { state, texts } = this.#store;
    if (!texts) return;
    if (!state) return void render(noFileView(texts, this.#actions.chooseFile), this.#root);
    const focused = document.activeElement;
    const context = this.#context(state, texts);
    this.#windows.begin();
    render(pageView(context, this.#matrix(context), this.#listeners, this.#said), this.#root);
    this.#markActive(context.active);
    // A row that moved lost the keyboard on its way.
    if (focused?.isConnected && document.activeElement !== focused) (focused as HTMLElement).focus?.({ preventScroll: true });
    this.#observe();
    this.#measureRows();
  }

  #context(state: PageContext['state'], texts: PageContext['texts']): PageContext {
    const { page, all, rows, byKey } = this.#store;
    return {
      ...{ state, texts, page, all, rows, byKey },
      layout: this.#layout,
      active: this.#hovered ?? this.#focused ?? page.selected,
      tabStops: [this.#focused, page.selected],
      windows: this.#windows,
      actions: this.#actions,
    };
  }

  #matrix({ active, page, rows, byKey, texts, tabStops }: PageContext): MatrixView | null {
    const layout = this.#layout;
    if (!layout) return null;
    const keys = layout.points.map(({ point }) => point.key);
    return {
      ...{ layout, active, rows, selected: page.selected, label: texts.matrixLabel, gestures: this.#gestures },
      tabStop: tabStops.find((key) => key !== null && keys.includes(key)) ?? keys[0] ?? null,
      describe: (key) => describe(byKey.get(key)),
      onKey: (event) => this.#pictureKey(event),
      onClick: (event) => {
        event.stopPropagation();
        this.#pick(this.#keyUnder(event), event.detail === 0);
      },
      onPointer: (event) => this.#hover(this.#keyUnder(event)),
      onLeave: () => this.#hover(null),
      onFocus: (event) => this.#focus(event.type === 'focusin' ? keyAt(event.target) : null),
    };
  }

  /** By hand, because it changes with every move of the pointer. */
  #markActive(key: string | null): void {
    for (const element of this.#root.querySelectorAll('.active')) element.classList.remove('active');
    if (key === null) return;
    for (const element of this.#root.querySelectorAll(`:is(.row, .line, .label)[data-key="${CSS.escape(key)}"]`))
      element.classList.add('active');
  }

  #observe(): void {
    const canvas = this.#root.querySelector('.canvas');
    if (canvas === this.#observed) return;
    this.#resizes.disconnect();
    this.#observed = canvas;
    if (canvas) this.#resizes.observe(canvas);
  }

  #measureRows(): void {
    if (this.#windows.measure(this.#root)) this.#draw();
  }

  #hover(key: string | null): void {
    if (key === this.#hovered) return;
    this.#hovered = key;
    this.#draw();
  }

  #focus(key: string | null): void {
    if (key === this.#focused) return;
    this.#focused = key;
    this.#draw();
  }

  #click(event: MouseEvent): void {
    const key = keyAt(event.target);
    if (key === null) return;
    const byKeyboard = event.detail === 0;
    const tally = tallyAt(event.target);
    this.#change({ selected: key });
    this.#host.post({ type: 'reveal', key, focus: byKeyboard, ...(tally && { tally }) });
  }

  /** A click, or Enter and Space, which bring a click without a pointer: those move the keyboard to the file as well. */
  #pick(key: string | null, byKeyboard: boolean): void {
    if (key === null) return;
    this.#change({ selected: key });
    this.#host.post({ type: 'reveal', key, focus: byKeyboard });
  }

  #pictureKey(event: KeyboardEvent): void {
    if (!this.#layout || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = pictureTarget(event, this.#focused, this.#layout, toPoints(this.#store.rows));
    if ((event.key === 'Enter' || event.key === ' ') && this.#focused !== null) this.#pick(this.#focused, true);
    else if (event.key === 'Escape') this.#change({ selected: null });
    else if (target && 'zoom' in target) this.#zoom(target.zoom);
    else if (target) this.#goToPoint(target.key);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #zoom(zoom: Zoom): void {
    this.#change({ view: { ...this.#store.page.view, zoom } });
  }

  /** Moves the picture where the selected feature is out of sight. */
  #bringIntoSight(key: string | null): void {
    const [point] = toPoints(this.#store.rows.filter((row) => row.key === key));
    const zoom = point && this.#layout && zoomShowing(point, this.#layout);
    if (zoom && zoom !== this.#layout?.zoom) this.#zoom(zoom);
  }

  /** Selects a feature and gives its symbol the keyboard, once it is in sight. */
  #goToPoint(key: string): void {
    this.#change({ selected: key });
    this.#draw(() => this.#root.querySelector<SVGElement>(`.point[data-key="${CSS.escape(key)}"]`)?.focus());
  }

  async #takePicture(format: 'svg' | 'png', copy: boolean): Promise<void> {
    const { texts, state, rows, page } = this.#store;
    if (!texts || !state) return;
    const { product, footer } = state;
    const points = toPoints(rows);
    const shown = fillIn(texts.filter.shown, rows.length, state.rows.length);
    const svg = pictureSvg({
      ...{ points, texts, product, view: page.view, theme: themeOfPage(document.body) },
      footer: rows.length < state.rows.length ? [shown, ...footer] : footer,
    });
    if (format === 'svg') this.#host.post({ type: 'picture', format, content: svg, copy });
    else if (!copy) this.#host.post({ type: 'picture', format, content: await asBase64(await picturePng(svg)), copy });
    else {
      const { pictureCopied, notCopied } = texts.take;
      this.#say(
        await copyPng(svg).then(
          () => pictureCopied,
          () => notCopied,
        ),
      );
    }
  }

  #rowKey(event: KeyboardEvent): void {
    const focused = event.target instanceof Element ? event.target.closest<HTMLElement>('.row, .cell') : null;
    if (!focused) return;
    const target = targetOfKey(event.key, focused, this.#windows);
    if (event.key === 'Escape') this.#change({ selected: null });
    else if (target && 'element' in target) target.element.focus();
    else if (target) this.#goToRow(target.key);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }

  #goToRow(key: string): void {
    this.#windows.scrollTo(key, this.#root);
    this.#change({ selected: key });
    // The row may be drawn only now that it is in sight.
    this.#draw(() => {
      if (this.#focusRow(key)) return;
      this.#draw(() => this.#focusRow(key));
    });
  }

  #focusRow(key: string): boolean {
    const row = this.#root.querySelector<HTMLElement>(`.row[data-key="${CSS.escape(key)}"]`);
    row?.focus({ preventScroll: true });
    return row !== null;
  }

  #isInPicture(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.canvas') !== null;
  }

  #keyUnder(event: MouseEvent): string | null {
    const label = keyAt(event.target);
    if (label !== null || !this.#layout) return label;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return nearestSymbol(this.#layout.points, { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  #scrollToSelection(): void {
    const { selected } = this.#store.page;
    // In a narrow panel lists lie under the picture, and scrolling to them would take the picture away from under the pointer.
    const list = this.#root.querySelector('.scroller');
    if (selected !== null && list && getComputedStyle(list).overflowY !== 'visible') this.#windows.scrollTo(selected, this.#root);
  }

  #keysInOrder(): readonly string[] {
    const { rows, page, state } = this.#store;
    return (state ? sortRows(rows, page.sorting, state.lists) : rows).map(({ key }) => key);
  }

  #say(text: string): void {
    this.#said = text;
    this.#draw();
    setTimeout(() => {
      if (this.#said !== text) return;
      this.#said = '';
      this.#draw();
    }, 8000);
  }
}

function describe(row: RankedRow | undefined): string {
  return row ? [row.title, row.categoryText, ...row.details].join(', ') : '';
}
