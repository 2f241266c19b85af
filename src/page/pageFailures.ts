import { errorReport } from '../base/errorReport.ts';
import type { HostConnection } from './host.ts';
import type { PageContext } from './pageContext.ts';

type Shown = Pick<PageContext, 'content' | 'page'>;

/** What failed on the page: tells the host once of each part, and knows the tab that is left out. */
export class PageFailures {
  readonly #host: HostConnection;
  readonly #reported = new Set<string>();
  #leftOut: Shown | null = null;

  constructor(host: HostConnection) {
    this.#host = host;
    // Listeners and timers, which nobody else would hear of.
    window.addEventListener('error', ({ error }) => error && this.report('page', error));
    window.addEventListener('unhandledrejection', ({ reason }) => this.report('page', reason));
  }

  report(part: string, error: unknown): void {
    if (this.#reported.has(part)) return;
    this.#reported.add(part);
    this.#host.post({ type: 'failed', part, report: errorReport(error) });
  }

  /** The tab could not be drawn with this content, and may be with another. */
  leaveOut(shown: Shown, error: unknown): void {
    this.#leftOut = shown;
    this.report(`tab ${shown.page.tab}`, error);
  }

  isLeftOut({ content, page }: Shown): boolean {
    return this.#leftOut?.content === content && this.#leftOut.page.tab === page.tab;
  }
}
