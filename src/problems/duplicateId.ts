import * as l10n from '@vscode/l10n';
import { compareText } from '../base/compareText.ts';
import { definitionIndex, type PartDefinition, partDefinitionsOf } from '../document/definitionIndex.ts';
import { type IdKind, idKinds, type ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { sameContent } from '../document/writing/sameContent.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import { setProperty } from '../document/writing/setProperty.ts';
import { textEdits } from '../document/writing/textEdit.ts';
import { type LocalRange, within } from '../document/yaml/localRange.ts';
import { plainValue, stringsAt } from '../document/yaml/node.ts';
import { comparePositions } from '../document/yaml/position.ts';
import { nounIn } from '../terms/labels.ts';
import { type Fix, removeDefinition } from './fix.ts';
import type { Occurrence, ProblemContext, ProblemDefinition } from './problemDefinition.ts';

export const duplicateId = {
  code: 'kano/duplicate-id',
  severity: 'error',
  title: 'Duplicate id',
  description: 'Two items of the same kind have the same id.',
  findInProduct: (context) => [...duplicates(context), ...duplicatesInUse(context)],
} satisfies ProblemDefinition;

/** On every occurrence after the first, where files that are used come before those that use them. */
function duplicates({ product, model }: ProblemContext): readonly Occurrence[] {
  const others = product.models.filter((other) => other !== model).reverse();
  return idKinds.flatMap((list) => {
    const { repeated, definitions } = definitionIndex(model).lists[list];
    const used = others.flatMap((other) => idsInBoth(model, other, list));
    return [...new Set([...repeated, ...used])].flatMap((id) => {
      const own = inTextOrder(model, list, id, definitions.get(id) ?? []);
      const elsewhere = others.find((other) => definitionIndex(other).lists[list].definitions.has(id));
      const home = elsewhere ?? model;
      const [first] = elsewhere ? inTextOrder(elsewhere, list, id, definitionIndex(elsewhere).lists[list].definitions.get(id) ?? []) : own;
      return own.filter((one) => one !== first).map((one) => occurrence({ list, id, ...one, first: first ?? one }, home, model));
    });
  });
}

/**
 * On the `uses` entry that brings in a second definition: two used files that do not know of each other define the same id, which only a file
 * that uses both can show.
 */
function duplicatesInUse({ product, model }: ProblemContext): readonly Occurrence[] {
  const used = product.models.filter((other) => other !== model);
  if (used.length < 2) return [];
  const entries = stringsAt(model.frame.root, ['uses']);
  return idKinds.flatMap((list) => {
    const first = new Map<string, KanoModel>();
    return used.flatMap((other) => {
      const repeated: string[] = [];
      for (const id of definitionIndex(other).lists[list].definitions.keys()) {
        if (first.has(id)) repeated.push(id);
        else first.set(id, other);
      }
      const node = entries[product.usedThrough.get(other.uri) ?? -1];
      // All have the same range, and the order in which an index holds ids depends on what was typed before.
      return repeated.sort(compareText).flatMap((id): Occurrence[] => {
        const before = first.get(id);
        if (!before || !node) return [];
        const message = l10n.t(
          '{first} and {second} both define the {noun} “{id}”, and both are used here. Give one of the two another id.',
          { noun: nounIn(holderIn(other, list, id), list), id, first: fileName(before), second: fileName(other) },
        );
        return [{ range: within(model.frame, node), message }];
      });
    });
  });
}

/** The list of the first item that defines an id. */
function holderIn(model: KanoModel, list: IdKind, id: string): ListKey {
  const [item] = definitionIndex(model).lists[list].definitions.get(id) ?? [];
  return item?.list ?? 'touchpoints';
}

function fileName({ uri }: KanoModel): string {
  return uri.split('/').at(-1) ?? uri;
}

/** Searches along the shorter of the two lists: a file of common definitions is small beside the features that use it. */
function idsInBoth(model: KanoModel, other: KanoModel, list: IdKind): readonly string[] {
  const [own, used] = [definitionIndex(model).lists[list].definitions, definitionIndex(other).lists[list].definitions];
  const [shorter, longer] = own.size < used.size ? [own, used] : [used, own];
  return [...shorter.keys()].filter((id) => longer.has(id));
}

function inTextOrder(model: KanoModel, list: IdKind, id: string, items: Iterable<Item>): readonly Definition[] {
  const placed = [...items]
    .flatMap((item) => definitionsIn(item, list, id))
    .map((definition) => ({ definition, start: model.locate(definition.range).start }));
  return placed.sort((a, b) => comparePositions(a.start, b.start)).map(({ definition }) => definition);
}

/** Where an item defines an id: itself, or in its needs, pains or bottlenecks. */
function definitionsIn(item: Item, list: IdKind, id: string): readonly Definition[] {
  const own = item.list === list ? [{ item, part: undefined, range: item.rangeOfId }] : [];
  const parts = partDefinitionsOf(item).filter(({ kind, node }) => kind === list && node.value === id);
  return [...own, ...parts.map((part) => ({ item, part, range: within(item.part, part.node) }))];
}

interface Definition {
  readonly item: Item;
  /** The need, pain or bottleneck; `undefined` where it is the item itself. */
  readonly part: PartDefinition | undefined;
  readonly range: LocalRange;
}

interface Duplicate extends Definition {
  readonly list: IdKind;
  readonly id: string;
  readonly first: Definition;
}

/** `home` is the file of the first item with the id. */
function occurrence(duplicate: Duplicate, home: KanoModel, model: KanoModel): Occurrence {
  const { list, id, range, first } = duplicate;
  const values = { noun: nounIn(first.item.list, list), id, line: home.locate(first.range).start.line + 1, file: fileName(home) };
  const message =
    home === model
      ? l10n.t('The {noun} “{id}” is already defined on line {line}. Give one of the two another id.', values)
      : l10n.t('The {noun} “{id}” is already defined in {file}, line {line}. Give one of the two another id.', values);
  return { range, message, fixes: (product) => duplicateFixes(product, duplicate) };
}

/** A copy that says the same can be removed; of two items that differ one needs another id. */
function duplicateFixes(product: Product, { list, id, item, part, first }: Duplicate): readonly Fix[] {
  const { opened } = product;
  const isCopy = !part && item.node && first.item.node && sameContent(plainValue(item.node), plainValue(first.item.node));
  const removal = isCopy ? removeDefinition(opened, item) : undefined;
  const free = freeId(product, list, id);
  const renaming = part ? renamedPart(opened, item, part, free) : setProperty(opened, item, 'id', free);
  const removalTitle = l10n.t('Remove this copy of the {noun} “{id}”', { noun: nounIn(item.list, list), id });
  return [
    ...(removal ? [{ title: removalTitle, edits: removal, isPreferred: true }] : []),
    ...(renaming ? [{ title: l10n.t('Give this one the id “{id}”', { id: free }), edits: renaming }] : []),
  ];
}

function renamedPart(opened: KanoModel, { part }: Item, { node: { start, end, ...node } }: PartDefinition, id: string) {
  if (isAlias(part.text, { start, end, ...node })) return undefined;
  return textEdits(opened, part, [{ start, end, newText: scalarText(id, { flow: true, quote: quoteOf(part.text.slice(start)) }) }]);
}

/** `search-2`, or the first number after it that no definition of the product has. */
function freeId({ models }: Product, list: IdKind, id: string): string {
  const isTaken = (candidate: string) => models.some((model) => definitionIndex(model).lists[list].definitions.has(candidate));
  const [, base = id, number = '1'] = /^(.*?)-([1-9]\d{0,3})$/.exec(id) ?? [];
  for (let next = Number(number) + 1; ; next++) if (!isTaken(`${base}-${next}`)) return `${base}-${next}`;
}
