import { addEvidence } from './addEvidence.ts';
import { type AgentChange, type AgentFiles, AgentRefusal, type AgentTool, type ReadingTool, type WritingTool } from './agentTool.ts';
import { compareRevisions } from './compareRevisions.ts';
import { getFeature } from './getFeature.ts';
import { listFeatures } from './listFeatures.ts';
import { listProblems } from './listProblems.ts';
import { listTouchpoints } from './listTouchpoints.ts';
import { setFeature } from './setFeature.ts';
import { givenInput, inputFaults } from './toolInput.ts';

/** What agents can ask of a product, and change in it, wherever they run. */
export const agentTools: readonly AgentTool[] = [
  listFeatures,
  getFeature,
  listProblems,
  compareRevisions,
  listTouchpoints,
  setFeature,
  addEvidence,
];

/** Answers a call. @throws {AgentRefusal} With what to do instead. */
export async function answerOf(tool: ReadingTool, input: unknown, files: AgentFiles): Promise<string> {
  return tool.answer(checked(tool, input), files);
}

/** Plans the change that a call asks for. @throws {AgentRefusal} With what to do instead. */
export async function changeOf(tool: WritingTool, input: unknown, files: AgentFiles): Promise<AgentChange> {
  return tool.plan(checked(tool, input), files);
}

function checked(tool: AgentTool, input: unknown): Record<string, never> {
  const faults = inputFaults(input, tool.input);
  if (faults.length > 0) throw new AgentRefusal(faults.slice(0, 5).join(' '));
  return givenInput(input as object) as Record<string, never>;
}
