import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { type Product, productList, readProduct, singleFileProduct } from '../document/product.ts';
import type { FaultyFile } from '../report/analysedFile.ts';
import { backlogMarkdown } from '../report/backlogMarkdown.ts';
import { checkDocument } from '../rules/checkDocument.ts';
import type { ProductStore } from './productStore.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** No longer than this at a time, so that typing goes on. In milliseconds. */
const longest = 20;

/** The backlog of the product that a document opens, as `kano backlog` writes it. */
export async function backlogText(text: vscode.TextDocument, products: ProductStore, source: WorkspaceSource): Promise<string> {
  const product = await products.get(text);
  const analysis = analysisOfProduct(product);
  let start = performance.now();
  for (const { entry } of productList(product, 'features')) {
    // Computed when first asked for, and then known.
    void analysis.featureAnalysis(entry.value).stability;
    if (performance.now() - start < longest) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
  return backlogMarkdown(product, analysis, {}, await faultyFiles(product, source));
}

/** What is wrong in a file shows when it is opened itself. */
async function faultyFiles(product: Product, source: WorkspaceSource): Promise<readonly FaultyFile[]> {
  const files: FaultyFile[] = [];
  for (const document of product.documents) {
    const opened = document === product.opened ? product : await readProduct(document, source).catch(() => singleFileProduct(document));
    const errors = checkDocument(opened, analysisOfProduct(opened)).filter(({ severity }) => severity === 'error').length;
    if (errors > 0) files.push({ path: vscode.workspace.asRelativePath(vscode.Uri.parse(document.uri)), errors });
  }
  return files;
}
