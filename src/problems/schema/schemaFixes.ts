import * as l10n from '@vscode/l10n';
import { nearest, slips } from '../../base/nearestWord.ts';
import { idKindAt } from '../../document/definitionIndex.ts';
import { type Category, categories } from '../../document/format/model.ts';
import type { SchemaFinding } from '../../document/format/schemaFinding.ts';
import { insertEntry, placesFor, removeEntry } from '../../document/writing/collectionEdits.ts';
import { isAlias, ownEntries } from '../../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../../document/writing/scalarText.ts';
import { entryOf, type MapNode, nodeAt, type ScalarNode } from '../../document/yaml/node.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { addSpaceTitle, changeTitle, type Fix, type FixMaker, fixInPart, type PartFix, quoteTitle, removeKeyTitle } from '../fix.ts';
import { foreignLetters, isForeignLetter } from './foreignLetters.ts';
import { idFixes, idOfName, nameOfId } from './idFixes.ts';

import { gluedKey, isShippedTooEarly, knownKeys, nearestKey, type SchemaSubject } from './schemaMessage.ts';

import { tallyFixes } from './tallyFixes.ts';

/** More offered values than this would bury the other fixes. */
const valuesOffered = 9;

/** The fixes for one way of breaking the schema. */
export function schemaFixes(subject: SchemaSubject, finding: SchemaFinding): FixMaker {
  const { list, part, root } = subject;
  const { keyword, path } = finding;
  return (product) => {
    const node = nodeAt(root, path);
    if (keyword === 'pattern') {
      const kind = list && list !== 'settings' ? idKindAt(list, path) : undefined;
      return kind && node?.kind === 'scalar' ? idFixes(product, kind, part, node) : [];
    }
    return partFixes(subject, finding).flatMap(({ edits, ...fix }) => fixInPart(product, part, edits, fix));
  };
}

function partFixes(subject: SchemaSubject, finding: SchemaFinding): readonly PartFix[] {
  switch (finding.keyword) {
    case 'additionalProperties':
      return keyFixes(subject, finding);
    case 'enum':
      return valueFixes(subject, finding);
    case 'type':
      return typeFixes(subject, finding);
    case 'required':
      return missingFixes(subject, finding);
    case 'not':
      if (isShippedTooEarly(finding.path, finding.value)) return shippedFixes(subject);
      return tallyFixes(subject.part.text, subject.root, finding.path);
    default:
      return [];
  }
}

/** Customers have it, or the day is a plan: only the author knows. */
function shippedFixes({ part, root, schemaAt }: SchemaSubject): readonly PartFix[] {
  if (root?.kind !== 'map' || isAlias(part.text, root)) return [];
  const [shipped, status] = ['shipped', 'status'].map((key) => entryOf(root, key));
  const [after] = placesFor('status', ownEntries(part.text, root), Object.keys(schemaAt([])?.properties ?? {}));
  const edits = status
    ? [{ start: status.value.start, end: status.value.end, newText: 'shipped' }]
    : insertEntry(part.text, root, after, 'status: shipped');
  const isPlain = !status || (status.value.kind === 'scalar' && status.value.end > status.value.start && !isAlias(part.text, status.value));
  return [
    ...(isPlain ? [{ title: l10n.t('Set “{key}” to “{value}”', { key: 'status', value: 'shipped' }), edits }] : []),
    ...(shipped ? [{ title: removeKeyTitle('shipped'), edits: removeEntry(part.text, root, shipped) }] : []),
  ];
}

