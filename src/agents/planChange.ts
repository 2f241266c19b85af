import { changeItem, type EditStep } from '../document/writing/changeItem.ts';
import { newErrors } from '../problems/addsErrors.ts';
import { type AgentChange, type AgentFiles, AgentRefusal } from './agentTool.ts';
import type { FoundFeature } from './findFeature.ts';

/**
 * The change that steps make of a feature, one after the other.
 *
 * @throws {AgentRefusal} Where a step cannot be done, nothing would change, or the file would have more errors.
 */
export function planChange({ own, model, item }: FoundFeature, steps: readonly EditStep<'features'>[], files: AgentFiles): AgentChange {
  const path = files.pathOf(model.uri);
  const id = item.value.id ?? '';
  const index = model.list('features').indexOf(item);
  const after = changeItem(model, 'features', index, steps);
  if (!after)
    throw new AgentRefusal(`“${id}” is written in a way that cannot be changed safely, with an alias for example. Change ${path} by hand.`);
  if (after === model || after.text === model.text) throw new AgentRefusal(`“${id}” in ${path} is so already: nothing to change.`);
  files.stopIfCancelled();
  const errors = newErrors(own, after);
  if (errors.length > 0) throw new AgentRefusal(`Not changed, because ${path} would have an error: ${errors.slice(0, 3).join(' ')}`);
  return { before: model, after, path, id };
}
