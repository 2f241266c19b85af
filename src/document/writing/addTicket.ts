import { addToList } from './addToList.ts';
import type { EditStep } from './changeItem.ts';
import { setProperty } from './setProperty.ts';

/** The step that gives a feature a ticket: one more where it has a list of them, otherwise the one that it has. */
export function ticketStep(ticket: string): EditStep<'features'> {
  return (model, item) =>
    Array.isArray(item.value.tracker) ? addToList(model, item, 'tracker', [ticket]) : setProperty(model, item, 'tracker', ticket);
}
