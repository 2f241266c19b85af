import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { textChanges } from '../../../src/document/writing/textEdit.ts';
import { stringsAt } from '../../../src/document/yaml/node.ts';
import { type Move, movedUses } from '../../../src/languageFeatures/movedUses.ts';

const head = 'kano: 1\nproduct: Shop\n';

/** The text of a file after some files moved. */
function after(path: string, text: string, moves: readonly Move[], known: readonly string[]): string {
  const model = readModel(`file://${path}`, text);
  return updateModel(model, textChanges(movedUses(model, path, moves, new Set([path, ...known])))).text;
}

describe.each([
  ['a used file is renamed', [{ from: '/w/journey.kano.yaml', to: '/w/way.kano.yaml' }], 'way.kano.yaml'],
  ['a used file goes into a folder', [{ from: '/w/journey.kano.yaml', to: '/w/sub/way.kano.yml' }], 'sub/way.kano.yml'],
  ['the file itself goes into a folder', [{ from: '/w/shop.kano.yaml', to: '/w/sub/deep/shop.kano.yaml' }], '../../journey.kano.yaml'],
  ['both go into the same folder', [{ from: '/w', to: '/v' }], 'journey.kano.yaml'],
  ['a file with a name alike is renamed', [{ from: '/w/journey', to: '/w/way' }], 'journey.kano.yaml'],
  ['a name that YAML reads as something else', [{ from: '/w/journey.kano.yaml', to: '/w/a, #b: c.kano.yaml' }], '"a, #b: c.kano.yaml"'],
] as const)('%s', (_title, moves, expected) => {
  it.each([
    ['block', (use: string) => `${head}uses:\n  - ${use} # the way\n  - other.kano.yaml\n`],
    ['flow', (use: string) => `${head}uses: [${use}, other.kano.yaml]\r\nfeatures: []\r\n`],
  ])('in %s style', (_style, write) => {
    expect(after('/w/shop.kano.yaml', write('journey.kano.yaml'), moves, ['/w/journey.kano.yaml'])).toBe(write(expected));
  });
});

it.each(["'journey.kano.yaml'", '"journey.kano.yaml"', './journey.kano.yaml'])('quotes and beginnings stay: %s', (use) => {
  const text = `${head}uses: [${use}]\n`;
  const moves = [{ from: '/w/journey.kano.yaml', to: '/w/sub/way.kano.yaml' }];
  expect(after('/w/shop.kano.yaml', text, moves, ['/w/journey.kano.yaml'])).toBe(text.replace('journey', 'sub/way'));
});

it('what leads to no known file stays', () => {
  const text = `${head}uses: [gone.kano.yaml, 12, journey.kano.yaml]\n`;
  const moves = [{ from: '/w/gone.kano.yaml', to: '/w/found.kano.yaml' }];
  expect(after('/w/shop.kano.yaml', text, moves, ['/w/journey.kano.yaml'])).toBe(text);
});

it('after any move every use leads to the file that it led to before', () => {
  const folder = fc.constantFrom('', 'a/', 'a/b/', 'c/');
  const file = fc.tuple(folder, fc.constantFrom('x', 'y', 'ü ö', '1')).map(([place, name]) => `/w/${place}${name}.kano.yaml`);
  const move = fc.record({
    from: fc.constantFrom('/w/a', '/w/a/b', '/w/c', '/w/a/x.kano.yaml', '/w/x.kano.yaml'),
    to: fc.constantFrom('/w/z', '/w/c/z'),
  });
  fc.assert(
    fc.property(file, fc.uniqueArray(file, { maxLength: 4 }), move, (opened, used, { from, to }) => {
      const target = from.endsWith('.yaml') ? `${to}.kano.yaml` : to;
      const moved = (path: string) => (path === from || path.startsWith(`${from}/`) ? target + path.slice(from.length) : path);
      const text = `${head}uses: [${used.map((path) => JSON.stringify(posix.relative(posix.dirname(opened), path))).join(', ')}]\n`;
      const uses = stringsAt(readModel('file:///x', after(opened, text, [{ from, to: target }], used)).frame.root, ['uses']);
      expect(uses.map(({ value }) => posix.join(posix.dirname(moved(opened)), value))).toEqual(used.map(moved));
    }),
  );
});
