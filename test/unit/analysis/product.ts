import type { AnalysisContext } from '../../../src/analysis/results.ts';
import {
  type AnalysisSettings,
  type Category,
  type Counts,
  categories,
  defaultAnalysisSettings,
  type Feature,
} from '../../../src/document/format/model.ts';

/** Counts in the order in which the design's tables give them. */
export function counts(M: number, O: number, A: number, I: number, R = 0, Q = 0): Counts {
  return { M, O, A, I, R, Q };
}

/** A context with the default settings, for what a test does not say otherwise. */
export function contextWith(
  parts: Partial<Omit<AnalysisContext, 'settings'>> & { settings?: Partial<AnalysisSettings> } = {},
): AnalysisContext {
  const { settings, ...others } = parts;
  return { surveys: [], shares: new Map(), ...others, settings: { ...defaultAnalysisSettings, ...settings } };
}

/** A feature whose surveyed category is plainly `category`, with Better and |Worse| as far as 100 respondents can express them. */
export function surveyed(id: string, category: Category, rest: Partial<Feature> = {}): Feature {
  const tally = Object.fromEntries(
    categories.map((letter) => [letter, letter === category ? 80 : letter === 'Q' || letter === 'R' ? 0 : 5]),
  );
  return { id, title: id, tally, ...rest };
}
