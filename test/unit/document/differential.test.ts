import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { listKeys } from '../../../src/document/format/model.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { plainValue, type ValueNode } from '../../../src/document/yaml/node.ts';
import type { Part } from '../../../src/document/yaml/part.ts';
import type { Position } from '../../../src/document/yaml/position.ts';
import { styledFile } from './styledYaml.ts';

describe('files in every style, read item by item', () => {
  it('hold the values that the yaml library reads from the whole text, at the same places', () => {
    let accepted = 0;
    let cut = 0;
    let drawn = 0;
    fc.assert(
      fc.property(styledFile, (text) => {
        drawn++;
        const lines = new LineCounter();
        const whole = parseDocument(text, { merge: true, prettyErrors: false, logLevel: 'error', lineCounter: lines });
        if (whole.errors.length > 0 || !isMap(whole.contents)) return;
        accepted++;
        const model = readModel('file:///a.kano.yaml', text);
        if (model.segments.length > 1) cut++;
        expect(model.text).toBe(text);
        const expected = plainWhole(whole);
        if (expected === undefined || model.syntaxFindings.some(({ reason }) => reason.kind === 'circular-alias')) return;
        expect(model.syntaxFindings).toEqual([]);
        for (const key of listKeys) {
          expect(
            model.list(key).map(({ node }) => (node ? plainValue(node) : null)),
            key,
          ).toEqual(Array.isArray(expected[key]) ? expected[key] : []);
        }
        expect(frameWithoutLists(model)).toEqual(Object.fromEntries(Object.entries(expected).filter(([key]) => !isList(key))));
        compareItemPlaces(model, whole, lines);
      }),
      {
        endOnFailure: 'FUZZ_RUNS' in process.env,
        numRuns: Number(process.env.FUZZ_RUNS ?? 300),
      },
    );
    if ('FUZZ_RUNS' in process.env) console.log({ drawn, accepted, cut });
    // Otherwise the property would say little.
    expect(accepted / drawn).toBeGreaterThan(0.5);
    expect(cut / accepted).toBeGreaterThan(0.4);
  });
});

/** `undefined` where an alias leads nowhere or into itself, which the library finds out only here. */
function plainWhole(whole: Document): Record<string, unknown> | undefined {
  try {
    return whole.toJS({ maxAliasCount: -1 }) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError || /merge/i.test(String(error))) return undefined;
    throw error;
  }
}

function frameWithoutLists(model: KanoModel): unknown {
  const { root } = model.frame;
  const value = root ? (plainValue(root) as Record<string, unknown>) : {};
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isList(key)));
}

function isList(key: string): boolean {
  return (listKeys as readonly string[]).includes(key);
}

function compareItemPlaces(model: KanoModel, whole: Document, lines: LineCounter): void {
  for (const key of listKeys) {
    const list = isMap(whole.contents) ? whole.contents.get(key, true) : undefined;
    if (!isSeq(list)) continue;
    model.list(key).forEach((item, index) => {
      const ours: string[] = [];
      if (item.node) placesOfNode(model, item.part, item.node, ours);
      expect(ours).toEqual(placesOfLibrary(list.items[index] as Node, whole, lines, []));
    });
  }
}

/** Starts and ends of all scalars and keys, the ones that aliases and merge keys bring in left out. */
function placesOfNode(model: KanoModel, part: Part, node: ValueNode, places: string[]): void {
  const written = (inner: { readonly start: number; readonly end: number }) => inner.start >= node.start && inner.end <= node.end;
  const note = (name: string, { start, end }: { readonly start: number; readonly end: number }) => {
    const from = model.locate({ part, start, end: start }).start;
    const to = model.locate({ part, start: end, end }).start;
    places.push(`${name} ${show(from)}-${show(to)}`);
  };
  if (node.kind === 'scalar') note('value', node);
  else if (node.kind === 'list') for (const item of node.items.filter(written)) placesOfNode(model, part, item, places);
  else {
    for (const { key, value } of node.entries.filter((entry) => written(entry.key))) {
      note(`key ${key.value}`, key);
      placesOfNode(model, part, value, places);
    }
  }
}

function placesOfLibrary(node: Node | null, whole: Document, lines: LineCounter, places: string[]): readonly string[] {
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return show({ line: line - 1, character: col - 1 });
  };
  const note = (name: string, [start, end]: readonly number[]) => places.push(`${name} ${at(start ?? 0)}-${at(end ?? 0)}`);
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key) && key.source === '<<') continue;
      if (isScalar(key)) note(`key ${key.source}`, key.range ?? []);
      placesOfLibrary(value as Node, whole, lines, places);
    }
  } else if (isSeq(node)) for (const item of node.items) placesOfLibrary(item as Node, whole, lines, places);
  else if (isScalar(node) || (isAlias(node) && isScalar(node.resolve(whole)))) note('value', node.range ?? []);
  return places;
}

function show({ line, character }: Position): string {
  return `${line}:${character}`;
}
