import { expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { type Configuration, noConfiguration } from '../../../src/document/configuration.ts';
import { readProduct, settingsOf } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import type { Services } from '../../../src/extension/documents/services.ts';
import { productsInScope } from '../../../src/extension/panel/matrixPanelProducts.ts';

it('computes every product of the workspace with its .kanorc.yaml, also after that changed', async () => {
  const [shop, alone] = ['shop', 'alone'].map((name) => readModel(`file:///w/${name}.kano.yaml`, `kano: 1\nproduct: ${name}\n`));
  if (!shop || !alone) throw new Error('two files');
  let configuration: Configuration | undefined;
  const source = {
    resolve: async () => ({ reason: 'not-found' as const }),
    open: async () => undefined,
    configuration: async () => configuration,
  };
  const services = {
    source,
    products: { get: () => readProduct(shop, source) },
    files: { content: async () => ({ models: [shop, alone] }) },
  } as unknown as Services;
  const rules = async () => {
    const products = await productsInScope({} as vscode.TextDocument, 'workspace', services);
    return products.map((product) => [product.opened.header.product, settingsOf(product).rule]);
  };
  expect(await rules()).toEqual([
    ['shop', 'mode'],
    ['alone', 'mode'],
  ]);
  for (const rule of ['berger', 'lead'] as const) {
    configuration = { ...noConfiguration, analysis: { rule } };
    expect(await rules()).toEqual([
      ['shop', rule],
      ['alone', rule],
    ]);
  }
});
