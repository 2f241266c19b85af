import { describe, expect, it } from 'vitest';
import { analysedProduct } from '../../../src/analysis/productAnalysis.ts';
import { finish } from '../../../src/base/steps.ts';
import type { FileLinks } from '../../../src/page/protocol.ts';
import { type Files, filesAfter, productsOf } from '../../../src/page/state/files.ts';

const shop = 'kano: 1\nproduct: Shop\nuses: [journey.kano.yaml]\nfeatures: [{ id: a, title: A, touchpoints: [till] }]\n';
const journey = 'kano: 1\nproduct: Journey\ntouchpoints: [{ id: till, name: Till }]\n';
const other = 'kano: 1\nproduct: Other\n';

const links: FileLinks = {
  opened: 'shop',
  isEditable: true,
  workspace: null,
  uses: [{ from: 'shop', path: 'journey.kano.yaml', to: { uri: 'journey' } }],
  configurations: { shop: { rules: {}, analysis: { rule: 'berger' }, exclude: [] } },
};

function given(texts: Readonly<Record<string, string>>, of: FileLinks | null = links): Files {
  const files = Object.entries(texts).map(([uri, text]) => ({ uri, version: 1, text }));
  const found = finish(filesAfter(null, { type: 'files', language: 'en', links: of, files }));
  if (!found) throw new Error('whole files are always taken');
  return found;
}

type Changes = Partial<Omit<Extract<Parameters<typeof filesAfter>[1], { type: 'changes' }>, 'type'>>;
const changed = (before: Files | null, changes: Changes) =>
  finish(filesAfter(before, { type: 'changes', files: [], removed: [], ...changes }));

const insertion = (text: string) => ({ range: { start: { line: 1, character: 9 }, end: { line: 1, character: 13 } }, text });

describe('files after a message', () => {
  it('are changed where the change follows the version at hand', () => {
    const after = changed(given({ shop, journey }), { files: [{ uri: 'shop', version: 2, changes: [insertion('Store')] }] });
    expect(after?.models.get('shop')).toMatchObject({ version: 2, model: { text: shop.replace('Shop', 'Store') } });
    expect(after?.links).toBe(links);
  });

  it.each([
    ['follows another version', given({ shop }), 'shop', 3],
    ['is of a file that is not here', given({ shop }), 'journey', 2],
    ['comes before any files', null, 'shop', 2],
  ])('are all needed again where a change %s', (_, before, uri, version) => {
    expect(changed(before, { files: [{ uri, version, changes: [insertion('X')] }] })).toBeUndefined();
  });

  it('are all needed again where nothing but links came before', () => {
    expect(changed(null, { links })).toBeUndefined();
  });

  it('take new and whole texts, lose what is removed, and have the newest links', () => {
    const before = given({ shop, journey });
    const after = changed(before, { files: [{ uri: 'other', version: 7, text: other }], removed: ['journey'], links: null });
    expect([...(after?.models.keys() ?? [])]).toEqual(['shop', 'other']);
    expect(after?.links).toBeNull();
    expect([...before.models.keys()]).toEqual(['shop', 'journey']);
  });
});

describe('the products of files', () => {
  const titles = async (files: Files) => (await productsOf(files, null))?.products.map(({ opened }) => opened.header.product);

  it('are read with what they use and with their settings', async () => {
    const shown = await productsOf(given({ shop, journey }), null);
    expect(shown?.products.map(({ models }) => models.map(({ uri }) => uri))).toEqual([['shop', 'journey']]);
    const [product] = shown?.products ?? [];
    expect(product && analysedProduct(product).analysis.context.settings.rule).toBe('berger');
  });

  it('are none without the opened file', async () => {
    expect(await productsOf(given({ journey }), null)).toBeNull();
    expect(await productsOf(given({ shop }, null), null)).toBeNull();
  });

  it('lack what a use leads to while that is on its way', async () => {
    const shown = await productsOf(given({ shop, journey }, { ...links, uses: [] }), null);
    expect(shown?.products[0]?.models.map(({ uri }) => uri)).toEqual(['shop']);
  });

  it('are all of the workspace, the opened one first and once, used ones within others', async () => {
    const of = { ...links, workspace: ['journey', 'other', 'shop', 'gone'] };
    expect(await titles(given({ journey, other, shop }, of))).toEqual(['Shop', 'Other']);
    // The opened file stays, whatever uses it.
    expect(await titles(given({ journey, other, shop }, { ...of, opened: 'journey' }))).toEqual(['Journey', 'Other', 'Shop']);
  });

  it('stay the same objects where none of their files changed, while the links are the same', async () => {
    const of = { ...links, workspace: ['shop', 'other'] };
    const files = given({ shop, journey, other }, of);
    const first = await productsOf(files, null);
    const after = changed(files, { files: [{ uri: 'journey', version: 2, text: journey.replace('Till', 'Checkout') }] });
    const second = after ? await productsOf(after, first) : null;
    expect(second?.products.map((product) => first?.products.includes(product))).toEqual([false, true]);
    const linked = after ? await productsOf({ ...after, links: { ...of } }, second) : null;
    expect(linked?.products.map((product) => second?.products.includes(product))).toEqual([false, false]);
  });
});
