import type { RowWindows } from './rowWindows.ts';

/**
 * Where an arrow key, Home or End leads from the focused row or cell of a list or table. `key` is a row that may have to be drawn
 * first, `element` one that is there; `null` where the key leads nowhere.
 */
export function targetOfKey(
  pressed: string,
  focused: Element,
  windows: RowWindows,
): { readonly key: string } | { readonly element: HTMLElement } | null {
  const across = pressed === 'ArrowLeft' || pressed === 'ArrowRight';
  const columns = focused.closest('.columns');
  if (columns) return inColumns(pressed, focused, columns);
  const line = focused.closest('tr');
  if (across) {
    const cells = line ? [...line.querySelectorAll<HTMLElement>('button, select')] : [];
    const element = cells[cells.indexOf(focused as HTMLElement) + (pressed === 'ArrowRight' ? 1 : -1)];
    return element ? { element } : null;
  }
  const key = rowInDirection(pressed, (focused as HTMLElement).dataset.key ?? null, windows.keys);
  return key === null ? null : { key };
}

/** Up and down through a column of cards, left and right to the row beside it. */
function inColumns(pressed: string, focused: Element, columns: Element): { readonly element: HTMLElement } | null {
  const stages = [...columns.children].map((stage) => [...stage.querySelectorAll<HTMLElement>('.row')]).filter((rows) => rows.length > 0);
  const stage = stages.findIndex((rows) => rows.includes(focused as HTMLElement));
  const row = stages[stage]?.indexOf(focused as HTMLElement) ?? -1;
  const all = stages.flat();
  const index = all.indexOf(focused as HTMLElement);
  const beside = (other: number) => stages[other]?.[Math.min(row, (stages[other]?.length ?? 0) - 1)];
  const element = {
    ArrowDown: all[index + 1],
    ArrowUp: all[index - 1],
    ArrowRight: beside(stage + 1),
    ArrowLeft: beside(stage - 1),
    Home: all[0],
    End: all.at(-1),
  }[pressed];
  return element ? { element } : null;
}

/** The row that an arrow key, Home or End leads to from the focused one, of rows in the order of the list; `null` for another key, or at an end. */
export function rowInDirection(pressed: string, focused: string | null, keys: readonly string[]): string | null {
  const current = focused === null ? -1 : keys.indexOf(focused);
  if (current === -1) return null;
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: keys.length - 1 }[pressed];
  return (next !== undefined && keys[next]) || null;
}
