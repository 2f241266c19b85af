type Listener<Event> = (event: Event) => void;

/** An event as VS Code has them: what subscribes to it goes into a list. */
export const subscribeTo =
  <Event>(listeners: Listener<Event>[]) =>
  (listener: Listener<Event>) => {
    listeners.push(listener);
    return { dispose: () => undefined };
  };

/** Does what `vscode.EventEmitter` does. */
export class EventEmitter<Event> {
  readonly #listeners: Listener<Event>[] = [];
  readonly event = subscribeTo(this.#listeners);

  fire(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }

  dispose(): void {}
}
