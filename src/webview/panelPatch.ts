import type { PanelPatch, PanelRow, PanelState } from './protocol.ts';

/** What to send so that a page which shows `before` shows `after`; `null` when they are the same. */
export function diffPanelStates(before: PanelState, after: PanelState): PanelPatch | null {
  const rowsBefore = new Map(before.rows.map((row) => [row.key, row]));
  const keysAfter = new Set(after.rows.map(({ key }) => key));
  const page = {
    ...(before.product !== after.product && { product: after.product }),
    ...(before.stale !== after.stale && { stale: after.stale }),
    ...(!isSame(before.footer, after.footer) && { footer: after.footer }),
  };
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
export function applyPanelPatch(state: PanelState, patch: PanelPatch): PanelState {
  const rows = new Map(state.rows.map((row) => [row.key, row]));
  for (const row of patch.upserted) rows.set(row.key, row);
  const keys = state.rows.map(({ key }) => key);
  if (patch.order) keys.splice(patch.order.from, patch.order.replaces, ...patch.order.keys);
  return {
    product: patch.product ?? state.product,
    stale: patch.stale === undefined ? state.stale : patch.stale,
    footer: patch.footer ?? state.footer,
    rows: keys.flatMap((key) => rows.get(key) ?? []),
  };
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

function isSame(a: PanelRow | readonly string[] | undefined, b: PanelRow | readonly string[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
