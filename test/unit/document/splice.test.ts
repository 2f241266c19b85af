import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sparse, spliced } from '../../../src/document/versions/sparse.ts';
import { type Splice, spliceBetween } from '../../../src/document/versions/splice.ts';

/** Segments are told apart by their identity; the number of lines says also whether one has a value. */
interface Held {
  readonly segment: { readonly kind: 'frame'; readonly text: string; readonly lineBreaks: number };
}

const held = fc.nat({ max: 3 }).map((lineBreaks): Held => ({ segment: { kind: 'frame', text: '', lineBreaks } }));
const list = fc.array(held, { maxLength: 12 });
const edit = fc.record({ at: fc.nat({ max: 12 }), length: fc.nat({ max: 4 }), added: fc.array(held, { maxLength: 3 }) });

describe('a splice', () => {
  it('leads from one list to another, also over several edits, and is no larger than an edit was', () => {
    fc.assert(
      fc.property(list, edit, edit, (first, one, two) => {
        const [second, toSecond] = apply(first, one);
        const [third] = apply(second, two);
        expect(follow(spliceBetween(first, second), first, second)).toEqual(second);
        expect(follow(spliceBetween(first, third), first, third)).toEqual(third);
        expect(spliceBetween(first, second).added).toBeLessThanOrEqual(toSecond.added);
      }),
    );
  });

  it('gives what some segments have, as a look at all of them does', () => {
    fc.assert(
      fc.property(list, edit, (before, change) => {
        const [after, splice] = apply(before, change);
        const found = sparse(after.slice(splice.first, splice.first + splice.added), splice.first);
        expect(spliced(sparse(before), splice, found)).toEqual(sparse(after));
      }),
    );
  });

  it('keeps the object where nothing comes, goes or moves', () => {
    const before: Sparse<string> = { at: [2, 5], values: ['a', 'b'] };
    expect(spliced(before, { first: 3, removed: 1, added: 1 }, { at: [], values: [] })).toBe(before);
    expect(spliced(before, { first: 6, removed: 0, added: 3 }, { at: [], values: [] })).toBe(before);
    expect(spliced(before, { first: 3, removed: 0, added: 1 }, { at: [], values: [] })).toEqual({ at: [2, 6], values: ['a', 'b'] });
  });
});

function apply(before: readonly Held[], { at, length, added }: { at: number; length: number; added: readonly Held[] }): [Held[], Splice] {
  const first = Math.min(at, before.length);
  const after = [...before];
  const removed = after.splice(first, length, ...added).length;
  return [after, { first, removed, added: added.length }];
}

function follow({ first, removed, added }: Splice, old: readonly Held[], now: readonly Held[]): readonly Held[] {
  return [...old.slice(0, first), ...now.slice(first, first + added), ...old.slice(first + removed)];
}

function sparse(segments: readonly Held[], first = 0): Sparse<Held> {
  const having = segments.map((value, index) => ({ at: first + index, value })).filter(({ value }) => value.segment.lineBreaks > 1);
  return { at: having.map(({ at }) => at), values: having.map(({ value }) => value) };
}
