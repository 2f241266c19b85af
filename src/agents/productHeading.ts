import { type Product, productList } from '../document/product.ts';
import { singleLine } from '../report/plainText.ts';
import type { AgentFiles } from './agentTool.ts';

/** `shop.kano.yaml · Web shop · 31 features`, and which files cannot be read in full: numbers may be missing then. */
export function productHeading(product: Product, files: AgentFiles): string {
  const features = productList(product, 'features').length;
  const parts = [files.pathOf(product.opened.uri), product.opened.header.product, `${features} ${features === 1 ? 'feature' : 'features'}`];
  const broken = product.models.filter(({ syntaxFindings }) => syntaxFindings.length > 0).map(({ uri }) => files.pathOf(uri));
  const warning = broken.length === 0 ? '' : `\nNot valid YAML, so something may be missing: ${broken.join(', ')}. See kano_list_problems.`;
  return (
    parts
      .flatMap((part) => part ?? [])
      .map(singleLine)
      .join(' · ') + warning
  );
}
