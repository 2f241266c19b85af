import { schemaAt } from '../format/formatSchema.ts';
import type { Evidence } from '../format/model.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { entryOf, type ListNode, type MapEntry, type MapNode, plainValue } from '../yaml/node.ts';
import { appendItems, insertEntry, placesFor, removeEntry, replaceValue, takeItem } from './collectionEdits.ts';
import { colonEnd, columnOf, contentEnd, isAlias, ownEntries } from './nodeOffsets.ts';
import { saysTheSameBut } from './sameContent.ts';
import { scalarText } from './scalarText.ts';
import { joinedEdits, type PartEdit, type TextEdit } from './textEdit.ts';

/** What one feature's evidence is to be. */
export interface EvidenceChange {
  readonly feature: Item<'features'>;
  /** New values of properties of entries, by their index. */
  readonly updated: ReadonlyMap<number, Readonly<Partial<Evidence>>>;
  /** Indexes of entries that go. */
  readonly removed: ReadonlySet<number>;
  readonly added: readonly Evidence[];
}

interface EvidenceEdits {
  /** The edits for all other features. */
  readonly edits: readonly TextEdit[];
  /** Features whose evidence cannot be changed without changing something else, for example because it is an alias. */
  readonly refused: readonly Item<'features'>[];
}

/** The smallest edits that change entries of evidence. Everything else stays as it is written, comments included. */
export function setEvidence(model: KanoModel, changes: readonly EvidenceChange[]): EvidenceEdits {
  const done = new Map<Item<'features'>, { readonly edits: readonly TextEdit[]; readonly content: unknown }>();
  for (const change of changes) {
    const result = featureEdits(model, change);
    if (result) done.set(change.feature, result);
  }
  const all = [...done];
  const together = all.flatMap(([, { edits }]) => edits);
  const isFine = saysTheSameBut(model, together, new Map(all.map(([feature, { content }]) => [feature, content])));
  // One of the edits changes too much: make the others without it.
  const fine = isFine ? all : all.filter(([feature, { edits, content }]) => saysTheSameBut(model, edits, new Map([[feature, content]])));
  const written = new Set(fine.map(([feature]) => feature));
  return {
    edits: fine.flatMap(([, { edits }]) => edits),
    refused: changes.map(({ feature }) => feature).filter((feature) => !written.has(feature)),
  };
}

function featureEdits(model: KanoModel, change: EvidenceChange) {
  const { node, part } = change.feature;
  if (node?.kind !== 'map' || isAlias(part.text, node)) return undefined;
  const before = plainValue(node) as { readonly evidence?: readonly Evidence[] };
  const kept = (before.evidence ?? []).flatMap((entry, index) =>
    change.removed.has(index) ? [] : [{ ...entry, ...change.updated.get(index) }],
  );
  const evidence = [...kept, ...change.added];
  const content = { ...before, evidence: evidence.length > 0 ? evidence : undefined };
  const edits = evidenceEdits(part.text, node, change, evidence.length);
  return edits && { edits: joinedEdits(model, part, edits), content };
}

function evidenceEdits(
  text: string,
  map: MapNode,
  { updated, removed, added }: EvidenceChange,
  count: number,
): readonly PartEdit[] | undefined {
  const own = { ...map, entries: ownEntries(text, map) };
  const entry = entryOf(own, 'evidence');
  // A merge key brings in evidence, which a new list would hide.
  if (!entry && entryOf(map, 'evidence')) return undefined;
  if (!entry) return newList(text, map, added);
  const list = entry.value;
  if (list.kind !== 'list' || isAlias(text, list)) return undefined;
  if (count === 0) return removeEntry(text, map, entry);
  // Where all entries go and others come, these take the place of the old ones.
  if (removed.size === list.items.length) return replacedList(text, entry, list, added);
  const edits: PartEdit[] = [];
  for (const [index, values] of updated) {
    const changed = entryEdits(text, list, index, values);
    if (!changed) return undefined;
    edits.push(...changed);
  }
  if (list.flow && removed.size > 1) return rewrittenFlow(text, list, { removed, added }, edits);
  for (const index of removed) {
    const item = list.items[index];
    const taken = item && takeItem(text, list, item);
    if (!taken) return undefined;
    edits.push(...taken);
  }
  // After the last entry that stays: one that goes takes its line with it.
  const staying = { ...list, items: list.items.filter((_, index) => !removed.has(index)) };
  if (added.length > 0)
    edits.push(...appendItems(text, staying, added.map(flowEvidence).join(', '), (column) => blockItems(added, column)));
  return withoutOverlaps(edits);
}

