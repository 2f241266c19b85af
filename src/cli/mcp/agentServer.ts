import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../../package.json';
import { AgentRefusal, type AgentTool, type WritingTool } from '../../agents/agentTool.ts';
import { agentTools, answerOf, changeOf } from '../../agents/agentTools.ts';
import { changeText } from '../../agents/changeText.ts';
import { listFeatures } from '../../agents/listFeatures.ts';
import { Failure } from '../terminal/failure.ts';
import type { AgentFolder } from './agentFolder.ts';
import { resources, textOfResource } from './resources.ts';

const instructions =
  'Kano priorities of this product, computed from surveys in *.kano.yaml files. Before you propose or argue what to build, ask kano_list_features and kano_get_feature; never guess a category or a rank. After a change ask kano_compare_revisions. Read the resource kano://method for what the numbers mean, kano://schema before you edit a file by hand.';

/** A server that offers the tools for the files of a folder. The low-level class of the library, because our tools have JSON schemas already. */
export function createAgentServer(
  folder: AgentFolder,
  { isReadOnly }: { readonly isReadOnly: boolean },
  onBug: (error: unknown) => void,
): Server {
  const capabilities = { tools: {}, resources: {} };
  const server = new Server({ name: 'kano', title: 'Kano', version }, { capabilities, instructions });
  server.oninitialized = () => void prepare(folder);
  const offered = agentTools.filter(({ kind }) => kind === 'reading' || !isReadOnly);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered.map(definition) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const tool = agentTools.find(({ name }) => name === params.name);
    if (!tool)
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no tool ${params.name.slice(0, 80)}; there is ${offered.map(({ name }) => name).join(', ')}.`,
      );
    try {
      if (!offered.includes(tool)) return refused('This server was started with --read-only: it changes nothing.');
      const input = params.arguments ?? {};
      const text = tool.kind === 'reading' ? await answerOf(tool, input, folder.files(signal)) : await change(tool, input, folder, signal);
      return { content: [{ type: 'text', text }] };
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof AgentRefusal || error instanceof Failure) return refused(error.message);
      onBug(error);
      return refused('This tool has a bug, and nothing was changed. Report it with what the server wrote on standard error.');
    }
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [...resources] }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const text = await textOfResource(uri);
    if (text === undefined) throw new McpError(ErrorCode.InvalidParams, `There is ${resources.map((each) => each.uri).join(' and ')}.`);
    return { contents: [{ uri, mimeType: resources.find((each) => each.uri === uri)?.mimeType ?? 'text/plain', text }] };
  });
  return server;
}

/** Reads and computes what the first call is likely to ask for, while the agent still thinks. What fails here fails again where it is asked for. */
async function prepare(folder: Pick<AgentFolder, 'files'>): Promise<void> {
  await answerOf(listFeatures, { limit: 1 }, folder.files(new AbortController().signal)).catch(() => undefined);
}

async function change(tool: WritingTool, input: unknown, folder: AgentFolder, signal: AbortSignal): Promise<string> {
  return `Changed ${changeText(await folder.change(() => changeOf(tool, input, folder.files(signal)), signal))}`;
}

function definition({ name, title, description, input, kind }: AgentTool) {
  const isReading = kind === 'reading';
  return {
    name,
    title,
    description,
    inputSchema: input as AgentTool['input'] & { readonly properties: Record<string, object>; required?: string[] },
    annotations: {
      title,
      readOnlyHint: isReading,
      openWorldHint: false,
      ...(isReading ? {} : { destructiveHint: false, idempotentHint: true }),
    },
  };
}

function refused(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}
