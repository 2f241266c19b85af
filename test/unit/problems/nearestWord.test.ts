import { describe, expect, it, test } from 'vitest';
import schema from '../../../schemas/kano.schema.json' with { type: 'json' };
import { nearest, slips } from '../../../src/base/nearestWord.ts';
import { defaultSeverities } from '../../../src/problems/index.ts';
import { nearestKey } from '../../../src/problems/schema/schemaMessage.ts';

test.each([
  ['stauts', ['status', 'stage'], 'status'],
  ['S', ['M', 'O', 'A'], null],
  ['m', ['O', 'M'], 'M'],
  ['a1', ['b9', 'a2', 'a0'], 'a0'],
  ['a1', ['a0', 'b9', 'a2'], 'a0'],
  ['something else', ['search', 'checkout'], null],
  ['name', ['date', 'id', 'invited'], null],
  ['effect', ['effort', 'owner'], null],
  ['plan', ['idea', 'planned', 'shipped'], 'planned'],
  ['check', ['checkout', 'checks-out'], null],
  ['acurate-descriptoin', ['accurate-description', 'description'], 'accurate-description'],
  ['x'.repeat(100_000), ['y'.repeat(100_000)], null],
])('of %.30s the nearest among %.60j is %s', (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found);
});

/** What may stand in each kind of mapping. */
const mappings = Object.entries({ file: schema, ...schema.$defs }).flatMap(([name, node]) =>
  'properties' in node ? [{ name, keys: Object.keys(node.properties) }] : [],
);

describe.each([...mappings, { name: 'rules', keys: Object.keys(defaultSeverities) }])('among the keys of “$name”', ({ keys }) => {
  it.each(keys.filter((key) => key.length > 3))('“%s” is found behind every slip of the finger', (key) => {
    for (let index = 0; index < key.length; index++) {
      const [before, at, after] = [key.slice(0, index), key.charAt(index), key.slice(index + 1)];
      const swapped = before + after.charAt(0) + at + after.slice(1);
      const typos = [before + after, before + at + at + after, `${before}x${after}`, `${before}x${at}${after}`, swapped];
      // `quote` with one slip is as near to `note`: nobody knows which was meant.
      const isClear = (typo: string) => keys.every((other) => other === key || slips(typo, other) > slips(typo, key));
      for (const typo of typos.filter((each) => !keys.includes(each) && isClear(each))) expect(nearestKey(typo, keys), typo).toBe(key);
    }
    const snake = key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
    expect(nearestKey(snake, keys)).toBe(key);
    expect(nearestKey(key.toUpperCase(), keys)).toBe(key);
  });

  it('no other word is taken for one', () => {
    const others = 'priority estimate summary comment category rank votes score url version story risk colour cost value goal time'.split(
      ' ',
    );
    const more = 'size kind type text body impact effect points phase journey rating reason priorities epic sprint done'.split(' ');
    const isBeginning = (word: string) => keys.some((key) => key.startsWith(word));
    for (const word of [...others, ...more].filter((each) => !isBeginning(each))) expect(nearestKey(word, keys), word).toBe(null);
  });
});

test.each([
  ['name', ['id', 'date', 'title'], 'title'],
  ['title', ['id', 'name', 'share'], 'name'],
  ['name', ['id', 'date'], null],
  ['small-sample', ['kano/small-sample'], 'kano/small-sample'],
])('%s stands for another word among %j: %s', (word, known, found) => {
  expect(nearestKey(word, known)).toBe(found);
});
