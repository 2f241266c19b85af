import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { type ComparisonBase, changesSince } from '../analysis/comparison/comparisonBase.ts';
import type { AnalysedProduct, ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { definitionsById } from '../document/product.ts';
import { driftLabel, movesSince, signedCategory } from '../terms/categoryLabels.ts';
import { changeNotes } from '../terms/changeSentences.ts';
import { personasVerdict } from '../terms/featureSentences.ts';
import { undatedSurvey } from '../terms/labels.ts';
import { type Column, paragraph, table } from '../terms/markdown.ts';
import { coefficient, count, itemList } from '../terms/numbers.ts';
import { newSince } from './codeLenses.ts';

/** A feature and everything its hover draws on. */
export interface HoverSubject extends AnalysedProduct {
  readonly item: Item<'features'>;
  readonly numbers: FeatureAnalysis;
  readonly base?: ComparisonBase;
}

/** What changed of a feature since the base, category, coefficients, rank and names: `Since main: Attractive → Must-be (Decay, …)`. */
export function sinceBase({ item, product, analysis, base }: HoverSubject): readonly RootContent[] {
  const change = base && changesSince(base, { product, analysis }).features.find(({ after }) => after?.item === item);
  if (!change) return [];
  if (change.before === null) return [paragraph({ strong: newSince(base) })];
  return [paragraph({ strong: l10n.t('Since {base}', { base: base.name }) }, ` ${changeNotes(change).join(' · ')}`)];
}

/** The personas side by side, and whether they differ by more than chance; nothing with fewer than two. */
export function personasComparison({ item, product, analysis, numbers }: HoverSubject): readonly RootContent[] {
  const labelled = numbers.personas.filter(({ persona, n }) => persona !== null && n > 0);
  if (labelled.length < 2) return [];
  const definitions = definitionsById(product, 'personas');
  const rows = labelled.map(({ persona, category, n, better, worse }) => [
    definitions.get(persona ?? '')?.name ?? persona ?? '',
    signedCategory(category),
    count(n),
    coefficient(better),
    coefficient(worse),
  ]);
  const columns = [left(l10n.t('Persona')), left(l10n.t('Category')), right(l10n.t('Answers')), ...coefficientColumns()];
  return [table(columns, rows), paragraph(personasVerdict(analysis.personasTest(item.value)))];
}

/** The surveys, newest first, and what the last change means; nothing with fewer than two. */
export function surveysComparison({ numbers: { history: surveys, drift }, analysis }: HoverSubject): readonly RootContent[] {
  if (surveys.length < 2) return [];
  const rowOf = ({ survey, category, better, worse }: (typeof surveys)[number]) =>
    [survey ?? undatedSurvey(), signedCategory(category), coefficient(better), coefficient(worse)] as const;
  const rows = surveys.toReversed().map(rowOf);
  const columns = [left(l10n.t('Survey')), left(l10n.t('Category')), ...coefficientColumns()];
  const verdict = driftVerdict(drift, analysis);
  return [table(columns, rows), ...(verdict === undefined ? [] : [paragraph(verdict)])];
}

function driftVerdict(drift: FeatureAnalysis['drift'], analysis: ProductAnalysis): string | undefined {
  if (drift === null) return l10n.t('The survey before asked in other words, so the two are not compared.');
  if (drift.kind === null) return undefined;
  const label = driftLabel(drift.kind);
  if (!analysis.hasDrifted(drift)) return l10n.t('{label}? The change may be chance.', { label });
  const moves = movesSince(drift).map(({ sentence }) => sentence);
  const meaning = moves.length > 0 ? itemList(moves) : l10n.t('the answers as a whole differ');
  return l10n.t('{label}: {meaning}.', { label, meaning });
}

function coefficientColumns(): readonly Column[] {
  return [right(l10n.t('Better')), right(l10n.t('Worse'))];
}

export function left(heading: string): Column {
  return { heading, align: 'left' };
}

export function right(heading: string): Column {
  return { heading, align: 'right' };
}
