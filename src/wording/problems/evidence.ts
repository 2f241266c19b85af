import * as l10n from '@vscode/l10n';
import { significantZ } from '../../analysis/leadingPair.ts';
import type { DriftKind } from '../../analysis/results.ts';
import type { Category, CategoryRule } from '../../document/format/model.ts';
import { type CategoryOrNone, categoryLabel, driftMeaning, type Quadrant, quadrantLabel } from '../../terms/categoryLabels.ts';
import { coefficient, count, itemList, pValue, share, shareBeside, statistic, statisticBeside } from '../../terms/numbers.ts';

// Messages about what a survey can and cannot tell.

/** `kano/small-sample`. `rival` is the second category, `null` where all answers agree. */
export function smallSample(n: number, category: Category, rival: CategoryOrNone): string {
  const values = { n: count(n), category: categoryLabel(category), rival: categoryLabel(rival) };
  const why =
    rival === null
      ? n === 1
        ? l10n.t('1 answer is too few to be sure of {category} (30 or more are usual).', values)
        : l10n.t('{n} answers are too few to be sure of {category} (30 or more are usual).', values)
      : l10n.t('{n} answers are too few to tell {category} from {rival} (30 or more are usual).', values);
  return l10n.t('{why} Collect more, or silence `kano/small-sample` here.', { why });
}

/** `kano/ambiguous-category`: the counts of the two leading categories among `n` answers. */
export function ambiguousCategory(leading: readonly [Category, number], second: readonly [Category, number], n: number, z: number): string {
  return l10n.t(
    '{first} ({firstShare}) and {second} ({secondShare}) are too close to tell apart with {n} answers (z {z}, 1.96 is usual). Ask more customers, or look at the personas.',
    {
      first: categoryLabel(leading[0]),
      firstShare: share(leading[1] / n),
      second: categoryLabel(second[0]),
      secondShare: share(second[1] / n),
      n: count(n),
      z: statisticBeside(z, significantZ),
    },
  );
}

/** `kano/questionable-answers` */
export function questionableAnswers(questionable: number, n: number): string {
  return l10n.t(
    '{share} of {n} answers contradict themselves (up to 10 % is usual): the question was probably misunderstood. Reword it and ask again.',
    {
      share: shareBeside(questionable / n, 0.1),
      n: count(n),
    },
  );
}

/** `kano/split-answers` */
export function splitAnswers(reverse: number, n: number, category: Category): string {
  return l10n.t(
    '{share} of {n} customers would rather not have this, and the category is {category}: probably two kinds of customers. Tally them as personas, or make it optional.',
    {
      share: shareBeside(reverse / n, 0.2),
      n: count(n),
      category: categoryLabel(category),
    },
  );
}

/** `kano/rules-disagree`. `chosen` is the rule that the file uses. */
export function rulesDisagree(found: Readonly<Record<CategoryRule, CategoryOrNone>>, chosen: CategoryRule): string {
  const rules: readonly CategoryRule[] = ['mode', 'berger', 'lead'];
  const list = rules.map((rule) => l10n.t('{rule}: {category}', { rule, category: categoryLabel(found[rule]) }));
  return l10n.t('The rules disagree ({list}); “{chosen}” is used here. Treat the category as a matter of judgement.', {
    list: itemList(list),
    chosen,
  });
}

export interface CoefficientMove {
  readonly before: number | null;
  readonly after: number | null;
}

/** `kano/category-drift`. `from` is the id of the survey before, `null` for the undated one. */
export function categoryDrift(
  from: string | null,
  [before, after]: readonly [Category, Category],
  kind: DriftKind,
  better: CoefficientMove,
  worse: CoefficientMove,
): string {
  return l10n.t(
    '{before} → {after} since {survey}: Better {betterBefore} → {betterAfter}, Worse {worseBefore} → {worseAfter}. {meaning}.',
    {
      before: categoryLabel(before),
      after: categoryLabel(after),
      survey: from ?? l10n.t('the survey before'),
      betterBefore: coefficient(better.before),
      betterAfter: coefficient(better.after),
      worseBefore: coefficient(worse.before),
      worseAfter: coefficient(worse.after),
      meaning: driftMeaning(kind),
    },
  );
}

/** `kano/personas-disagree`. Personas by the name they are shown with; p is the corrected one. */
export function personasDisagree(
  personas: readonly { readonly name: string; readonly category: CategoryOrNone }[],
  p: number,
  cramersV: number,
): string {
  const list = personas.map(({ name, category }) => l10n.t('{persona}: {category}', { persona: name, category: categoryLabel(category) }));
  return l10n.t('Personas see this differently ({list}; {p}, Cramér’s V {v}). Decide for whom you build it.', {
    list: itemList(list),
    p: pValue(p),
    v: statistic(cramersV),
  });
}

/** `kano/quadrant-mismatch` */
export function quadrantMismatch(category: Category, quadrant: Quadrant, better: number, worse: number): string {
  return l10n.t(
    'The category is {category}, and Better {better} with Worse {worse} lies in the quadrant {quadrant}. Both views are right: look at the counts before deciding.',
    {
      category: categoryLabel(category),
      quadrant: quadrantLabel(quadrant),
      better: coefficient(better),
      worse: coefficient(worse),
    },
  );
}

/** `kano/not-surveyed`. `hasTally`: there is a tally, and it counts nobody. */
export function notSurveyed(hasTally: boolean): string {
  if (hasTally) return l10n.t('This tally counts no answers, so nothing says how customers see the feature. Enter the counts, or ask.');
  return l10n.t('No survey says how customers see this. Ask before deciding.');
}
