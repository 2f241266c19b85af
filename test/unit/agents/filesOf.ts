import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { AgentChange, AgentFiles } from '../../../src/agents/agentTool.ts';
import { agentTools, answerOf, changeOf } from '../../../src/agents/agentTools.ts';
import { analysedProduct } from '../../../src/analysis/productAnalysis.ts';
import { compareText } from '../../../src/base/compareText.ts';
import { csvRows } from '../../../src/base/csvRows.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { type DocumentSource, readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { diffProduct } from '../../../src/report/diff/diff.ts';

/** The web shop that comes with the product. */
export const shop = { 'shop.kano.yaml': readFileSync(new URL('../../../examples/web-shop/shop.kano.yaml', import.meta.url), 'utf8') };

/** Texts by their paths, as the tools see files; `before` is what they were in the revision `main`, `unreadable` the paths of files that cannot be read. */
export function filesOf(
  texts: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> = texts,
  unreadable: readonly string[] = [],
): AgentFiles {
  const now = productsOf(texts);
  return {
    read: async () => ({ products: await now, unreadable }),
    today: '2026-11-28',
    pathOf: (uri) => uri,
    async compare(base, head, path) {
      const [old, current] = await Promise.all([productsOf(before), head === null ? now : productsOf(before)]);
      const sideOf = (product: Awaited<ReturnType<typeof readProduct>> | undefined) =>
        product ? { ...analysedProduct(product), path: product.opened.uri, faulty: [] } : null;
      const products = current
        .filter(({ opened }) => path === undefined || opened.uri === path)
        .map((product) => diffProduct(sideOf(old.find(({ opened }) => opened.uri === product.opened.uri)), sideOf(product)));
      return { base, head, products, pathOf: ({ uri }) => uri };
    },
    stopIfCancelled: () => undefined,
  };
}

async function productsOf(texts: Readonly<Record<string, string>>) {
  const models = new Map(Object.entries(texts).map(([path, text]): [string, KanoModel] => [path, readModel(path, text)]));
  const source: DocumentSource = {
    async resolve(from, relative) {
      const uri = posix.join(posix.dirname(from), relative);
      return models.has(uri) ? { uri } : { reason: 'not-found' };
    },
    open: async (uri) => models.get(uri),
  };
  const opened = [...models.values()].sort((a, b) => compareText(a.uri, b.uri));
  return Promise.all(opened.map((model) => readProduct(model, source)));
}

/** The answer to a call, or why there is none behind `Refused: `. */
export async function ask(files: AgentFiles, name: string, input: unknown = {}): Promise<string> {
  try {
    const tool = toolNamed(name);
    return tool.kind === 'reading' ? await answerOf(tool, input, files) : (await changeOf(tool, input, files)).after.text;
  } catch (error) {
    return `Refused: ${(error as Error).message}`;
  }
}

/** The change that a call plans. */
export async function plan(files: AgentFiles, name: string, input: unknown): Promise<AgentChange> {
  const tool = toolNamed(name);
  if (tool.kind === 'reading') throw new Error(`${name} changes nothing`);
  return changeOf(tool, input, files);
}

/** The rows of a table in an answer, by the names of its columns. */
export function rowsOf(answer: string, firstName = 'rank'): readonly Readonly<Record<string, string>>[] {
  const lines = answer.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${firstName},`));
  const names = lines[start]?.split(',') ?? [];
  const rows: Readonly<Record<string, string>>[] = [];
  for (const line of lines.slice(start + 1)) {
    const cells = csvRows(line, ',').rows[0] ?? [];
    if (cells.length !== names.length) break;
    rows.push(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
  }
  return rows;
}

function toolNamed(name: string) {
  const tool = agentTools.find((each) => each.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
}
