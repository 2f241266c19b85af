import { ambiguousCategory } from './ambiguousCategory.ts';
import { assumptionContradicted } from './assumptionContradicted.ts';
import { categoryDrift } from './categoryDrift.ts';
import { dependencyCycle } from './dependencyCycle.ts';
import { duplicateId } from './duplicateId.ts';
import { evidenceContradicts } from './evidenceContradicts.ts';
import { indifferentInProgress } from './indifferentInProgress.ts';
import { metricWorsened } from './metricWorsened.ts';
import { momentAtRisk } from './momentAtRisk.ts';
import { mustBeRejected } from './mustBeRejected.ts';
import { noReadingSince } from './noReadingSince.ts';
import { notSurveyed } from './notSurveyed.ts';
import { overlappingTallies } from './overlappingTallies.ts';
import { personasDisagree } from './personasDisagree.ts';
import type { ProblemDefinition, Severity } from './problemDefinition.ts';
import { quadrantMismatch } from './quadrantMismatch.ts';
import { questionableAnswers } from './questionableAnswers.ts';
import { reversePlanned } from './reversePlanned.ts';
import { rulesDisagree } from './rulesDisagree.ts';
import { schema } from './schema.ts';
import { smallSample } from './smallSample.ts';
import { splitAnswers } from './splitAnswers.ts';
import { stale } from './stale.ts';
import { syntax } from './syntax.ts';
import { unknownReference } from './unknownReference.ts';
import { unrelievedPain } from './unrelievedPain.ts';
import { unresolvedUse } from './unresolvedUse.ts';
import { unservedNeed } from './unservedNeed.ts';
import { unusedDefinition } from './unusedDefinition.ts';

const definitions = [
  syntax,
  schema,
  duplicateId,
  unknownReference,
  unresolvedUse,
  overlappingTallies,
  dependencyCycle,
  reversePlanned,
  mustBeRejected,
  assumptionContradicted,
  questionableAnswers,
  splitAnswers,
  momentAtRisk,
  metricWorsened,
  smallSample,
  ambiguousCategory,
  rulesDisagree,
  categoryDrift,
  personasDisagree,
  indifferentInProgress,
  evidenceContradicts,
  unrelievedPain,
  quadrantMismatch,
  notSurveyed,
  unservedNeed,
  noReadingSince,
  stale,
  unusedDefinition,
] as const satisfies readonly ProblemDefinition[];

export type ProblemCode = (typeof definitions)[number]['code'];

/**
 * Every problem that the product reports, the most severe first. Checks run in this order. `npm run generate` writes the list into the schemas
 * and into docs/method.md.
 */
export const problemDefinitions: readonly (ProblemDefinition & { readonly code: ProblemCode })[] = definitions;

/** The severity of every problem unless `.kanorc.yaml` says otherwise. */
export const defaultSeverities = Object.fromEntries(problemDefinitions.map(({ code, severity }) => [code, severity])) as Readonly<
  Record<ProblemCode, Severity>
>;
