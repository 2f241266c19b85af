import { analysisOfProduct } from '../../src/analysis/productAnalysis.ts';
import type { KanoModel } from '../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../src/document/product.ts';
import { readModel } from '../../src/document/readModel.ts';
import { codeLenses } from '../../src/languageFeatures/codeLenses.ts';
import { filesSharing } from '../../src/languageFeatures/filesSharing.ts';
import { workspaceSymbols } from '../../src/languageFeatures/symbols.ts';
import { DocumentChecker } from '../../src/problems/checkDocument.ts';
import { kanoFile } from './kanoFile.ts';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

const featuresOfFile = 20;

/** What stays in memory, texts included: of a large file that is open, and of many files in which ids and names are searched. */
export async function memoryBenchmark(features: number, files: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let start = await keptMemory();
  const note = async (work: string, count: number | null) => {
    const kept = (await keptMemory()) - start;
    rows.push({ group: 'memory', work, by: 'Kano', features: count, unit: 'MB', figure: summary([kept]) });
  };
  const model = readModel('file:///a.kano.yaml', kanoFile(features));
  const product = singleFileProduct(model);
  const checker = new DocumentChecker();
  const shown: unknown[] = [checker, checker.check(product, analysisOfProduct(product), 1000), codeLenses(model)];
  await note('open: problems and lenses', features);

  start = await keptMemory();
  const many: KanoModel[] = [];
  for (let index = 0; index < files; index++) {
    many.push(readModel(`file:///${index}.kano.yaml`, kanoFile(featuresOfFile).replaceAll('feature-', `f${index}-`)));
    if (index % 50 === 0) await turn();
  }
  const [first] = many;
  if (!first) return rows;
  const work = (what: string) => `${what} ${files.toLocaleString('en')} files of ${featuresOfFile} features`;
  await note(work('read'), null);
  const source = { resolve: async () => ({ reason: 'not-found' }) as const, open: async () => undefined };
  await filesSharing({ list: 'features', id: 'f0-1' }, first, many, source);
  await note(work('find the uses of an id in'), null);
  workspaceSymbols(many, 'in no name', 500);
  await note(work('look for a name that is in none of'), null);
  // Both stay until here.
  if (shown.length + model.length + many.length === 0) throw new Error('Nothing was read');
  return rows;
}

/** Megabytes that nobody can take away. */
async function keptMemory(): Promise<number> {
  for (let time = 0; time < 3; time++) {
    await turn();
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed / 1e6;
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
