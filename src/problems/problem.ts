import type { Configuration, Level } from '../document/configuration.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Range } from '../document/yaml/position.ts';
import type { FixMaker } from './fix.ts';
import { defaultSeverities, type ProblemCode } from './index.ts';
import type { Occurrence, Severity } from './problemDefinition.ts';

/** An occurrence of one kind of problem, not yet located in a version of a file. */
export interface Finding extends Occurrence {
  readonly code: ProblemCode;
}

/** A finding as users see it, in one version of a file. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly fixes?: FixMaker;
}

/** How severe a problem is under a configuration, or that it is off. */
export function levelOf(code: ProblemCode, configuration: Configuration | undefined): Level {
  const rules = configuration?.rules ?? {};
  return (Object.hasOwn(rules, code) ? rules[code] : undefined) ?? defaultSeverities[code];
}

/** A finding in a version of a file, as severe as the configuration says. The caller drops those that are `off`. */
export function toProblem({ code, range, message, fixes }: Finding, model: KanoModel, configuration?: Configuration): Problem {
  const level = levelOf(code, configuration);
  const severity = level === 'off' ? defaultSeverities[code] : level;
  const problem: Problem = { code, severity, message, range: model.locate(range) };
  // Not enumerable: problems are equal, and written, by what they say.
  return fixes ? Object.defineProperty(problem, 'fixes', { value: fixes }) : problem;
}
