import * as l10n from '@vscode/l10n';
import type { ComparisonBase } from '../analysis/comparison/comparisonBase.ts';
import { analysisOfProduct } from '../analysis/productAnalysis.ts';
import { rememberRareTests } from '../analysis/statistics/contingencyTest.ts';
import { currentLanguage, useLanguage } from '../terms/language.ts';
import type { HostConnection } from './host.ts';
import type { PageFailures } from './pageFailures.ts';
import type { HostMessage, ItemAddress } from './protocol.ts';
import { addressOf, type Content, keyAt } from './state/content.ts';
import { contentInSteps } from './state/contentInSteps.ts';
import { type Files, filesAfter, productsOf, type ShownProducts } from './state/files.ts';
import type { PageState } from './state/pageState.ts';
import type { PanelRow } from './state/rows.ts';
import { visibleRows } from './state/visibleRows.ts';

/** Milliseconds of work between which the page can draw and take input. */
const sliceLength = 12;

type FilesMessage = Extract<HostMessage, { readonly type: 'files' | 'changes' }>;
type BaseMessage = Extract<HostMessage, { readonly type: 'base' }>;
type Selection = Extract<HostMessage, { readonly type: 'select' }>;

/** The files that the host sent, the choices of the reader, and the content that follows from both. Large files are read and computed in slices. */
export class PageStore {
  readonly #host: HostConnection;
  readonly #changed: (selected: string | null) => void;
  readonly #failures: PageFailures;
  readonly #messages: (FilesMessage | BaseMessage)[] = [];
  #page: PageState;
  #files: Files | null = null;
  #products: ShownProducts | null = null;
  #content: Content | null = null;
  #base: ComparisonBase | null = null;
  #stale: string | null = null;
  #rows: readonly PanelRow[] = [];
  #byKey: ReadonlyMap<string, PanelRow> = new Map();
  /** What the host wants to be selected, which may not be shown yet. */
  #selection: Selection | null = null;
  #isWorking = false;
  #isOutOfDate = false;

  /** @param changed called with new content, and the key of the feature that the host selected */
  constructor(host: HostConnection, failures: PageFailures, changed: (selected: string | null) => void) {
    this.#host = host;
    this.#failures = failures;
    this.#changed = changed;
    this.#page = host.remembered();
  }

  get page(): PageState {
    return this.#page;
  }

  /** `null` while there is nothing to show. */
  get content(): Content | null {
    return this.#content;
  }

  /** The version in Git that features are compared with; `null` without one. */
  get base(): ComparisonBase | null {
    return this.#base;
  }

  /** Says that the file cannot be read and that the content is older; `null` when it is up to date. */
  get stale(): string | null {
    return this.#stale;
  }

  /** `null` until the host has sent files. */
  get files(): Files | null {
    return this.#files;
  }

  /** The rows that the filters let through; stays the same object while nothing in it changes. */
  get rows(): readonly PanelRow[] {
    return this.#rows;
  }

  get byKey(): ReadonlyMap<string, PanelRow> {
    return this.#byKey;
  }

  receive(message: FilesMessage | BaseMessage | Selection): void {
    if (message.type === 'select') this.#selection = message;
    else this.#messages.push(message);
    void this.#work();
  }

  /** The only way in which the choices of the reader change. */
  change(change: Partial<PageState>): void {
    const before = this.#page;
    this.#page = { ...before, ...change };
    this.#host.remember(this.#page, this.#addressOfSelected());
    const { scope, answers, filters } = this.#page;
    if (scope !== before.scope) this.#host.post({ type: 'scope', scope });
    if (filters !== before.filters) this.#filter();
    if (answers === before.answers) return;
    this.#isOutOfDate = true;
    void this.#work();
  }

