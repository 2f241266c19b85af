import type { Configuration, Level } from '../document/configuration.ts';
import type { LocalRange } from '../document/yaml/localRange.ts';
import type { Range } from '../document/yaml/position.ts';
import type { FixMaker } from './fix.ts';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Every problem the product reports, with its severity unless `.kanorc.yaml` says otherwise. */
export const defaultSeverities = {
  'kano/syntax': 'error',
  'kano/schema': 'error',
  'kano/duplicate-id': 'error',
  'kano/unknown-reference': 'error',
  'kano/unresolved-use': 'error',
  'kano/overlapping-tallies': 'error',
  'kano/dependency-cycle': 'error',
  'kano/reverse-planned': 'warning',
  'kano/must-be-rejected': 'warning',
  'kano/assumption-contradicted': 'warning',
  'kano/questionable-answers': 'warning',
  'kano/split-answers': 'warning',
  'kano/small-sample': 'info',
  'kano/ambiguous-category': 'info',
  'kano/rules-disagree': 'info',
  'kano/category-drift': 'info',
  'kano/personas-disagree': 'info',
  'kano/indifferent-in-progress': 'info',
  'kano/quadrant-mismatch': 'hint',
  'kano/not-surveyed': 'hint',
  'kano/unused-definition': 'hint',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof defaultSeverities;

/** How severe a problem is under a configuration, or that it is off. */
export function levelOf(code: ProblemCode, configuration: Configuration | undefined): Level {
  const rules = configuration?.rules ?? {};
  return (Object.hasOwn(rules, code) ? rules[code] : undefined) ?? defaultSeverities[code];
}

/** Something a rule found, at a place that moves with the text around it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly range: LocalRange;
  readonly message: string;
  /** Absent where there is no safe one. */
  readonly fixes?: FixMaker | undefined;
}

/** A finding as users see it, in one version of a file. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly fixes?: FixMaker;
}
