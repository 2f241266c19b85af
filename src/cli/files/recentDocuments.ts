import type { KanoModel } from '../../document/kanoModel.ts';
import type { DocumentCache } from './fileSource.ts';

/** Characters of text that stay. A document takes some 25 bytes for each. */
const charactersKept = 1_000_000;

/** The documents that were asked for last, whatever the number of files: others are read anew when a product asks for them. */
export class RecentDocuments implements DocumentCache {
  readonly #documents = new Map<string, Promise<KanoModel | undefined>>();
  readonly #lengths = new Map<string, number>();
  #characters = 0;

  get(location: string): Promise<KanoModel | undefined> | undefined {
    const found = this.#documents.get(location);
    if (!found) return undefined;
    // A map keeps the order in which entries came: the first is the one that nobody has asked for longest.
    this.#documents.delete(location);
    this.#documents.set(location, found);
    return found;
  }

  set(location: string, reading: Promise<KanoModel | undefined>): void {
    this.#documents.set(location, reading);
    void reading.then(
      (model) => this.#count(location, model?.length ?? 0),
      () => this.#drop(location),
    );
  }

  #count(location: string, length: number): void {
    this.#characters += length - (this.#lengths.get(location) ?? 0);
    this.#lengths.set(location, length);
    for (const [oldest] of this.#documents) {
      if (this.#characters <= charactersKept) return;
      this.#drop(oldest);
    }
  }

  #drop(location: string): void {
    this.#documents.delete(location);
    this.#characters -= this.#lengths.get(location) ?? 0;
    this.#lengths.delete(location);
  }
}
