import * as l10n from '@vscode/l10n';
import { nothing, render } from 'lit-html';
import { allAnswers } from '../analysis/answerFilter.ts';
import { keyOfElement, tallyOfElement } from './elements.ts';
import { acceptDrops } from './fileDrop.ts';
import type { HostConnection } from './host.ts';
import { MatrixPart } from './matrix/matrixPart.ts';
import type { MatrixView } from './matrix/matrixView.ts';
import type { PageActions, PageContext } from './pageContext.ts';
import { PageFailures } from './pageFailures.ts';
import { PageStore } from './pageStore.ts';
import { noFileView, type PageListeners, pageView } from './pageView.ts';
import { printView } from './printView.ts';
import type { HostMessage, ItemAddress, TallyChoice } from './protocol.ts';
import { addressOf, type Content } from './state/content.ts';
import { exportTable, sortRows } from './state/featureTable.ts';
import { noFilters, type PageState } from './state/pageState.ts';
import { targetOfKey } from './table/rowKeyboard.ts';
import { RowWindows } from './table/rowWindows.ts';

/** The panel's page: draws what the store knows, and says what happens on a message, a click or a key. */
export class Panel {
  readonly #root: HTMLElement;
  readonly #host: HostConnection;
  readonly #store: PageStore;
  readonly #windows = new RowWindows();
  readonly #matrix: MatrixPart;
  readonly #afterDrawing: (() => void)[] = [];
  #hovered: string | null = null;
  #focused: string | null = null;
  /** What the host wants copied or saved once there is something to show. */
  #toExport: Extract<HostMessage, { readonly type: 'export' }> | null = null;
  #said = '';
  readonly #failures: PageFailures;
  #frame = 0;

