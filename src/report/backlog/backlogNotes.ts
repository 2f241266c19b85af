import * as l10n from '@vscode/l10n';
import { isOpen } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { doRulesDisagree } from '../../analysis/otherViews.ts';
import type { AnalysedProduct } from '../../analysis/productAnalysis.ts';
import { categories, categoryRules, type Feature } from '../../document/format/model.ts';
import { definitionsById, settingsOf } from '../../document/product.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { answersWords, eitherSentence, formerCategorySentence, neededBySentence, weightedSentence } from '../../terms/featureSentences.ts';
import { joinNotes, quotedName } from '../../terms/labels.ts';
import { itemList, nameList } from '../../terms/numbers.ts';
import { personaCategories } from '../../terms/personaSentences.ts';
import { refinedClassLabel } from '../../terms/refinedClassLabels.ts';
import { ruleLabel } from '../../terms/settingsLabels.ts';

interface NotesContext extends AnalysedProduct {
  readonly nameOf: (feature: Feature) => string;
  readonly talliesUnreadable: (feature: Feature) => boolean;
  /** Whether the personas of a feature differ significantly; by default what the analysis of the product says. */
  readonly disagree?: (feature: Feature) => boolean;
  /** Whether to say the class by importance; by default it is said. */
  readonly withImportanceClass?: boolean;
}

/** Why a feature has its rank, and what makes its category uncertain; empty if there is nothing to say. */
export function backlogNotes(feature: Feature, context: NotesContext): string {
  return joinNotes([...placeNotes(feature, context), ...categoryNotes(feature, context)]);
}

function placeNotes(feature: Feature, { analysis, nameOf }: NotesContext): readonly string[] {
  if (!isOpen(feature)) return [];
  const names = (features: readonly Feature[]) => nameList(features.map((each) => quotedName(nameOf(each))));
  const pullers = analysis.priority(feature).neededBy.flatMap((id) => analysis.dependencies.resolve(id) ?? []);
  return [...(pullers.length > 0 ? [neededBySentence(names(pullers))] : []), ...needsNotes(feature, { analysis, nameOf })];
}

/** What is to be built before a feature, and what it needs and will not get. */
export function needsNotes(feature: Feature, { analysis, nameOf }: Pick<NotesContext, 'analysis' | 'nameOf'>): readonly string[] {
  const names = (features: readonly Feature[]) => nameList(features.map((each) => quotedName(nameOf(each))));
  const { dependencies } = analysis;
  const needs = dependencies.needs(feature).filter((need) => isOpen(need) && !dependencies.isInCycle(feature, need));
  const rejected = dependencies.needs(feature).filter(({ status }) => status === 'rejected');
  return [
    ...(needs.length > 0 ? [l10n.t('needs {features}', { features: names(needs) })] : []),
    ...(rejected.length > 0 ? [l10n.t('needs {features}, which is rejected', { features: names(rejected) })] : []),
  ];
}

/** What each persona says of a feature where they differ significantly; empty where they do not. */
export function personaNotes(
  feature: Feature,
  { product, analysis }: AnalysedProduct,
  disagree = (each: Feature) => analysis.personasDisagreements.has(each),
): readonly string[] {
  if (!disagree(feature)) return [];
  const names = new Map([...definitionsById(product, 'personas')].map(([id, { name = id }]) => [id, name]));
  return [itemList(personaCategories(analysis.featureAnalysis(feature), names))];
}

function categoryNotes(feature: Feature, context: NotesContext): readonly string[] {
  const { product, analysis, talliesUnreadable, disagree, withImportanceClass = true } = context;
  const numbers = analysis.featureAnalysis(feature);
  const { category, categories: byRule, drift, rival, weighted } = numbers;
  // The column of answers says that the category is assumed, so it cannot mention the error.
  if (talliesUnreadable(feature) && effectiveCategory(feature, numbers).isAssumed) return [answersWords().unreadable];
  if (category === null) return [];
  const refined = withImportanceClass ? analysis.refinedClass(feature) : null;
  const others = doRulesDisagree(numbers) ? categoryRules.filter((rule) => rule !== settingsOf(product).rule) : [];
  const otherCategories = categories.filter((other) => other !== category && others.some((rule) => byRule[rule] === other));
  return [
    ...(rival === null ? [] : [eitherSentence(category, rival)]),
    ...otherCategories.map((other) => {
      const rules = nameList(others.filter((rule) => byRule[rule] === other).map(ruleLabel));
      return l10n.t('{category} by {rules}', { category: categoryLabel(other), rules });
    }),
    ...(weighted !== null && weighted.category !== null && weighted.category !== category ? [weightedSentence(weighted.category)] : []),
    ...personaNotes(feature, { product, analysis }, disagree),
    ...(refined === null ? [] : [l10n.t('{class} by importance', { class: refinedClassLabel(refined) })]),
    ...(analysis.hasDrifted(drift) ? [formerCategorySentence(drift.categories[0], drift.from)] : []),
  ];
}
