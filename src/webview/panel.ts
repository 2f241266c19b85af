import { render } from 'lit-html';
import type { Category } from '../document/model.ts';
import { layoutMatrix, type MatrixLayout } from '../matrix/layoutMatrix.ts';
import type { MatrixSize } from '../matrix/matrixFrame.ts';
import type { HostConnection } from './hostConnection.ts';
import { keyAt } from './keyAt.ts';
import { pointInDirection, rowInDirection } from './keyboardTarget.ts';
import { measureOfPage } from './measureText.ts';
import { nearestSymbol } from './nearestSymbol.ts';
import { pageView } from './pageView.ts';
import { applyPanelPatch } from './panelPatch.ts';
import { showMotion } from './pointMotion.ts';
import type { HostMessage, PanelState, PanelTexts } from './protocol.ts';
import { occurringCategories, type RankedRow, toPoints, visibleRows } from './visibleRows.ts';

/** The panel's page in one place: what is shown, what is selected, and what happens on a message, a click or a key. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #host: HostConnection;
  readonly #resizes = new ResizeObserver(([entry]) => entry && this.#resized(entry.contentRect));
  #observed: Element | null = null;
  #uri: string;
  #state: PanelState | null = null;
  #texts: PanelTexts | null = null;
  #selected: string | null;
  #search: string;
  #hidden: readonly (Category | 'none')[];
  #hovered: string | null = null;
  #focused: string | null = null;
  #size: MatrixSize | null = null;
  #rows: readonly RankedRow[] = [];
  #layout: MatrixLayout | null = null;
  #frame = 0;

  constructor(root: HTMLElement, host: HostConnection) {
    this.#root = root;
    this.#host = host;
    const remembered = host.remembered();
    this.#uri = remembered?.uri ?? '';
    this.#selected = remembered?.selected ?? null;
    this.#search = remembered?.search ?? '';
    this.#hidden = (remembered?.hidden ?? []) as (Category | 'none')[];
    host.onMessage((message) => this.#receive(message));
    // Another theme may bring another font.
    new MutationObserver(() => this.#relayout()).observe(document.body, { attributeFilter: ['class'] });
    host.post({ type: 'ready' });
  }

  #receive(message: HostMessage): void {
    switch (message.type) {
      case 'state':
        this.#uri = message.uri;
        this.#texts = message.texts;
        this.#state = message.state;
        if (message.selected !== undefined) this.#selected = message.selected;
        this.#changed();
        break;
      case 'patch':
        if (this.#state) this.#state = applyPanelPatch(this.#state, message.patch);
        this.#changed();
        break;
      case 'select':
        this.#selected = message.key;
        this.#remember();
        this.#draw(() => this.#scrollToSelection());
    }
  }

  /** Rows or filter changed. */
  #changed(): void {
    const rows = this.#state?.rows ?? [];
    if (this.#state && !rows.some(({ key }) => key === this.#selected)) this.#selected = null;
    this.#rows = this.#state ? visibleRows(this.#state, { search: this.#search, hidden: this.#hidden }) : [];
    this.#remember();
    this.#relayout();
  }

  #relayout(): void {
    const before = this.#layout;
    this.#layout = this.#size && this.#texts ? this.#layOut(this.#size, this.#texts) : null;
    this.#draw(() => {
      const picture = this.#root.querySelector('.picture');
      if (before && this.#layout && picture) showMotion(before, this.#layout, picture);
    });
  }

  #layOut(size: MatrixSize, texts: PanelTexts): MatrixLayout {
    return layoutMatrix(toPoints(this.#rows), size, {
      texts: { ...texts.matrix, title: '', description: '' },
      legend: false,
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

  readonly #afterDrawing: (() => void)[] = [];

  #drawNow(): void {
    const texts = this.#texts;
    if (!texts) return;
    const focused =
      document.activeElement instanceof HTMLElement || document.activeElement instanceof SVGElement ? document.activeElement : null;
    const active = this.#hovered ?? this.#focused ?? this.#selected;
    const shared = { active, selected: this.#selected, onLeave: () => this.#hover(null) };
    const keys = new Set(this.#rows.map(({ key }) => key));
    const byKey = new Map(this.#rows.map((row) => [row.key, row]));
    const pointKeys = this.#layout?.points.map(({ point }) => point.key) ?? [];
    const view = pageView({
      state: this.#state,
      texts,
      search: this.#search,
      rows: this.#rows,
      matrix: this.#layout && {
        ...shared,
        layout: this.#layout,
        label: texts.matrixLabel,
        tabStop: [this.#focused, this.#selected].find((key) => key !== null && pointKeys.includes(key)) ?? pointKeys[0] ?? null,
        describe: (key) => describe(byKey.get(key)),
        onKey: (event) => this.#pictureKey(event),
        onClick: (event) => this.#pick(this.#keyUnder(event), event.detail === 0),
        onPointer: (event) => this.#hover(this.#keyUnder(event)),
        onFocus: (event) => this.#focus(event.type === 'focusin' ? keyAt(event.target) : null),
        rows: this.#rows,
      },
      list: {
        ...shared,
        rows: this.#rows,
        texts,
        tabStop: [this.#focused, this.#selected].find((key) => key !== null && keys.has(key)) ?? this.#rows[0]?.key ?? null,
        onKey: (event) => this.#listKey(event),
        onClick: (event) => this.#pick(keyAt(event.target), event.detail === 0),
        onDoubleClick: (event) => this.#reveal(keyAt(event.target), true),
        onPointer: (event) => this.#hover(keyAt(event.target)),
        onFocus: (event) => this.#focus(event.type === 'focusin' ? keyAt(event.target) : null),
      },
      legend: {
        texts,
        occurring: occurringCategories(this.#state?.rows ?? []),
        hidden: this.#hidden,
        onToggle: (category, shown) => this.#toggle(category, shown),
      },
      details: (active === null ? undefined : byKey.get(active)) ?? null,
      onSearch: (event) => this.#filter((event.target as HTMLInputElement).value, this.#hidden),
      onShowAll: () => this.#filter('', []),
      onChooseFile: () => this.#host.post({ type: 'chooseFile' }),
    });
    render(view, this.#root);
    this.#markActive(active);
    // A row that moved lost the keyboard on its way.
    if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
    this.#observe();
  }

  /** By hand, because it changes with every move of the pointer, and drawing a thousand rows for it would be felt. */
  #markActive(key: string | null): void {
    for (const element of this.#root.querySelectorAll('.active')) element.classList.remove('active');
    if (key === null) return;
    for (const element of this.#root.querySelectorAll(`:is(.row, .label)[data-key="${CSS.escape(key)}"]`)) element.classList.add('active');
  }

  #observe(): void {
    const canvas = this.#root.querySelector('.canvas');
    if (canvas === this.#observed) return;
    this.#resizes.disconnect();
    this.#observed = canvas;
    if (canvas) this.#resizes.observe(canvas);
  }

  #filter(search: string, hidden: readonly (Category | 'none')[]): void {
    this.#search = search;
    this.#hidden = hidden;
    this.#changed();
  }

  #toggle(category: Category | 'none', shown: boolean): void {
    const others = this.#hidden.filter((other) => other !== category);
    this.#filter(this.#search, shown ? others : [...others, category]);
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

  #select(key: string | null): void {
    if (key === this.#selected) return;
    this.#selected = key;
    this.#remember();
    this.#host.post({ type: 'select', key });
    this.#draw(() => this.#scrollToSelection());
  }

  /** A click, or Enter and Space, which bring a click without a pointer: those move the keyboard to the file as well. */
  #pick(key: string | null, byKeyboard: boolean): void {
    if (key === null) return;
    this.#select(key);
    this.#reveal(key, byKeyboard);
  }

  #reveal(key: string | null, focus: boolean): void {
    if (key !== null) this.#host.post({ type: 'reveal', key, focus });
  }

  #pictureKey(event: KeyboardEvent): void {
    if (!this.#layout || this.#focused === null) return;
    const next = pointInDirection(event.key, this.#focused, this.#layout);
    if (event.key === 'Enter' || event.key === ' ') this.#pick(this.#focused, true);
    else if (event.key === 'Escape') this.#select(null);
    else if (next !== null) this.#go('.point', next);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }

  #listKey(event: KeyboardEvent): void {
    const keys = [...this.#root.querySelectorAll<HTMLElement>('.row')].flatMap(({ dataset }) => dataset.key ?? []);
    const next = rowInDirection(event.key, this.#focused, keys);
    if (event.key === 'Escape') this.#select(null);
    else if (next !== null) this.#go('.row', next);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }

  #go(selector: string, key: string): void {
    this.#root.querySelector<HTMLElement | SVGElement>(`${selector}[data-key="${CSS.escape(key)}"]`)?.focus();
    this.#select(key);
  }

  #keyUnder(event: MouseEvent): string | null {
    const label = keyAt(event.target);
    if (label !== null || !this.#layout) return label;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return nearestSymbol(this.#layout.points, { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  #scrollToSelection(): void {
    if (this.#selected === null) return;
    const row = this.#root.querySelector(`.row[data-key="${CSS.escape(this.#selected)}"]`);
    const list = row?.closest('.list');
    // In a narrow panel the list lies under the picture, and scrolling to it would take the picture away from under the pointer.
    if (list && list.scrollHeight > list.clientHeight && getComputedStyle(list).overflowY !== 'visible')
      row?.scrollIntoView({ block: 'nearest' });
  }

  #remember(): void {
    this.#host.remember({ uri: this.#uri, selected: this.#selected, search: this.#search, hidden: this.#hidden });
  }
}

function describe(row: RankedRow | undefined): string {
  return row ? [row.title, row.categoryText, ...row.details].join(', ') : '';
}
