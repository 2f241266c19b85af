import { aliasedValuesLimit, type Names, noNames } from './names.ts';
import type { ValueNode } from './node.ts';

/** The library reports a value that nests deeper than 200 levels once aliases are expanded. */
const depthLimit = 20;

const namePattern = /[&*]([^\s,[\]{}]*[^\s,[\]{}:])(?![[{])/y;

/** The name of the anchor or alias at `offset`, if it has a usual one. */
export function nameAt(text: string, offset: number): string | undefined {
  namePattern.lastIndex = offset;
  return namePattern.exec(text)?.[1];
}

/** The anchors of one item that is being read, each with its value. */
export class ItemNames {
  #anchored: Map<string, ValueNode | undefined> | undefined;
  #aliases: Set<string> | undefined;
  #aliasedValues = 0;

  get names(): Names {
    if (!this.#anchored) return noNames;
    return { ...noNames, anchors: new Set(this.#anchored.keys()), aliases: this.#aliases ?? noNames.aliases };
  }

  /** Before the value of an anchor. False for a name that there is already. */
  begin(name: string): boolean {
    this.#anchored ??= new Map();
    if (this.#anchored.has(name)) return false;
    this.#anchored.set(name, undefined);
    return true;
  }

  /** After the value of an anchor. */
  define(name: string, value: ValueNode): void {
    this.#anchored?.set(name, value);
  }

  /** The value that an alias at `start` stands for; `undefined` if it is unknown or large. */
  resolve(name: string, start: number): ValueNode | undefined {
    const value = this.#anchored?.get(name);
    if (!value || !this.#isAffordable(value, 0)) return undefined;
    this.#aliases ??= new Set();
    this.#aliases.add(name);
    return { ...value, start, end: start + 1 + name.length };
  }

  #isAffordable(value: ValueNode, depth: number): boolean {
    if (++this.#aliasedValues > aliasedValuesLimit || depth > depthLimit) return false;
    switch (value.kind) {
      case 'scalar':
        return true;
      case 'list':
        return value.items.every((item) => this.#isAffordable(item, depth + 1));
      case 'map':
        return value.entries.every((entry) => this.#isAffordable(entry.value, depth + 1));
    }
  }
}
