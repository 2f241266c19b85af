import type { KanoModel } from '../../document/kanoModel.ts';
import { ticketStep } from '../../document/writing/addTicket.ts';
import type { EditStep } from '../../document/writing/changeItem.ts';
import { changeItems } from '../../document/writing/changeItems.ts';
import { setProperty } from '../../document/writing/setProperty.ts';
import type { SyncPlan } from './planSync.ts';

/** A file after a plan. */
export interface SyncedModel {
  readonly model: KanoModel;
  /** The features that are as planned. */
  readonly done: SyncPlan['features'];
  /** The ids of those that cannot be changed without changing something else. */
  readonly refused: readonly string[];
}

/** Writes tickets and statuses into a file by the smallest edits. */
export function applySync(before: KanoModel, features: SyncPlan['features']): SyncedModel {
  const changes = features.map(({ item, added, outcome, shipped, withdrawn }) => {
    const steps: readonly EditStep<'features'>[] = [
      ...(outcome.kind === 'write' ? [(each: KanoModel, of: typeof item) => setProperty(each, of, 'status', outcome.status)] : []),
      ...(shipped === null ? [] : [(each: KanoModel, of: typeof item) => setProperty(each, of, 'shipped', shipped)]),
      ...(withdrawn === null ? [] : [(each: KanoModel, of: typeof item) => setProperty(each, of, 'shipped', undefined)]),
      ...(added === null ? [] : [ticketStep(added)]),
    ];
    return { item, steps };
  });
  const needed = changes.filter(({ steps }) => steps.length > 0);
  const { model, refused } = changeItems(before, 'features', needed);
  return {
    model,
    done: features.filter(({ item }) => !refused.has(item)),
    refused: features.filter(({ item }) => refused.has(item)).map(({ id }) => id),
  };
}
