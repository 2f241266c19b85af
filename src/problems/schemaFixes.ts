import { nearest, slips } from '../base/nearestWord.ts';
import { type Category, categories } from '../document/format/model.ts';
import type { SchemaFinding } from '../document/format/schemaFinding.ts';
import { insertEntry, placesFor } from '../document/writing/mapEdits.ts';
import { isAlias, ownEntries } from '../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import { lineBreakOf, type PartEdit } from '../document/writing/textEdit.ts';
import { entryOf, type MapNode, nodeAt, type ScalarNode } from '../document/yaml/node.ts';
import * as wording from '../wording/problems/fixes.ts';
import { foreignLetters, isForeignLetter } from '../wording/problems/foreignLetters.ts';
import { type Fix, type FixMaker, fixInPart } from './fix.ts';
import { idFixes, idOf } from './idFix.ts';
import type { SchemaSubject } from './schema.ts';
import { gluedKey, nearestKey } from './schemaMessage.ts';
import { tallyFixes } from './tallyFixes.ts';

/** More offered values than this would bury the other fixes. */
const valuesOffered = 9;

/** The fixes for one way of breaking the schema. */
export function schemaFixes(subject: SchemaSubject, finding: SchemaFinding): FixMaker {
  const { list, part, root } = subject;
  const { path } = finding;
  return (product) => {
    const apply = (edits: readonly PartEdit[] | undefined, fix: Omit<Fix, 'edits'>) => fixInPart(product, part, edits, fix);
    switch (finding.keyword) {
      case 'additionalProperties':
        return keyFixes(subject, finding).flatMap(({ edits, ...fix }) => apply(edits, fix));
      case 'enum':
        return valueFixes(subject, finding).flatMap(({ edits, ...fix }) => apply(edits, fix));
      case 'type':
        return typeFixes(subject, finding).flatMap(({ edits, ...fix }) => apply(edits, fix));
      case 'required':
        return missingFixes(subject, finding, lineBreakOf(product.opened)).flatMap(({ edits, ...fix }) => apply(edits, fix));
      case 'not':
        return tallyFixes(part.text, root, path, lineBreakOf(product.opened)).flatMap(({ edits, ...fix }) => apply(edits, fix));
      case 'pattern': {
        const node = nodeAt(root, path);
        return list && list !== 'settings' && path[0] === 'id' && node?.kind === 'scalar' ? idFixes(product, list, part, node) : [];
      }
      default:
        return [];
    }
  };
}

interface PartFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly PartEdit[];
}

