import type { PanelRow, PanelState } from '../../../src/webview/protocol.ts';

/** A row that is complete but for what a test is about. */
export function panelRow({ key, ...given }: { key: string } & Partial<PanelRow>): PanelRow {
  return {
    key,
    id: key,
    title: `Title of ${key}`,
    place: 'ranked',
    category: 'O',
    assumed: false,
    categoryText: 'One-dimensional',
    listText: '0.60 / −0.50',
    details: ['One-dimensional', 'n 100'],
    coefficients: { better: 0.6, worse: -0.5, betterInterval: [0.5, 0.7], worseInterval: [-0.6, -0.4], n: 100 },
    ...given,
  };
}

export function panelState(rows: readonly PanelRow[]): PanelState {
  return { product: 'Web shop', stale: null, footer: ['standard table', 'mode'], rows };
}
