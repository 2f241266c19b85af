import { useLanguage } from '../../terms/language.ts';
import type { HostConnection } from '../host.ts';
import type { HostMessage, PanelRow, PanelState, PanelTexts } from '../protocol.ts';
import type { PageState } from './pageState.ts';
import { applyPanelPatch } from './panelPatch.ts';
import { type RankedRow, rankedRows, visibleRows } from './visibleRows.ts';

/** What the host sent, what the reader chose, and the rows that follow from both. */
export class PageStore {
  readonly #host: HostConnection;
  #page: PageState;
  #state: PanelState | null = null;
  #texts: PanelTexts | null = null;
  #ahead: readonly PanelRow[] = [];
  #all: readonly RankedRow[] = [];
  #rows: readonly RankedRow[] = [];
  #byKey: ReadonlyMap<string, RankedRow> = new Map();

  constructor(host: HostConnection) {
    this.#host = host;
    this.#page = host.remembered();
    host.onMessage((message) => {
      // They wait for the state or patch that they belong to.
      if (message.type === 'rows') this.#ahead = [...this.#ahead.slice(0, message.from), ...message.rows];
    });
  }

  get page(): PageState {
    return this.#page;
  }

  /** `null` while there is no file to show. */
  get state(): PanelState | null {
    return this.#state;
  }

  /** `null` until the host has spoken. */
  get texts(): PanelTexts | null {
    return this.#texts;
  }

  /** All features with their rank, in build order. */
  get all(): readonly RankedRow[] {
    return this.#all;
  }

  /** Those that the filters let through; stays the same object while nothing in it changes. */
  get rows(): readonly RankedRow[] {
    return this.#rows;
  }

  get byKey(): ReadonlyMap<string, RankedRow> {
    return this.#byKey;
  }

  receive(message: Extract<HostMessage, { readonly type: 'state' | 'patch' }>): void {
    const ahead = this.#ahead;
    this.#ahead = [];
    if (message.type === 'patch') {
      const { patch } = message;
      if (this.#state) this.#state = applyPanelPatch(this.#state, { ...patch, upserted: [...ahead, ...patch.upserted] });
    } else {
      const { uri, state, texts, selected = this.#page.selected } = message;
      this.#state = state && { ...state, rows: [...ahead, ...state.rows] };
      this.#texts = texts;
      this.#page = { ...this.#page, uri, selected };
      // Only numbers are written here; all words come with the texts.
      useLanguage(texts.language, {});
    }
    this.#all = rankedRows(this.#state?.rows ?? []);
    this.#byKey = new Map(this.#all.map((row) => [row.key, row]));
    if (this.#state && this.#page.selected !== null && !this.#byKey.has(this.#page.selected))
      this.#page = { ...this.#page, selected: null };
    this.#filter();
    this.#host.remember(this.#page);
  }

  /** The only way in which what the reader chose changes. */
  change(change: Partial<PageState>): void {
    const before = this.#page;
    this.#page = { ...before, ...change };
    this.#host.remember(this.#page);
    const { selected, scope, look, filters } = this.#page;
    if (selected !== before.selected) this.#host.post({ type: 'select', key: selected });
    if (scope !== before.scope || look !== before.look) this.#host.post({ type: 'look', scope, look });
    if (filters !== before.filters) this.#filter();
  }

  /** Takes over a selection that the host knows of already. */
  selectFromHost(selected: string | null): void {
    this.#page = { ...this.#page, selected };
    this.#host.remember(this.#page);
  }

  #filter(): void {
    const { state, texts } = this;
    const rows = state && texts ? visibleRows(this.#all, this.#page.filters, state.lists, texts.statuses) : [];
    const isSame = rows.length === this.#rows.length && rows.every((row, index) => row === this.#rows[index]);
    if (!isSame) this.#rows = rows;
  }
}
