import { type Product, productList } from '../document/product.ts';
import { singleLine } from '../report/plainText.ts';
import type { AgentFiles } from './agentTool.ts';

/** Which files of a product cannot be read in full, so that numbers may be missing; empty where all can. */
export function brokenFiles(product: Product, files: AgentFiles): string {
  const broken = product.models.filter(({ syntaxFindings }) => syntaxFindings.length > 0).map(({ uri }) => files.pathOf(uri));
  return broken.length === 0 ? '' : `Not valid YAML, so something may be missing: ${broken.join(', ')}. See kano_list_problems.`;
}

/** `shop.kano.yaml · Web shop · 31 features`, and which files cannot be read in full. */
export function productHeading(product: Product, files: AgentFiles): string {
  const features = productList(product, 'features').length;
  const parts = [files.pathOf(product.opened.uri), product.opened.header.product, `${features} ${features === 1 ? 'feature' : 'features'}`];
  const heading = parts
    .flatMap((part) => part ?? [])
    .map(singleLine)
    .join(' · ');
  return [heading, brokenFiles(product, files)].filter((line) => line !== '').join('\n');
}
