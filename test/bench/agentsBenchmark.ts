import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { encode as encodeOlder } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { kanoFile } from './kanoFile.ts';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

const runs = 7;
const features = 1_000;

/** What agents read of `kano mcp`, in tokens with its budget, and what they wait for it. */
export async function agentsBenchmark(): Promise<readonly Row[]> {
  return [...(await tokenRows()), ...(await timeRows())];
}

async function tokenRows(): Promise<readonly Row[]> {
  return inServer(readFileSync('examples/web-shop/shop.kano.yaml', 'utf8'), async (client) => {
    const { tools } = await client.listTools();
    const definitions = JSON.stringify(tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })));
    const texts = [
      ['definitions of all tools', 2_500, definitions],
      ['list of 31 features', 600, await call(client, 'kano_list_features')],
      ['one feature', 600, await call(client, 'kano_get_feature', { id: 'accurate-description' })],
      ['all touchpoints', 600, await call(client, 'kano_list_touchpoints')],
      ['all warnings', 600, await call(client, 'kano_list_problems', { severity: 'warning' })],
    ] as const;
    return texts.map(
      ([work, budget, text]): Row => ({
        group: 'agents',
        work: `${work} (budget ${budget.toLocaleString('en')})`,
        by: 'Kano',
        features: null,
        unit: 'tokens',
        // By two real tokenizers, whichever takes more.
        figure: summary([Math.max(encode(text).length, encodeOlder(text).length)]),
      }),
    );
  });
}

async function timeRows(): Promise<readonly Row[]> {
  const figures = {
    'from the start to the first answer': [] as number[],
    'first answer, asked at once': [] as number[],
    'first answer, asked a second later': [] as number[],
    'next answer': [] as number[],
  };
  const text = kanoFile(features);
  const ask = async (client: Client, name: keyof typeof figures, since = performance.now()) => {
    await call(client, 'kano_list_features', { limit: 20 });
    figures[name].push(performance.now() - since);
  };
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await inServer(text, async (client) => {
      await ask(client, 'first answer, asked at once');
      figures['from the start to the first answer'].push(performance.now() - start);
      await ask(client, 'next answer');
    });
    await inServer(text, async (client) => {
      await sleep(1_000);
      await ask(client, 'first answer, asked a second later');
    });
  }
  return Object.entries(figures).map(([work, times]) => ({
    group: 'agents',
    work: `kano mcp: ${work}`,
    by: 'Kano',
    features,
    unit: 'ms',
    figure: summary(times),
  }));
}

/** Does work with a client whose server sees one file. */
async function inServer<T>(text: string, work: (client: Client) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kano-agents-'));
  writeFileSync(join(folder, 'shop.kano.yaml'), text);
  const client = new Client({ name: 'benchmark', version: '1' });
  try {
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [resolve('dist/cli.js'), 'mcp'], cwd: folder }));
    return await work(client);
  } finally {
    await client.close();
    rmSync(folder, { recursive: true });
  }
}

async function call(client: Client, name: string, input: Record<string, unknown> = {}): Promise<string> {
  const { content, isError } = await client.callTool({ name, arguments: input });
  const [{ text }] = content as [{ text: string }];
  if (isError) throw new Error(text);
  return text;
}
