import type { PanelPatch, PanelRow, PanelState } from '../protocol.ts';

/**
 * What to send so that a page which shows `before` shows `after`; `null` when they are the same. Rows are told apart by identity: whoever makes
 * them gives the same object for as long as nothing in it changes.
 */
export function diffPanelStates(before: PanelState, after: PanelState): PanelPatch | null {
  const page = changedParts(before, after);
  const { upserted, order } = diffRows(before.rows, after.rows);
  return Object.keys(page).length + upserted.length + order.length === 0 ? null : { ...page, upserted, order };
}

/** The state that a patch leads to. Rows that it does not name stay the same objects. */
export function applyPanelPatch(state: PanelState, { upserted, order, ...parts }: PanelPatch): PanelState {
  if (upserted.length === 0 && order.length === 0) return { ...state, ...parts };
  const taken = order.flatMap(({ from, replaces }) => state.rows.slice(from, from + replaces));
  const named = new Map([...taken, ...upserted].map((row) => [row.key, row]));
  const rows: PanelRow[] = [];
  let next = 0;
  const keepUntil = (end: number) => {
    for (const row of state.rows.slice(next, end)) rows.push(named.get(row.key) ?? row);
    next = end;
  };
  for (const { from, replaces, keys } of order) {
    keepUntil(from);
    for (const key of keys) {
      const row = named.get(key);
      if (row) rows.push(row);
    }
    next += replaces;
  }
  keepUntil(state.rows.length);
  return { ...state, ...parts, rows };
}

/** All but the rows, each part as a whole; the lists are few beside the features. */
function changedParts(before: PanelState, after: PanelState): Omit<PanelPatch, 'upserted' | 'order'> {
  const { rows: _, ...parts } = after;
  return Object.fromEntries(Object.entries(parts).filter(([key, part]) => !isSame(before[key as keyof PanelState], part)));
}

/** Only what stands between the first and the last difference is looked at closely. */
function diffRows(before: readonly PanelRow[], after: readonly PanelRow[]): Pick<PanelPatch, 'upserted' | 'order'> {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const kept = new Set(old);
  const upserted = now.filter((row) => !kept.has(row));
  return { upserted, order: diffOrder(old, now, head) };
}

/** A row that changed and moved, came or went is taken out and put in; where others changed places too, the whole rest is replaced. */
function diffOrder(before: readonly PanelRow[], after: readonly PanelRow[], offset: number): PanelPatch['order'] {
  const [old, now] = [new Set(before), new Set(after)];
  const order: PanelPatch['order'][number][] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    if (before[i]?.key === after[j]?.key) {
      i++;
      j++;
      continue;
    }
    const [from, to] = [i, j];
    while (isOther(before[i], now)) i++;
    while (isOther(after[j], old)) j++;
    if (i === from && j === to) [i, j] = [before.length, after.length];
    order.push({ from: offset + from, replaces: i - from, keys: after.slice(to, j).map(({ key }) => key) });
  }
  return order;
}

function isOther(row: PanelRow | undefined, rows: ReadonlySet<PanelRow>): boolean {
  return row !== undefined && !rows.has(row);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
