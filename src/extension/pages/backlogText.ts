import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { type Product, productList, readProduct, singleFileProduct } from '../../document/product.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import type { FaultyFile } from '../../report/analysedFile.ts';
import { backlogMarkdown } from '../../report/backlog/backlogMarkdown.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';

/** No longer than this at a time, so that typing goes on. In milliseconds. */
const longest = 20;

/** The backlog of the product that a document opens, as `kano backlog` writes it. */
export async function backlogText(document: vscode.TextDocument, products: ProductStore, source: WorkspaceSource): Promise<string> {
  const product = await products.get(document);
  const analysis = analysisOfProduct(product);
  let start = performance.now();
  for (const { item } of productList(product, 'features')) {
    // Computed when first asked for, and then known.
    void analysis.featureAnalysis(item.value).stability;
    if (performance.now() - start < longest) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
  return backlogMarkdown(product, analysis, {}, await faultyFiles(product, source));
}

/** What is wrong in a file shows when it is opened itself. */
async function faultyFiles(product: Product, source: WorkspaceSource): Promise<readonly FaultyFile[]> {
  const files: FaultyFile[] = [];
  for (const model of product.models) {
    const opened = model === product.opened ? product : await readProduct(model, source).catch(() => singleFileProduct(model));
    const errors = checkDocument(opened, analysisOfProduct(opened)).filter(({ severity }) => severity === 'error').length;
    if (errors > 0) files.push({ path: vscode.workspace.asRelativePath(vscode.Uri.parse(model.uri)), errors });
  }
  return files;
}
