import type { Measurement } from './measure.ts';

/** One figure of the benchmark. */
export interface Row {
  /** `cold`, `keystroke`, `command`, `lint`, `size` … */
  readonly group: string;
  /** What was done. */
  readonly work: string;
  /** Whose program did it: ours or a peer's, with its version. */
  readonly by: string;
  /** Features in the file; `null` where that means nothing. */
  readonly features: number | null;
  readonly unit: 'ms' | 'kB' | 'MB' | 'tokens';
  readonly figure: Measurement;
}
