import * as l10n from '@vscode/l10n';
import { analysedProduct } from '../../analysis/productAnalysis.ts';
import { noConfiguration } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { Product } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { type DiffedProduct, type DiffSide, diffProduct } from '../diff/diff.ts';
import { publicText } from './publicText.ts';

/** A product as a report needs it. */
export type PublicFile = Pick<AnalysedFile, 'product' | 'analysis' | 'path' | 'faulty'>;

/** The same products with the same numbers, without what is not for the public: see `leftOutSentence`. */
export function publicFiles(files: readonly PublicFile[]): readonly PublicFile[] {
  const models = [...new Map(files.flatMap(({ product }) => product.models.map((model) => [model.uri, model] as const))).values()];
  const names = new Map(models.map(({ uri }, index) => [uri, `${index + 1}.kano.yaml`]));
  const nameOf = (uri: string) => names.get(uri) ?? '';
  const uses = files.flatMap(({ product }) => product.uses);
  const alias = aliases();
  const published = new Map(
    models.map((model, index) => {
      const used = uses.flatMap(({ from, to }) => ('uri' in to && from === model.uri && names.has(to.uri) ? nameOf(to.uri) : []));
      const product = model.header.product ?? l10n.t('Product {number}', { number: index + 1 });
      return [model.uri, readModel(nameOf(model.uri), publicText(model, product, [...new Set(used)], alias))] as const;
    }),
  );
  return files.map(({ product, faulty }) => {
    const errors = faulty.reduce((sum, file) => sum + file.errors, 0);
    return {
      path: nameOf(product.opened.uri),
      faulty: errors === 0 ? [] : [{ path: l10n.t('its files'), errors }],
      ...analysedProduct(publicProduct(product, ({ uri }) => published.get(uri) ?? readModel('', ''))),
    };
  });
}

/** What changed about a product, without what is not for the public. */
export function publicDiff({ before, after }: DiffedProduct): DiffedProduct {
  const sideOf = (side: DiffSide | null) => (side === null ? null : (publicFiles([side])[0] ?? null));
  return diffProduct(sideOf(before), sideOf(after));
}

/** Says what a public report does not have, and that it is not only hidden. */
export function leftOutSentence(): string {
  return l10n.t(
    'For the public: this report was made without owners, links, quotes, notes, sources of evidence, descriptions, survey questions, addresses in texts, comments and the names of files.',
  );
}

function publicProduct({ opened, models, uses, configuration }: Product, published: (model: KanoModel) => KanoModel): Product {
  const newUri = new Map(models.map((model) => [model.uri, published(model).uri]));
  return {
    opened: published(opened),
    models: models.map(published),
    unresolvedUses: [],
    uses: uses.flatMap(({ from, to }) => {
      const [user, used] = [newUri.get(from), 'uri' in to ? newUri.get(to.uri) : undefined];
      return user === undefined || used === undefined ? [] : [{ from: user, path: used, to: { uri: used } }];
    }),
    usedThrough: new Map(),
    ...(configuration ? { configuration: { ...noConfiguration, analysis: configuration.analysis } } : {}),
  };
}

function aliases(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const alias = known.get(name) ?? String(known.size + 1);
    known.set(name, alias);
    return alias;
  };
}