/** A flow list that loses several entries, whose commas are shared: the others stay as they are written. `undefined` if that would lose a comment. */
function rewrittenFlow(
  text: string,
  list: ListNode,
  { removed, added }: Pick<EvidenceChange, 'removed' | 'added'>,
  edits: readonly PartEdit[],
): readonly PartEdit[] | undefined {
  const end = contentEnd(text, list);
  if (/(?:^|\s)#/.test(text.slice(list.start, end))) return undefined;
  const kept = list.items.flatMap((item, index) => {
    if (removed.has(index)) return [];
    const own = edits.filter((edit) => edit.start >= item.start && edit.end <= item.end).sort((a, b) => b.start - a.start);
    const written = text.slice(item.start, contentEnd(text, item));
    return [own.reduce((all, edit) => all.slice(0, edit.start - item.start) + edit.newText + all.slice(edit.end - item.start), written)];
  });
  return [{ start: list.start, end, newText: `[${[...kept, ...added.map(flowEvidence)].join(', ')}]` }];
}

/** Other entries instead of all; `undefined` if that would lose a comment. */
function replacedList(text: string, entry: MapEntry, list: ListNode, added: readonly Evidence[]): readonly PartEdit[] | undefined {
  if (list.flow) return replaceValue(text, entry, `[${added.map(flowEvidence).join(', ')}]`);
  const [start, end] = [colonEnd(text, entry.key.end), contentEnd(text, list)];
  return /(?:^|\s)#/.test(text.slice(start, end)) ? undefined : [{ start, end, newText: blockItems(added, columnOf(text, list.start)) }];
}

function newList(text: string, map: MapNode, added: readonly Evidence[]): readonly PartEdit[] | undefined {
  if (added.length === 0) return undefined;
  const [after] = placesFor('evidence', ownEntries(text, map), Object.keys(schemaAt('features', [])?.properties ?? {}));
  const value = map.flow ? ` [${added.map(flowEvidence).join(', ')}]` : blockItems(added, columnOf(text, map.start) + 2);
  return insertEntry(text, map, after, `evidence:${value}`);
}

/** Sets properties of one entry. */
function entryEdits(text: string, list: ListNode, index: number, values: Readonly<Partial<Evidence>>): readonly PartEdit[] | undefined {
  const node = list.items[index];
  if (node?.kind !== 'map' || isAlias(text, node)) return undefined;
  const own = ownEntries(text, node);
  const edits: PartEdit[] = [];
  const added = new Map<MapEntry | undefined, string[]>();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const known = entryOf({ ...node, entries: own }, key);
    if (!known) {
      const [after] = placesFor(key, own, propertyOrder());
      added.set(after, [...(added.get(after) ?? []), `${key}: ${scalarText(value, { flow: node.flow })}`]);
      continue;
    }
    const replaced = isAlias(text, known.value) ? undefined : replaceValue(text, known, scalarText(value, { flow: node.flow }));
    if (!replaced) return undefined;
    edits.push(...replaced);
  }
  const separator = node.flow ? ', ' : `\n${' '.repeat(columnOf(text, node.start))}`;
  for (const [after, lines] of added) edits.push(...insertEntry(text, node, after, lines.join(separator)));
  return edits;
}

/** `undefined` where edits overlap: then the list cannot be changed piece by piece. */
function withoutOverlaps(edits: readonly PartEdit[]): readonly PartEdit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.every((edit, index) => index === 0 || (sorted[index - 1]?.end ?? 0) <= edit.start) ? sorted : undefined;
}

function propertyOrder(): readonly string[] {
  return Object.keys(schemaAt('features', ['evidence', 0])?.properties ?? {});
}

function blockItems(evidence: readonly Evidence[], column: number): string {
  return evidence.map((entry) => `\n${' '.repeat(column)}- ${flowEvidence(entry)}`).join('');
}

function flowEvidence(entry: Evidence): string {
  const values = entry as Readonly<Record<string, string | number | undefined>>;
  const parts = propertyOrder().flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [`${key}: ${scalarText(value, { flow: true })}`];
  });
  return `{ ${parts.join(', ')} }`;
}