  constructor(root: HTMLElement, host: HostConnection) {
    this.#root = root;
    this.#host = host;
    this.#failures = new PageFailures(host);
    this.#store = new PageStore(host, this.#failures, (selected) => this.#updated(selected));
    this.#matrix = new MatrixPart({
      ...{ root, host, store: this.#store },
      change: (change) => this.#change(change),
      draw: (then) => this.#draw(then),
      hover: (key) => this.#hover(key),
      focus: (key) => this.#focus(key),
      open: (key) => this.#actions.reveal(key),
      say: (text) => this.#say(text),
    });
    host.onMessage((message) => this.#receive(message));
    // Another theme may bring another font.
    new MutationObserver(() => this.#matrix.update()).observe(document.body, { attributeFilter: ['class'] });
    window.addEventListener('scroll', () => this.#measureRows(), { capture: true, passive: true });
    // The width decides what is side by side, and how high rows are.
    window.addEventListener('resize', () => this.#draw());
    if (host.isEditor) acceptDrops({ post: (message) => host.post(message), say: (text) => this.#say(text) });
    // A report is printed with all its tabs, which are there only meanwhile.
    const paper = document.getElementById('print');
    window.addEventListener('beforeprint', () => paper && this.#drawOn(paper));
    window.addEventListener('afterprint', () => paper && render(nothing, paper));
    host.post({ type: 'ready', scope: this.#store.page.scope });
  }

  #drawOn(paper: HTMLElement): void {
    const { content } = this.#store;
    if (!content) return;
    const hasPoints = content.rows.some(({ numbers }) => numbers.better !== null || numbers.continuous !== null);
    render(printView(this.#context(content), hasPoints ? this.#matrix.picture('light') : null), paper);
  }

  #receive(message: HostMessage): void {
    switch (message.type) {
      case 'refused':
        this.#refuse(message.text);
        break;
      case 'said':
        this.#say(message.text);
        break;
      case 'export':
        this.#toExport = message;
        this.#exportWhatIsAsked();
        break;
      default:
        this.#store.receive(message);
    }
  }

  /** The content is new, or the host selected a feature. */
  #updated(selected: string | null): void {
    if (selected !== null) {
      this.#matrix.bringIntoSight(selected);
      this.#draw(() => this.#scrollToSelection());
    }
    this.#matrix.update();
    this.#draw();
    this.#exportWhatIsAsked();
  }

  #exportWhatIsAsked(): void {
    if (!this.#toExport || !this.#store.content) return;
    const { format, copy } = this.#toExport;
    this.#toExport = null;
    this.#actions.export(format, copy);
  }

  readonly #actions: PageActions = {
    change: (change) => this.#change(change),
    filter: (change) => this.#change({ filters: { ...this.#store.page.filters, ...change } }),
    filterAnswers: (change) => this.#change({ answers: { ...this.#store.page.answers, ...change } }),
    clearFilters: () => this.#change({ filters: noFilters, answers: allAnswers }),
    revealDefinition: (list, key) => this.#reveal(this.#store.content?.definitions[list].get(key), true),
    reveal: (key) => this.#reveal(this.#store.content?.features.get(key), true),
    edit: ({ key }, edit) => {
      const item = this.#addressOf(this.#store.content?.features.get(key));
      if (item) this.#host.post({ type: 'edit', item, edit });
    },
    refuse: (reason) => this.#refuse(reason),
    export: (format, copy) => {
      if (format === 'markdown' || format === 'csv') this.#exportTable(format, copy);
      else void this.#matrix.export(format, copy);
    },
    reportFailure: (part, error) => this.#failures.report(part, error),
    begin: (step) => this.#host.post({ type: 'begin', step }),
    chooseFile: () => {
      this.#host.post({ type: 'chooseFile' });
      // The list goes back to what is shown: the reader may choose no file.
      this.#draw();
    },
  };

  readonly #listeners: PageListeners = {
    onKey: (event) => this.#rowKey(event),
    onClick: (event) => this.#click(event),
    onDoubleClick: (event) => this.#open(event),
    onPointer: (event) => this.#isInPicture(event) || this.#hover(keyOfElement(event.target)),
    onLeave: () => this.#hover(null),
    onFocus: (event) => this.#focus(event.type === 'focusin' ? keyOfElement(event.target) : null),
  };

  #change(change: Partial<PageState>): void {
    const { selected, tab } = this.#store.page;
    this.#store.change(change);
    if (change.selected !== undefined && change.selected !== selected) {
      this.#matrix.bringIntoSight(change.selected);
      this.#draw(() => this.#scrollToSelection());
    }
    if (change.tab !== undefined && change.tab !== tab) this.#draw(() => this.#scrollToSelection());
    this.#matrix.update();
    this.#draw();
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
    const { content, files } = this.#store;
    if (!files) return;
    if (!content) {
      if (!files.links) render(noFileView(this.#host.isEditor ? this.#actions : null), this.#root);
      return;
    }
    const focused = document.activeElement;
    const isInPicture = focused?.closest('.stage') ?? null;
    const context = this.#context(content);
    this.#windows.begin();
    this.#render(context);
    this.#markActive(context.active);
    // A focused symbol that moved out of sight passes the focus to another one, or to the picture itself.
    if (isInPicture && !focused?.isConnected)
      (this.#root.querySelector<SVGElement>('.point[tabindex="0"]') ?? this.#root.querySelector<HTMLElement>('.stage'))?.focus();
    // A row that moved lost the focus.
    if (focused?.isConnected && document.activeElement !== focused) (focused as HTMLElement).focus?.({ preventScroll: true });
    this.#matrix.observe();
    this.#measureRows();
    for (const element of this.#root.querySelectorAll('.place, .compared, .facts, .metrics.scroller')) letScroll(element);
  }

  /** Rows are made while they are drawn. Where that fails, the tab is left out until there is other content, and the rest is drawn again. */
  #render(context: PageContext): void {
    const page = (shown: PageContext) => pageView(shown, this.#matrixView(shown), this.#listeners, this.#said);
    try {
      render(page(context), this.#root);
    } catch (error) {
      this.#failures.leaveOut(context, error);
      render(nothing, this.#root);
      render(page({ ...context, isTabBroken: true }), this.#root);
    }
  }

  #matrixView(context: PageContext): MatrixView | null {
    try {
      return context.isTabBroken ? null : this.#matrix.view(context);
    } catch (error) {
      this.#failures.report('matrix', error);
      return null;
    }
  }

  #context(content: Content): PageContext {
    const { page, rows, byKey, base, stale, files } = this.#store;
    const { isEditor } = this.#host;
    return {
      ...{ content, page, rows, byKey, base, stale, isEditor },
      readOnly: isEditor && files?.links?.isEditable !== false ? null : l10n.t('This file cannot be changed here.'),
      file: decodeURIComponent(page.uri.split('/').at(-1) ?? ''),
      hasWorkspace: (files?.links?.workspace ?? null) !== null,
      layout: this.#matrix.layout,
      active: this.#hovered ?? this.#focused ?? page.selected,
      tabStops: [this.#focused, page.selected],
      ...{ width: innerWidth, windows: this.#windows },
      isTabBroken: this.#failures.isLeftOut({ content, page }),
      actions: this.#actions,
    };
  }

  /** Without rendering, because it changes with every move of the pointer. */
  #markActive(key: string | null): void {
    for (const element of this.#root.querySelectorAll('.active')) element.classList.remove('active');
    if (key === null) return;
    for (const element of this.#root.querySelectorAll(`:is(.row, .line, .label)[data-key="${CSS.escape(key)}"]`))
      element.classList.add('active');
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
    const key = keyOfElement(event.target);
    if (key === null) return;
    this.#change({ selected: key });
    // The strip of the selected feature may lie over its row now.
    if (!this.#isInPicture(event)) this.#draw(() => this.#windows.scrollTo(key, this.#root));
  }

  #rowKey(event: KeyboardEvent): void {
    const focused = event.target instanceof Element ? event.target.closest<HTMLElement>('.row, .cell') : null;
    // A list keeps the keys that choose in it.
    if (!focused || (focused instanceof HTMLSelectElement && !/^(?:Arrow(?:Left|Right)|Escape)$/.test(event.key))) return;
    const target = targetOfKey(event.key, focused, this.#windows);
    if (event.key === 'Enter') this.#open(event);
    else if (event.key === 'Escape') this.#change({ selected: null });
    else if (target && 'element' in target) target.element.focus();
    else if (target) this.#goToRow(target.key);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }

  #goToRow(key: string): void {
    this.#windows.scrollTo(key, this.#root);
    this.#change({ selected: key });
    // At once where it can be: the next key may come before the next frame.
    if (this.#focusRow(key)) return;
    // The row may be drawn only now that it is in sight. If the focus has moved elsewhere meanwhile, it stays there.
    const from = document.activeElement;
    const focus = () => document.activeElement !== from || this.#focusRow(key);
    this.#draw(() => focus() || this.#draw(() => focus()));
  }

  #focusRow(key: string): boolean {
    const row = this.#root.querySelector<HTMLElement>(`.row[data-key="${CSS.escape(key)}"]`);
    row?.focus({ preventScroll: true });
    return row !== null;
  }

  /** Leads to a feature in its file, or to the tally that a cell shows. */
  #open(event: Event): void {
    const key = keyOfElement(event.target);
    if (key === null || event.target instanceof HTMLSelectElement) return;
    this.#change({ selected: key });
    this.#reveal(this.#store.content?.features.get(key), true, tallyOfElement(event.target));
  }

  #isInPicture(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.canvas') !== null;
  }

  #scrollToSelection(): void {
    const { selected } = this.#store.page;
    // In a narrow panel lists lie under the picture, and scrolling to them would take the picture away from under the pointer.
    const list = this.#root.querySelector('.list') ?? this.#root.querySelector('.scroller');
    if (selected !== null && list && getComputedStyle(list).overflowY !== 'visible') this.#windows.scrollTo(selected, this.#root);
  }

  #addressOf(found: Parameters<typeof addressOf>[1] | undefined): ItemAddress | null {
    const { content } = this.#store;
    return content && found ? addressOf(content, found) : null;
  }

  /** Shows a feature or a definition in its file. */
  #reveal(found: Parameters<typeof addressOf>[1] | undefined, focus: boolean, tally?: TallyChoice | null): void {
    const item = this.#addressOf(found);
    if (item) this.#host.post({ type: 'reveal', item, focus, ...(tally && { tally }) });
  }

  /** Copies or saves the table as it is sorted and filtered. */
  #exportTable(format: 'markdown' | 'csv', copy: boolean): void {
    const { rows, page, content } = this.#store;
    if (!content) return;
    const { touchpoints } = content.lists;
    const text = exportTable(sortRows(rows, page.sorting, touchpoints), touchpoints, format);
    this.#host.post(copy ? { type: 'copy', text } : { type: 'save', format, content: text });
  }

  #refuse(reason: string): void {
    this.#root.querySelector('form')?.reset();
    this.#say(reason);
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

/** What is longer than its place scrolls, by the keyboard too; what is not is no stop of the Tab key. */
function letScroll(element: Element): void {
  const { overflowX, overflowY } = getComputedStyle(element);
  const isHigher = element.scrollHeight > element.clientHeight && overflowY !== 'visible';
  const isWider = element.scrollWidth > element.clientWidth && overflowX !== 'visible' && overflowX !== 'hidden';
  if (isHigher || isWider) element.setAttribute('tabindex', '0');
  else element.removeAttribute('tabindex');
}