  /** Takes in messages one after the other, then computes the content. A message that comes meanwhile waits for the end of the computation. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      for (;;) {
        const message = this.#messages.shift();
        if (message?.type === 'base') await this.#readBase(message);
        else if (message) await this.#read(message);
        else if (this.#isOutOfDate) await this.#compute();
        else break;
      }
    } catch (error) {
      this.#failures.report('content', error);
      this.#show(null, l10n.t('Kano has failed here: this is the last picture before.'));
    } finally {
      this.#isWorking = false;
    }
    this.#select();
  }

  async #read(message: FilesMessage): Promise<void> {
    if (message.type === 'files') {
      useLanguage(message.language, message.bundle ?? {});
      rememberRareTests(message.rareTests ?? []);
    }
    const files = await inSlices(filesAfter(this.#files, message));
    if (!files) return this.#host.post({ type: 'ready', scope: this.#page.scope });
    this.#files = files;
    this.#isOutOfDate = true;
    if (files.links) this.change({ uri: files.links.opened });
  }

  async #readBase({ base }: BaseMessage): Promise<void> {
    const files = base && (await inSlices(filesAfter(null, { type: 'files', language: currentLanguage(), ...base })));
    const [product] = (files && (await productsOf(files, null)))?.products ?? [];
    this.#base = base && product ? { name: base.name, product, analysis: analysisOfProduct(product) } : null;
    this.#changed(null);
  }

  async #compute(): Promise<void> {
    this.#isOutOfDate = false;
    const { answers } = this.#page;
    const products = this.#files && (await productsOf(this.#files, this.#products));
    if (!products) return this.#show(null, l10n.t('The file is no longer there: this is the last picture of it.'));
    this.#products = products;
    const question = { products: products.products, answers };
    const content = await inSlices(contentInSteps(question, this.#content ?? undefined), () => answers === this.#page.answers);
    if (!content) return;
    const isBroken = content.rows.length === 0 && (products.products[0]?.opened.syntaxFindings.length ?? 0) > 0;
    const lastPicture = l10n.t('The file cannot be read at the moment: this is the last picture before.');
    // While the file is broken the last good picture is worth more than none, as long as it says what it is.
    if (isBroken && this.#content && this.#content.rows.length > 0) this.#show(null, lastPicture);
    else this.#show(content, null);
  }

  /** @param content `null` keeps the content of before, which is stale then */
  #show(content: Content | null, stale: string | null): void {
    this.#stale = stale;
    if (content && content !== this.#content) {
      if (content.name !== this.#content?.name) this.#host.post({ type: 'title', product: content.name });
      this.#content = content;
      this.#byKey = new Map(content.rows.map((row) => [row.key, row]));
      const { selected } = this.#page;
      if (selected !== null && !this.#byKey.has(selected)) this.change({ selected: null });
      this.#filter();
    }
    this.#changed(null);
  }

  #select(): void {
    const key = this.#selection && this.#content && keyAt(this.#content, this.#selection);
    this.#selection = null;
    if (key === null || key === this.#page.selected) return;
    this.change({ selected: key });
    this.#changed(key);
  }

  /** Where the selected feature is, where its key alone does not tell: another file has its id, or its key has a number. */
  #addressOfSelected(): ItemAddress | null {
    const { selected } = this.#page;
    const row = selected === null ? undefined : this.#byKey.get(selected);
    const shown = row && (row.file !== null || row.key !== row.id) ? this.#content?.features.get(row.key) : undefined;
    return this.#content && shown ? addressOf(this.#content, shown) : null;
  }

  #filter(): void {
    const rows = this.#content ? visibleRows(this.#content.rows, this.#page.filters, this.#content.lists) : [];
    const isSame = rows.length === this.#rows.length && rows.every((row, index) => row === this.#rows[index]);
    if (!isSame) this.#rows = rows;
  }
}

/**
 * Does work in slices between which the page is free.
 *
 * @param isWanted Asked after every pause; once it says no, the work is dropped and gives `undefined`.
 */
async function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
  for (let start = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < sliceLength) continue;
    await nextTurn();
    if (!isWanted()) return undefined;
    start = performance.now();
  }
}

/** Browsers hold up timers that follow each other for 4 ms; messages they do not. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
