import type { AnalysisContext } from '../../../src/analysis/results.ts';
import { type Counts, defaultAnalysisSettings, type Feature } from '../../../src/document/format/model.ts';

/** The default settings, and a survey in each of two years. */
export const twoSurveys: AnalysisContext = {
  settings: defaultAnalysisSettings,
  surveys: [
    { id: '2025-q3', date: '2025-09-15' },
    { id: '2026-q3', date: '2026-09-15' },
  ],
  shares: new Map(),
};

/** A feature with one tally. */
export const counted = (counts: Partial<Counts>): Feature => ({ id: 'a', tally: counts });
