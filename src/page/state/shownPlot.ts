import { oncePerObject } from '../../base/once.ts';
import type { Plot } from '../../matrix/plot.ts';
import { continuousSentence } from '../../terms/featureSentences.ts';
import type { PanelRow } from './rows.ts';

/** Whether any feature can be shown in the continuous plot. */
export const hasContinuous: (rows: readonly PanelRow[]) => boolean = oncePerObject((rows: readonly PanelRow[]) =>
  rows.some(({ numbers }) => numbers.continuous !== null),
);

/** The plot that the reader chose, as far as any feature can be shown in it; the choice itself is kept. */
export function shownPlot(chosen: Plot, rows: readonly PanelRow[]): Plot {
  return chosen === 'continuous' && hasContinuous(rows) ? 'continuous' : 'coefficients';
}

/** The features with answers that the continuous plot cannot show. */
export const leftOutOfContinuous: (rows: readonly PanelRow[]) => readonly PanelRow[] = oncePerObject((rows: readonly PanelRow[]) =>
  rows.filter(({ numbers }) => numbers.n > 0 && numbers.continuous === null),
);

/** What a plot shows of a feature beside its other numbers: both means of the continuous one. */
export function plotDetails({ numbers: { continuous } }: PanelRow, plot: Plot): readonly string[] {
  return plot === 'continuous' && continuous !== null ? [continuousSentence(continuous)] : [];
}
