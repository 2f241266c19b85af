import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import { type Product, readProduct, singleFileProduct } from '../../document/product.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import type { FaultyFile } from '../../report/analysedFile.ts';
import { reportFailure } from '../output/failures.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** The files of a product that have errors, its `.kanorc.yaml` last. The errors of a file are those of the product that it opens itself. */
export async function faultyFiles(product: Product, source: WorkspaceSource): Promise<readonly FaultyFile[]> {
  const files: FaultyFile[] = [];
  const add = (uri: string, errors: number) => {
    if (errors > 0) files.push({ path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)), uri, errors });
  };
  for (const model of product.models) {
    const opened = model === product.opened ? product : await readProduct(model, source).catch(() => singleFileProduct(model));
    const errors = checkDocument(opened, analysisOfProduct(opened), reportFailure).filter(({ severity }) => severity === 'error').length;
    add(model.uri, errors);
  }
  const configuration = await source.configurationFile(product.opened.uri);
  if (configuration) add(configuration.model.uri, checkConfiguration(configuration).length);
  return files;
}
