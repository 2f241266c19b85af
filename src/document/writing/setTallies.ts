import { groupBy } from '../../base/groupBy.ts';
import { schemaAt } from '../format/formatSchema.ts';
import type { Counts, Tally } from '../format/model.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { entryOf, type ListNode, type MapNode, plainValue } from '../yaml/node.ts';
import { appendItems, insertEntry, placesFor } from './collectionEdits.ts';
import { columnOf, isAlias, ownEntries } from './nodeOffsets.ts';
import { saysTheSameBut } from './sameContent.ts';
import { blockTallies, flowTally, longFormTally, type NewTally } from './tallyText.ts';
import { joinedEdits, type PartEdit, type TextEdit } from './textEdit.ts';
import { changedTally } from './updateTally.ts';

/** The answers of one survey (and persona) on a feature, as they are to be written. */
export interface TallyChange extends NewTally {
  readonly feature: Item<'features'>;
  /** The same answers by category, for tallies written as counts. */
  readonly counts: Counts;
}

interface TallyEdits {
  /** The edits for all other features. */
  readonly edits: readonly TextEdit[];
  /** Features whose tallies cannot be changed without changing something else, for example because they are an alias. */
  readonly refused: readonly Item<'features'>[];
}

/**
 * The smallest edits that give features these tallies. An existing tally of the same survey and persona gets the new numbers if they
 * differ, other tallies are added. Everything else stays as it is written, comments included. The short form `tally` becomes `tallies` when
 * a second tally is added.
 */
export function setTallies(model: KanoModel, changes: readonly TallyChange[]): TallyEdits {
  const features = groupBy(changes, ({ feature }) => feature);
  const refused: Item<'features'>[] = [];
  const done = new Map<Item<'features'>, { readonly edits: readonly TextEdit[]; readonly content: unknown }>();
  for (const [feature, wanted] of features) {
    const result = featureEdits(model, feature, wanted);
    if (result) done.set(feature, result);
    else refused.push(feature);
  }
  const all = [...done];
  const together = all.flatMap(([, { edits }]) => edits);
  if (saysTheSameBut(model, together, new Map(all.map(([feature, { content }]) => [feature, content]))))
    return { edits: together, refused };
  // One of the edits changes too much: make the others without it.
  const fine = all.filter(([feature, { edits, content }]) => saysTheSameBut(model, edits, new Map([[feature, content]])));
  const unlike = all.filter((each) => !fine.includes(each)).map(([feature]) => feature);
  return { edits: fine.flatMap(([, { edits }]) => edits), refused: [...refused, ...unlike] };
}

function featureEdits(model: KanoModel, feature: Item<'features'>, changes: readonly TallyChange[]) {
  const { node, part } = feature;
  if (node?.kind !== 'map' || isAlias(part.text, node) || feature.talliesUnreadable) return undefined;
  const before = plainValue(node) as { tally?: object; tallies?: readonly Tally[] };
  const { tally: short, ...rest } = before;
  const known: Tally[] = short ? [{ counts: short }] : [...(before.tallies ?? [])];
  const places = changes.map((change) => ({ change, index: known.findIndex((tally) => isOf(tally, change)) }));
  const added = places.filter(({ index }) => index === -1).map(({ change }) => change);
  const updated = places.filter(({ index }) => index !== -1);
  const edits: PartEdit[] = [];
  const item = tallyNodes(part.text, node);
  if (item === undefined && known.length > 0) return undefined;
  for (const { change, index } of updated) {
    const target = short ? item?.short : item?.list?.items[index];
    if (target?.kind !== 'map' || isAlias(part.text, target)) return undefined;
    const changed = changedTally(part.text, target, known[index] ?? {}, change, short !== undefined);
    if (!changed) return undefined;
    edits.push(...changed.edits);
    known[index] = changed.tally;
  }
  if (added.length > 0) {
    const addition = additionOf(part.text, node, item, added);
    if (!addition) return undefined;
    edits.push(...addition);
  }
  const tallies = [...known, ...added.map(({ survey, persona, answers, importance }) => ({ survey, persona, answers, importance }))];
  const isShort = short !== undefined && added.length === 0;
  const content = isShort ? { ...rest, tally: known[0]?.counts } : { ...rest, tallies: tallies.length > 0 ? tallies : undefined };
  return { edits: joinedEdits(model, part, edits), content };
}

function isOf(tally: Tally, { survey, persona }: NewTally): boolean {
  return tally.survey === survey && tally.persona === persona;
}

interface TallyNodes {
  readonly short?: MapNode;
  readonly list?: ListNode;
}

/** A feature's own tallies, without those of a merge key or an alias, which are elsewhere in the text. */
function tallyNodes(text: string, map: MapNode): TallyNodes | undefined {
  const own = { ...map, entries: ownEntries(text, map) };
  const [short, list] = [entryOf(own, 'tally')?.value, entryOf(own, 'tallies')?.value];
  if (short?.kind === 'map' && !isAlias(text, short)) return { short };
  return list?.kind === 'list' && !isAlias(text, list) ? { list } : undefined;
}

function additionOf(text: string, map: MapNode, nodes: TallyNodes | undefined, added: readonly NewTally[]) {
  const own = ownEntries(text, map);
  if (nodes?.short) return longFormTally(text, { ...map, entries: own }, nodes.short, added);
  if (nodes?.list) return appendItems(text, nodes.list, added.map(flowTally).join(', '), (column) => blockTallies(added, column));
  // A merge key brings in tallies, which new ones would hide.
  if (entryOf(map, 'tally') || entryOf(map, 'tallies')) return undefined;
  const [after] = placesFor('tallies', own, Object.keys(schemaAt('features', [])?.properties ?? {}));
  const value = map.flow ? ` [${added.map(flowTally).join(', ')}]` : blockTallies(added, columnOf(text, map.start) + 2);
  return insertEntry(text, map, after, `tallies:${value}`);
}
