import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { expect, it, vi } from 'vitest';
import type { AgentFiles } from '../../../src/agents/agentTool.ts';
import type { AgentFolder } from '../../../src/cli/mcp/agentFolder.ts';
import { createAgentServer } from '../../../src/cli/mcp/agentServer.ts';

/** A client of a server in this process, whose files are these. */
async function connected(files: AgentFiles, bugs: unknown[]): Promise<Client> {
  const folder = { files: () => files } as unknown as AgentFolder;
  const server = createAgentServer(folder, { isReadOnly: true }, (error) => bugs.push(error));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1' });
  await Promise.all([server.connect(ours), client.connect(theirs)]);
  return client;
}

it('reads the files before somebody asks, and says what fails only where somebody asks', async () => {
  const read = vi.fn(async () => Promise.reject(new Error('The disk is gone.')));
  const bugs: unknown[] = [];
  const files = { read, today: '2026-11-28', pathOf: String, stopIfCancelled: () => undefined } as unknown as AgentFiles;
  const client = await connected(files, bugs);
  await vi.waitUntil(() => read.mock.calls.length === 1);
  await client.ping();
  expect(bugs).toEqual([]);
  expect(await client.callTool({ name: 'kano_list_features', arguments: {} })).toMatchObject({ isError: true });
  expect(read).toHaveBeenCalledTimes(2);
  expect(bugs).toEqual([expect.objectContaining({ message: 'The disk is gone.' })]);
  await client.close();
});
