import type { ImportHostMessage } from './importMessages.ts';

/** Numbers the choices on the page of an import, and says whether the page shows what the last one gave. */
export class ChoiceTurns {
  #last = 0;
  #isShown = false;

  /** The number of the last choice. */
  get last(): number {
    return this.#last;
  }

  /** Whether what was read with the last choice is on the page: nothing else may be applied. */
  get isShown(): boolean {
    return this.#isShown;
  }

  /** The number of a choice that is made now. */
  next(): number {
    this.#isShown = false;
    return ++this.#last;
  }

  /** Whether to show a view: one that was read with earlier choices would take the later ones back, and theirs follows. */
  accepts(message: ImportHostMessage): boolean {
    if (message.type === 'stopped') this.#isShown = false;
    if (message.type !== 'view' || message.turn < this.#last) return false;
    this.#last = message.turn;
    this.#isShown = true;
    return true;
  }
}
