import type { KanoModel } from '../../document/kanoModel.ts';
import { ticketStep } from '../../document/writing/addTicket.ts';
import { changeItem, type EditStep } from '../../document/writing/changeItem.ts';
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
  const places = new Map(before.list('features').map((item, index) => [item, index]));
  const [done, refused]: [SyncPlan['features'][number][], string[]] = [[], []];
  let model = before;
  for (const feature of features) {
    const { item, id, added, outcome } = feature;
    const steps: readonly EditStep<'features'>[] = [
      ...(outcome.kind === 'write' ? [(each: KanoModel, of: typeof item) => setProperty(each, of, 'status', outcome.status)] : []),
      ...(added === null ? [] : [ticketStep(added)]),
    ];
    const after = changeItem(model, 'features', places.get(item) ?? -1, steps);
    if (!after) refused.push(id);
    else {
      model = after;
      done.push(feature);
    }
  }
  return { model, done, refused };
}