function keyFixes({ part, root, schemaAt }: SchemaSubject, { path, property = '' }: SchemaFinding): readonly PartFix[] {
  const map = nodeAt(root, path);
  const entry = entryOf(map, property);
  if (map?.kind !== 'map' || !entry || !ownEntries(part.text, map).includes(entry)) return [];
  const rename = (name: string, fix: Omit<Fix, 'edits'>): readonly PartFix[] => {
    // The new key would be a duplicate.
    if (entryOf(map, name)) return [];
    return [{ ...fix, edits: [{ start: entry.key.start, end: entry.key.end, newText: writtenAs(entry.key, part.text, name, map.flow) }] }];
  };
  const known = knownKeys(property, path, { root, schemaAt });
  const glued = gluedKey(property, known);
  if (glued !== undefined) {
    const isValue =
      /^(?:[\p{L}\p{N}_.+]|-\S|(["'])[^"'\\]*\1$)/u.test(property.slice(glued.length + 1)) && entry.value.end <= entry.value.start;
    if (!isValue || entryOf(map, glued) || quoteOf(part.text.slice(entry.key.start))) return [];
    const at = entry.key.start + glued.length + 1;
    return [{ title: addSpaceTitle(), isPreferred: true, isHarmless: true, edits: [{ start: at, end: at, newText: ' ' }] }];
  }
  const letter = property.toUpperCase();
  if (known.every((key) => key.length === 1) && isForeignLetter(letter)) {
    const meant: readonly Category[] = foreignLetters[letter];
    const isPreferred = meant.length === 1;
    return meant.flatMap((category) => rename(category, { title: changeLetterTitle(property, category), isPreferred }));
  }
  const near = nearestKey(property, known);
  const title = near === null ? '' : changeTitle(property, near);
  // Two keys that mean the same are not fixed unseen: the result would be a duplicate key.
  const isOnly = map.entries.every((other) => other === entry || nearestKey(String(other.key.value), known) !== near);
  const fix = { title, isPreferred: true, isHarmless: near !== null && isOnly && isUnmistakable(property, near, known) };
  return [
    ...(near === null ? [] : rename(near, fix)),
    ...rename(`x-${property}`, { title: l10n.t('Keep “{key}” as your own: rename it to “x-{key}”', { key: property }) }),
  ];
}

function valueFixes({ part, root }: SchemaSubject, { path, value, params }: SchemaFinding): readonly PartFix[] {
  const node = nodeAt(root, path);
  const { allowedValues } = params as { allowedValues: readonly string[] };
  if (node?.kind !== 'scalar' || isAlias(part.text, node)) return [];
  const text = String(value);
  const flow = isInFlow(root, path);
  const change = (wanted: string, title: string, others: Partial<Fix> = {}): PartFix => ({
    title,
    ...others,
    edits: [{ start: node.start, end: node.end, newText: writtenAs(node, part.text, wanted, flow) }],
  });
  const letters = allowedValues.every((allowed) => (categories as readonly string[]).includes(allowed));
  const letter = text.toUpperCase();
  if (letters && isForeignLetter(letter)) {
    const meant: readonly Category[] = foreignLetters[letter];
    return meant.map((category) => change(category, changeLetterTitle(text, category), { isPreferred: meant.length === 1 }));
  }
  const near = nearest(text, allowedValues);
  const others = allowedValues.filter((allowed) => allowed !== near).slice(0, valuesOffered);
  return [
    ...(near === null
      ? []
      : [change(near, changeTitle(text, near), { isPreferred: true, isHarmless: isUnmistakable(text, near, allowedValues) })]),
    ...others.map((wanted) => change(wanted, letters ? changeLetterTitle(text, wanted as Category) : changeTitle(text, wanted))),
  ];
}

function typeFixes({ part, root }: SchemaSubject, { path, params, value }: SchemaFinding): readonly PartFix[] {
  const node = nodeAt(root, path);
  const { type } = params as { type: string | readonly string[] };
  if (node?.kind !== 'scalar' || node.source === '' || isAlias(part.text, node)) return [];
  const replacement = (title: string, newText: string): readonly PartFix[] => [
    { title, isPreferred: true, isHarmless: true, edits: [{ start: node.start, end: node.end, newText }] },
  ];
  if ((type === 'string' || Array.isArray(type)) && typeof value !== 'string')
    return replacement(quoteTitle(node.source), `"${node.source}"`);
  const isNumber = typeof value === 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && quoteOf(part.text.slice(node.start));
  if (!isNumber || !(type === 'number' || (type === 'integer' && /^-?\d+$/.test(value)))) return [];
  const written = part.text.slice(node.start, node.end);
  return replacement(l10n.t('Write {written} as a number, without quotes', { written }), value);
}

function missingFixes({ part, root, schemaAt }: SchemaSubject, { path, property = '' }: SchemaFinding): readonly PartFix[] {
  const map = nodeAt(root, path);
  if (map?.kind !== 'map' || isAlias(part.text, map)) return [];
  const order = Object.keys(schemaAt(path)?.properties ?? {});
  return valuesFor(property, map).flatMap((value) => {
    const newText = `${property}: ${typeof value === 'number' ? value : scalarText(value, { flow: map.flow })}`;
    const [after] = placesFor(property, ownEntries(part.text, map), order);
    return [{ title: l10n.t('Add “{text}”', { text: newText }), edits: insertEntry(part.text, map, after, newText) }];
  });
}

/** What a missing key most likely says, judged by its neighbours; nothing where only the author knows. */
function valuesFor(property: string, map: MapNode): readonly (string | number)[] {
  const written = (key: string) => entryOf(map, key)?.value;
  const text = (key: string) => {
    const node = written(key);
    return node?.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '' ? node.value : undefined;
  };
  switch (property) {
    case 'kano':
      return [1];
    case 'better':
      return ['higher', 'lower'];
    case 'name':
    case 'title': {
      const id = text('id');
      return id === undefined ? [] : [nameOfId(id)];
    }
    case 'id': {
      const id = idOfName(text('name') ?? text('title') ?? '');
      return id === '' ? [] : [id];
    }
    default:
      return [];
  }
}

function changeLetterTitle(old: string, letter: Category): string {
  return l10n.t('Change “{old}” to “{letter}” ({label})', { old, letter, label: categoryLabel(letter) });
}

/** At most one slip away, and no other known word is: then nobody could mean another. */
function isUnmistakable(written: string, wanted: string, known: readonly string[]): boolean {
  return written.length > 2 && slips(written, wanted) <= 1 && known.every((key) => key === wanted || slips(written, key) > 1);
}

function isInFlow(root: SchemaSubject['root'], path: SchemaFinding['path']): boolean {
  return path.some((_, length) => {
    const node = nodeAt(root, path.slice(0, length));
    return node !== undefined && node.kind !== 'scalar' && node.flow;
  });
}

/** With the quotes that are there. */
function writtenAs(node: ScalarNode, text: string, value: string, flow: boolean): string {
  return scalarText(value, { flow, quote: quoteOf(text.slice(node.start)) });
}
