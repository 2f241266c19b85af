import { everything, type PanelLists, type PanelRow, type PanelState } from '../../../src/page/protocol.ts';

/** A row that is complete but for what a test is about. */
export function panelRow({ key, ...given }: { key: string } & Partial<PanelRow>): PanelRow {
  return {
    key,
    id: key,
    title: `Title of ${key}`,
    file: null,
    place: 'ranked',
    category: 'O',
    assumed: false,
    categoryText: 'One-dimensional',
    listText: '0.60 / −0.50',
    answers: '60 % of 100',
    details: ['One-dimensional', 'n 100'],
    coefficients: { better: 0.6, worse: -0.5, betterInterval: [0.5, 0.7], worseInterval: [-0.6, -0.4], n: 100 },
    importance: null,
    status: 'idea',
    effort: null,
    owner: null,
    tags: [],
    touchpoints: [],
    assumption: null,
    why: '',
    history: [],
    before: null,
    drift: null,
    personas: [],
    verdict: null,
    personasDisagree: false,
    ...given,
  };
}

export const noLists: PanelLists = { personas: [], surveys: [], stages: [], touchpoints: [], activities: [], metrics: [] };

export function panelState(rows: readonly PanelRow[]): PanelState {
  return {
    product: 'Web shop',
    file: 'shop.kano.yaml',
    scope: 'file',
    look: everything,
    stale: null,
    readOnly: null,
    footer: ['standard table', 'mode'],
    lists: noLists,
    rows,
  };
}
