import type { PanelPatch, PanelState } from './protocol.ts';

/** What to send so that a page which shows `before` shows `after`; `null` when they are the same. */
export function diffPanelStates(before: PanelState, after: PanelState): PanelPatch | null {
  const rowsBefore = new Map(before.rows.map((row) => [row.key, row]));
  const keysAfter = new Set(after.rows.map(({ key }) => key));
  const page = changedParts(before, after);
  const removed = before.rows.flatMap(({ key }) => (keysAfter.has(key) ? [] : [key]));
  const upserted = after.rows.filter((row) => !isSame(rowsBefore.get(row.key), row));
  const order = diffOrder(
    before.rows.map(({ key }) => key),
    after.rows.map(({ key }) => key),
  );
  const isEmpty = Object.keys(page).length === 0 && removed.length === 0 && upserted.length === 0 && order === null;
  return isEmpty ? null : { ...page, removed, upserted, order };
}

/** The state that a patch leads to. Rows that it does not name stay the same objects. */
export function applyPanelPatch(state: PanelState, { removed, upserted, order, ...parts }: PanelPatch): PanelState {
  if (upserted.length === 0 && order === null) return { ...state, ...parts };
  const rows = new Map(state.rows.map((row) => [row.key, row]));
  for (const row of upserted) rows.set(row.key, row);
  const keys = state.rows.map(({ key }) => key);
  if (order) keys.splice(order.from, order.replaces, ...order.keys);
  return { ...state, ...parts, rows: keys.flatMap((key) => rows.get(key) ?? []) };
}

/** All but the rows, each part as a whole; the lists are few beside the features. */
function changedParts(before: PanelState, after: PanelState): Omit<PanelPatch, 'removed' | 'upserted' | 'order'> {
  const { rows: _, ...parts } = after;
  return Object.fromEntries(Object.entries(parts).filter(([key, part]) => !isSame(before[key as keyof PanelState], part)));
}

/** Only the stretch between the first and the last difference: typing moves one feature, and the rest of a long list stays. */
function diffOrder(before: readonly string[], after: readonly string[]): PanelPatch['order'] {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let rest = 0;
  while (rest < shorter - from && before[before.length - 1 - rest] === after[after.length - 1 - rest]) rest++;
  if (from + rest === before.length && before.length === after.length) return null;
  return { from, replaces: before.length - from - rest, keys: after.slice(from, after.length - rest) };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
