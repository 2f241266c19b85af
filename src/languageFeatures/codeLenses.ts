import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import { type ComparisonBase, countCameAndWent, differenceFrom, featureBefore } from '../analysis/comparison/comparisonBase.ts';
import { hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Feature } from '../document/format/model.ts';
import { type Ticket, ticketsOf } from '../document/format/trackers.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { entryOf } from '../document/yaml/node.ts';
import { hintLabel, type SentenceOptions, signedSentence } from '../terms/featureSentences.ts';
import { count, nameList } from '../terms/numbers.ts';

/** A line above a feature, or above the list of them. Its title is made when it comes into view: see `codeLensTitle`. */
export interface FeatureLens {
  readonly range: Range;
  /** The feature that the lens is about; `undefined` for the lens on the list of features. */
  readonly item: Item<'features'> | undefined;
  /** The ticket that the lens leads to, beside the one with the numbers. */
  readonly ticket?: Ticket;
}

/** Lines of a file, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** In a file of at most this many lines, every line is near. */
const smallFile = 5_000;

/** How many lines above and below the view are near: about ten screens. */
const margin = 500;

/** The lines that get lenses before anybody scrolls. */
export function linesNear(view: Lines, lineCount: number): Lines {
  return lineCount > smallFile ? { first: view.first - margin, last: view.last + margin } : { first: 0, last: lineCount };
}

/**
 * The places of the lenses: one on the `features` key, which opens the matrix, and on the first line of each feature that begins on
 * `lines` one with its numbers and one for each of its tickets. In a large file, only lenses near the view are worth the work.
 */
export function codeLenses(model: KanoModel, lines: Lines = { first: 0, last: Number.POSITIVE_INFINITY }): readonly FeatureLens[] {
  const list = entryOf(model.frame.root, 'features')?.key;
  const onList: FeatureLens[] = list ? [{ range: model.locate(model.rangeOfKey(['features'])), item: undefined }] : [];
  const onFeatures = model.beginningsWithin('features', lines.first, lines.last);
  return [...onList, ...onFeatures.flatMap((lens): readonly FeatureLens[] => [lens, ...ticketLenses(lens)])];
}

/** A lens for each ticket of a feature. The content of features without the word is not looked at: lenses are placed at every keystroke. */
function ticketLenses({ range, item }: { readonly range: Range; readonly item: Item<'features'> }): readonly FeatureLens[] {
  if (!item.part.text.includes('tracker')) return [];
  return ticketsOf(item.value).map((ticket) => ({ range, item, ticket }));
}

/** What the lens of a ticket says: its key, or its address without what all addresses have. */
function ticketTitle({ key, url }: Ticket): string {
  const text = key.replace(/^https?:\/\//i, '');
  const shown = text.length > longestTicket ? `${text.slice(0, longestTicket - 1)}…` : text;
  return url === null ? shown : `$(link-external) ${shown}`;
}

/** Longer addresses would push all else out of the line. */
const longestTicket = 40;

interface Compared {
  readonly base: ComparisonBase;
  readonly product: Product;
}

/** What the sentence about a feature needs to know besides its numbers. */
export function sentenceOptions(item: Item<'features'>, analysis: ProductAnalysis): SentenceOptions {
  const { drift, category } = analysis.featureAnalysis(item.value);
  const evidence = category === null ? analysis.evidence(item.value) : null;
  return { talliesUnreadable: item.talliesUnreadable, hasDrifted: analysis.hasDrifted(drift), evidence };
}

/** The title of a lens: one line, codicons in `$()`; with a base also what changed since. */
export function codeLensTitle({ item, ticket }: FeatureLens, analysis: ProductAnalysis, compared?: Compared): string {
  if (ticket) return ticketTitle(ticket);
  if (!item) return listTitle(compared);
  const since = compared && changeSince(compared.base, item, analysis);
  const options = { ...sentenceOptions(item, analysis), ...(since ? { since } : {}) };
  return lensTitle(item.value, analysis.featureAnalysis(item.value), options);
}

/** The title above a feature: the sign of its category and its sentence, or an icon where a tally has an error. */
export function lensTitle(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions = {}): string {
  const isSurveyed = analysis.category !== null && analysis.n > 0;
  const icon = !isSurveyed && hasUncountedAnswers(options, analysis) ? '$(error) ' : '';
  return icon + signedSentence(feature, analysis, options);
}

/** The title above the list of features; with a base also how many were added and removed since. */
function listTitle(compared: Compared | undefined): string {
  const title = `$(graph-scatter) ${l10n.t('Open prioritisation matrix')}`;
  const { added, removed } = compared ? countCameAndWent(compared.base, compared.product) : { added: 0, removed: 0 };
  if (!compared || added + removed === 0) return title;
  const changes = [
    ...(added > 0 ? [l10n.t('{count} added', { count: count(added) })] : []),
    ...(removed > 0 ? [l10n.t('{count} removed', { count: count(removed) })] : []),
  ];
  return `${title} · ${l10n.t('{changes} since {base}', { changes: nameList(changes), base: compared.base.name })}`;
}

/**
 * What a lens adds for a feature that is new, or whose category is not the one in the base: `was Attractive in main`. `undefined` for any other
 * feature, and where the base had no category.
 */
export function changeSince(base: ComparisonBase, item: Item<'features'>, analysis: ProductAnalysis): SentenceOptions['since'] {
  const before = featureBefore(base, item);
  if (!before) return item.value.id === undefined ? undefined : { was: '', sentence: newSince(base) };
  const category = differenceFrom(base, item, analysis)?.category;
  if (!category || category.before.category === null || category.after.isUncounted) return undefined;
  const was = labelIn(base, before);
  return { was, sentence: l10n.t('was {category} in {survey}', { category: was, survey: base.name }) };
}

/** What is said of a feature that the base does not have. */
export function newSince({ name }: ComparisonBase): string {
  return l10n.t('new since {base}', { base: name });
}

/** The hint label of a feature in the base. */
function labelIn({ analysis }: ComparisonBase, before: Item<'features'>): string {
  return hintLabel(before.value, analysis.featureAnalysis(before.value), before);
}