function keyFixes({ part, root, schemaAt }: SchemaSubject, { path, property = '' }: SchemaFinding): readonly PartFix[] {
  const map = nodeAt(root, path);
  const entry = entryOf(map, property);
  if (map?.kind !== 'map' || !entry || !ownEntries(part.text, map).includes(entry)) return [];
  const rename = (name: string, fix: Omit<Fix, 'edits'>): readonly PartFix[] => {
    // A key that stands there already would stand twice.
    if (entryOf(map, name)) return [];
    return [{ ...fix, edits: [{ start: entry.key.start, end: entry.key.end, newText: writtenAs(entry.key, part.text, name, map.flow) }] }];
  };
  const known = Object.keys(schemaAt(path)?.properties ?? {});
  const glued = gluedKey(property, known);
  if (glued !== undefined) {
    const isValue =
      /^(?:[\p{L}\p{N}_.+]|-\S|(["'])[^"'\\]*\1$)/u.test(property.slice(glued.length + 1)) && entry.value.end <= entry.value.start;
    if (!isValue || entryOf(map, glued) || quoteOf(part.text.slice(entry.key.start))) return [];
    const at = entry.key.start + glued.length + 1;
    return [{ title: wording.addSpace(), isPreferred: true, isHarmless: true, edits: [{ start: at, end: at, newText: ' ' }] }];
  }
  const letter = property.toUpperCase();
  if (known.every((key) => key.length === 1) && isForeignLetter(letter)) {
    const meant: readonly Category[] = foreignLetters[letter];
    const isPreferred = meant.length === 1;
    return meant.flatMap((category) => rename(category, { title: wording.changeLetterTo(property, category), isPreferred }));
  }
  const near = nearestKey(property, known);
  const title = near === null ? '' : wording.changeTo(property, near);
  // Of two keys that are meant as the same, none is mended unseen: it would stand twice.
  const isOnly = map.entries.every((other) => other === entry || nearestKey(String(other.key.value), known) !== near);
  const fix = { title, isPreferred: true, isHarmless: near !== null && isOnly && isUnmistakable(property, near, known) };
  return [...(near === null ? [] : rename(near, fix)), ...rename(`x-${property}`, { title: wording.keepAsOwnKey(property) })];
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
    return meant.map((category) => change(category, wording.changeLetterTo(text, category), { isPreferred: meant.length === 1 }));
  }
  const near = nearest(text, allowedValues);
  const others = allowedValues.filter((allowed) => allowed !== near).slice(0, valuesOffered);
  return [
    ...(near === null
      ? []
      : [change(near, wording.changeTo(text, near), { isPreferred: true, isHarmless: isUnmistakable(text, near, allowedValues) })]),
    ...others.map((wanted) => change(wanted, letters ? wording.changeLetterTo(text, wanted as Category) : wording.changeTo(text, wanted))),
  ];
}

function typeFixes({ part, root }: SchemaSubject, { path, params, value }: SchemaFinding): readonly PartFix[] {
  const node = nodeAt(root, path);
  const { type } = params as { type: string };
  if (node?.kind !== 'scalar' || node.source === '' || isAlias(part.text, node)) return [];
  const replacement = (title: string, newText: string): readonly PartFix[] => [
    { title, isPreferred: true, isHarmless: true, edits: [{ start: node.start, end: node.end, newText }] },
  ];
  if (type === 'string' && typeof value !== 'string') return replacement(wording.putInQuotes(node.source), `"${node.source}"`);
  const isNumber = typeof value === 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && quoteOf(part.text.slice(node.start));
  if (!isNumber || !(type === 'number' || (type === 'integer' && /^-?\d+$/.test(value)))) return [];
  return replacement(wording.writeAsNumber(part.text.slice(node.start, node.end)), value);
}

function missingFixes(subject: SchemaSubject, finding: SchemaFinding, lineBreak: string): readonly PartFix[] {
  const { part, root, schemaAt } = subject;
  const { path, property = '' } = finding;
  const map = nodeAt(root, path);
  if (map?.kind !== 'map' || isAlias(part.text, map)) return [];
  const order = Object.keys(schemaAt(path)?.properties ?? {});
  return valuesFor(property, map).flatMap((value) => {
    const newText = `${property}: ${typeof value === 'number' ? value : scalarText(value, { flow: map.flow })}`;
    const [after] = placesFor(property, ownEntries(part.text, map), order);
    return [{ title: wording.addEntry(newText), edits: insertEntry(part.text, map, after, newText, lineBreak) }];
  });
}

/** What a missing key most likely says, from what stands beside it; nothing where only the author knows. */
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
      return id === undefined ? [] : [labelOf(id)];
    }
    case 'id': {
      const id = idOf(text('name') ?? text('title') ?? '');
      return id === '' ? [] : [id];
    }
    default:
      return [];
  }
}

/** `voice-search` as people write it: “Voice search”. */
export function labelOf(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}

/** At most one slip off, and from nothing else as little: then nobody could mean another. */
function isUnmistakable(written: string, wanted: string, known: readonly string[]): boolean {
  return written.length > 2 && slips(written, wanted) <= 1 && known.every((key) => key === wanted || slips(written, key) > 1);
}

function isInFlow(root: SchemaSubject['root'], path: SchemaFinding['path']): boolean {
  return path.some((_, length) => {
    const node = nodeAt(root, path.slice(0, length));
    return node !== undefined && node.kind !== 'scalar' && node.flow;
  });
}

/** With the quotes that stand there. */
function writtenAs(node: ScalarNode, text: string, value: string, flow: boolean): string {
  return scalarText(value, { flow, quote: quoteOf(text.slice(node.start)) });
}
