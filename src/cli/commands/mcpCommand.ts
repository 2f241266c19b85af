import { realpath } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { AgentFolder } from '../mcp/agentFolder.ts';
import { createAgentServer } from '../mcp/agentServer.ts';
import { type Environment, type ExitCode, exitCode } from '../terminal/environment.ts';
import { explain } from '../terminal/failure.ts';

export interface McpOptions {
  readonly readOnly?: boolean;
}

/** `kano mcp`: answers until standard input ends. Standard output belongs to the protocol. */
export async function mcp(_operands: readonly string[], { readOnly = false }: McpOptions, environment: Environment): Promise<ExitCode> {
  const { currentFolder, errors, output } = environment;
  const input = environment.input as Readable;
  const folder = new AgentFolder(await realpath(currentFolder), environment);
  const server = createAgentServer(folder, { isReadOnly: readOnly }, (error) => explain(error, errors));
  await server.connect(new StdioServerTransport(input, output));
  await finished(input, { writable: false }).catch(() => undefined);
  return exitCode.fine;
}
