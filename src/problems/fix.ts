import * as l10n from '@vscode/l10n';
import type { Category, Status } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { removeEntry, removeItem, takeItem } from '../document/writing/collectionEdits.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { setProperty } from '../document/writing/setProperty.ts';
import { type PartEdit, type TextEdit, textEdits } from '../document/writing/textEdit.ts';
import { entryOf, nodeAt, type TextNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';

/** A change that takes a problem away. */
export interface Fix {
  /** Says exactly what happens. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that is nearly always meant. */
  readonly isPreferred?: boolean;
  /** Cannot do harm, so that it may be applied to a whole file at once, unseen. */
  readonly isHarmless?: boolean;
}

/** A fix whose edits are those of one part. */
export interface PartFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly PartEdit[] | undefined;
}

/**
 * Makes the fixes for one problem, when somebody asks, in a version of the file that still has the problem. The product is the one that was
 * opened through the file. `files` are the files that it could use, relative to it.
 */
export type FixMaker = (product: Product, files: readonly string[]) => readonly Fix[];

/** A fix by edits of one part, or no fix where there are no edits. */
export function fixInPart(
  { opened }: Product,
  part: Part,
  edits: readonly PartEdit[] | undefined,
  fix: Omit<Fix, 'edits'>,
): readonly Fix[] {
  return edits === undefined || edits.length === 0 ? [] : [{ ...fix, edits: textEdits(opened, part, edits) }];
}

/** Fixes that give a feature one of several statuses. That is a decision, so none is preferred. */
export function statusFixes(item: Item<'features'>, statuses: readonly Status[]): FixMaker {
  return ({ opened }) =>
    statuses.flatMap((status): readonly Fix[] => {
      const edits = setProperty(opened, item, 'status', status);
      return edits && edits.length > 0 ? [{ title: l10n.t('Set “{key}” to “{value}”', { key: 'status', value: status }), edits }] : [];
    });
}

/** The fix that the team takes a feature for one of a category until customers are asked. */
export function assume({ opened }: Product, item: Item<'features'>, category: Category): readonly Fix[] {
  const edits = setProperty(opened, item, 'assumed', category);
  return edits && edits.length > 0 ? [{ title: l10n.t('Assume {label}', { label: categoryLabel(category) }), edits }] : [];
}

/** The fix that a feature no longer depends on another. A list with no other entry is removed with it. */
export function removeDependency({ node, part }: Item, dependency: TextNode): FixMaker {
  return (product) => {
    const list = nodeAt(node, ['dependsOn']);
    const key = entryOf(node, 'dependsOn');
    if (node?.kind !== 'map' || list?.kind !== 'list' || !key || isAlias(part.text, node) || isAlias(part.text, list)) return [];
    const edits = list.items.length === 1 ? removeEntry(part.text, node, key) : removeItem(part.text, list, dependency);
    return fixInPart(product, part, edits, { title: removeFromTitle('dependsOn', dependency.value) });
  };
}

/**
 * The edits that remove an item from its list, and the key of a list with no other item. `undefined` where that would lose a comment, or change
 * what an alias elsewhere refers to.
 */
export function removeDefinition(model: KanoModel, item: Item): readonly TextEdit[] | undefined {
  const { part, node } = item;
  const { frame } = model;
  const list = part === frame ? entryOf(frame.root, item.list)?.value : part.root;
  if (node === undefined || list?.kind !== 'list' || isAlias(part.text, node) || part.anchors.size > 0) return undefined;
  const alone = model.list(item.list).length === 1;
  const header = entryOf(frame.root, item.list);
  const withKey = alone && frame.root?.kind === 'map' && header ? removeEntry(frame.text, frame.root, header) : undefined;
  if (alone && part === frame) return withKey && textEdits(model, frame, withKey);
  const removal = takeItem(part.text, list, node);
  const key = alone && header ? withKey : [];
  return removal && key ? [...textEdits(model, frame, key), ...textEdits(model, part, removal)] : undefined;
}

// Titles that several problems share.

export function changeTitle(old: string, wanted: string): string {
  return l10n.t('Change “{old}” to “{wanted}”', { old, wanted });
}

export function removeKeyTitle(key: string): string {
  return l10n.t('Remove “{key}”', { key });
}

export function removeFromTitle(key: string, id: string): string {
  return l10n.t('Remove “{id}” from “{key}”', { key, id });
}

export function quoteTitle(written: string): string {
  return l10n.t('Put “{written}” in quotes', { written });
}

export function addSpaceTitle(): string {
  return l10n.t('Add a space after the colon');
}
