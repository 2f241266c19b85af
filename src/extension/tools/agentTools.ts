import * as vscode from 'vscode';
import { type AgentChange, AgentRefusal, type AgentTool, type WritingTool } from '../../agents/agentTool.ts';
import { agentTools, answerOf, changeOf } from '../../agents/agentTools.ts';
import { changeText } from '../../agents/changeText.ts';
import { editBetween } from '../../document/writing/editBetween.ts';
import { codeBlock, markdownText } from '../../terms/markdown.ts';
import { toTextEdits } from '../documents/conversions.ts';
import { documentOfFile } from '../documents/kanoFiles.ts';
import { isReadOnly } from '../documents/readOnly.ts';
import type { Services } from '../documents/services.ts';
import { guarded, Refusal } from '../output/failures.ts';
import { agentWorkspace } from './agentWorkspace.ts';

type Input = Readonly<Record<string, unknown>>;

/** Registers the tools that language models call. `package.json` declares them (scripts/agent-tools.mjs). */
export function registerAgentTools(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...agentTools.map((tool) => vscode.lm.registerTool(tool.name, guarded(`tool ${tool.name}`, languageModelTool(tool, services)))),
  );
}

function languageModelTool(tool: AgentTool, services: Services): vscode.LanguageModelTool<Input> {
  if (tool.kind === 'writing') return writingLanguageModelTool(tool, services);
  return {
    invoke: ({ input }, token) => refusing(async () => result(await answerOf(tool, input, agentWorkspace(services, token)))),
  };
}

function writingLanguageModelTool(tool: WritingTool, services: Services): vscode.LanguageModelTool<Input> {
  /** What was shown for confirmation, by what was asked for. */
  const shown = new Map<string, string>();
  const plan = (input: Input, token: vscode.CancellationToken) => changeOf(tool, input, agentWorkspace(services, token));
  return {
    prepareInvocation: ({ input }, token) =>
      refusing(async () => {
        const text = changeText(await plan(input, token));
        shown.set(JSON.stringify(input), text);
        const message = new vscode.MarkdownString(markdownText([codeBlock('diff', text)]));
        return { confirmationMessages: { title: titleOf(tool), message } };
      }),
    invoke: ({ input }, token) =>
      refusing(async () => {
        const planned = await plan(input, token);
        const confirmed = shown.get(JSON.stringify(input));
        shown.delete(JSON.stringify(input));
        if (confirmed !== undefined && confirmed !== changeText(planned))
          throw new AgentRefusal(`${planned.path} changed after this edit was shown. Nothing was changed: call again.`);
        await apply(planned, services);
        return result(`Changed ${changeText(planned)}\nNot saved yet: it undoes like typing.`);
      }),
  };
}

function titleOf({ name }: WritingTool): string {
  return name === 'kano_add_evidence' ? vscode.l10n.t('Add evidence to a feature?') : vscode.l10n.t('Change a feature?');
}

/** Makes a change in the editor, as one edit that undoes like typing. */
async function apply({ before, after, path }: AgentChange, { models }: Services): Promise<void> {
  const document = await documentOfFile(vscode.Uri.parse(before.uri));
  if (!document) throw new AgentRefusal(`${path} is no longer there.`);
  if (await isReadOnly(document)) throw new AgentRefusal(`${path} is read-only in this window: nothing was changed.`);
  const { text } = await models.read(document);
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, toTextEdits([editBetween(before.text, after.text)]));
  if (text !== before.text || !(await vscode.workspace.applyEdit(change)))
    throw new AgentRefusal(`${path} changed at the same moment. Nothing was changed: call again.`);
}

function result(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

/** Tells a refusal, which the language model reads, from a failure of ours. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof AgentRefusal ? new Refusal(error.message) : error;
  }
}
