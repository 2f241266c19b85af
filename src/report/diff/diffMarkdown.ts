import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { bulletList, heading, markdownText, paragraph, table } from '../../terms/markdown.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { computedSentence, settingsSentence } from '../../terms/settingsLabels.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { featureName } from '../featureRows.ts';
import { faultyFilesSentence } from '../problemCounts.ts';
import { headingWithin, productHeading } from '../productNames.ts';
import { conflictSentence, countChanges, type Diff, type DiffCounts, type DiffedProduct, hasChanges, workingTree } from './diff.ts';
import { editedNotes, journeyTables } from './diffJourney.ts';
import { diffTables, type NameCell } from './diffTables.ts';

/** Longer tables show this many rows and count the others: the length of a comment on a pull request is limited. */
const rowsLimit = 50;

/**
 * The effect of a change as GitHub Markdown for a comment on a pull request, in the current language: a summary in the first line, then a
 * table for each kind of change; one sentence if nothing changed. Ends with a line break.
 */
export function diffMarkdown({ base, head, products, faulty: others = [], conflicts = [], linkOf }: Diff): string {
  const changed = products.filter(({ comparison }) => hasChanges(comparison));
  const [baseName, headName] = [shownRevision(base), head === null ? workingTree() : shownRevision(head)];
  const nameCell: NameCell = (feature) => {
    const [text, link] = [featureName(feature), linkOf?.(feature)];
    return link === undefined ? text : { text, link };
  };
  const faulty = [
    ...(conflicts.length === 0 ? [] : [paragraph(conflictSentence(conflicts))]),
    ...faultyNotes([...products.flatMap(({ after }) => after?.faulty ?? []), ...others]),
  ];
  if (changed.length === 0) {
    const sides = { base: baseName, head: headName };
    return commentText([paragraph(l10n.t('From {base} to {head} nothing changes but comments and layout.', sides)), ...faulty]);
  }
  const summary = diffSummary(countChanges(changed.map(({ comparison }) => comparison)));
  const [only] = changed;
  const first = paragraph(...(summary === '' ? [] : [{ strong: summary }, ' · ']), `${baseName} → ${headName}`);
  const sections =
    only && changed.length === 1
      ? productNodes(only, base, nameCell, (text) => heading(2, text))
      : changed.flatMap((product) => {
          const name = productHeading(nameOf(product), (product.after ?? product.before)?.path ?? '', changed.map(nameOf));
          const counts = paragraph(diffSummary(countChanges([product.comparison])));
          return [heading(2, name), counts, ...productNodes(product, base, nameCell, (text) => heading(3, headingWithin(name, text)))];
        });
  return commentText([first, ...sections, ...faulty]);
}

/**
 * Markdown that mentions nobody. In a comment, `@name` of a title would send a message to somebody, and `#12`, `GH-12` and GitLab's `!12` would leave a note
 * in what has that number. Escaped they still would: an invisible space without width comes between.
 */
function commentText(nodes: readonly RootContent[]): string {
  return markdownText(nodes).replace(/@(?=[\p{L}\p{N}_])|[#!](?=\d)|\bGH-(?=\d)/giu, '$&\u200B');
}

/** A commit by its first digits, as Git itself shortens it; a name as it is. */
function shownRevision(name: string): string {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(name) ? name.slice(0, 7) : name;
}

function nameOf({ before, after }: DiffedProduct): string | undefined {
  return after?.product.opened.header.product ?? before?.product.opened.header.product;
}

function productNodes(
  { before, after, comparison }: DiffedProduct,
  base: string,
  nameCell: NameCell,
  headingOf: (text: string) => RootContent,
): readonly RootContent[] {
  const side = after ?? before;
  if (!side) return [];
  const nodes = [...diffTables(comparison, side.product, nameCell), ...journeyTables(comparison.journey, side.product, nameCell)].flatMap(
    ({ title, columns, rows }) => [
      headingOf(title),
      table(columns, rows.slice(0, rowsLimit)),
      ...(rows.length > rowsLimit ? [paragraph(l10n.t('and {count} more', { count: count(rows.length - rowsLimit) }))] : []),
    ],
  );
  const { settings } = comparison;
  const computed = settings
    ? l10n.t('Computed with {after}, before with {before}: categories may have moved for that reason alone.', {
        before: settingsSentence(settings.before),
        after: settingsSentence(settings.after),
      })
    : computedSentence(side.analysis.context.settings);
  const isMoved = before && after && before.path !== after.path && before.path !== base;
  return [
    ...nodes,
    bulletList([...editedNotes(comparison.edits), ...(isMoved ? [l10n.t('Before in {path}', { path: before.path })] : []), computed]),
  ];
}

/** Errors in the files after the change; nobody can fix earlier ones any more. */
function faultyNotes(files: readonly FaultyFile[]): readonly RootContent[] {
  const faulty = new Map(files.map(({ path, errors }) => [path, errors]));
  if (faulty.size === 0) return [];
  return [paragraph(faultyFilesSentence([...faulty].map(([path, errors]) => ({ path, errors }))))];
}

/** `2 categories moved, 1 feature added and 1 must-be gap opened`; empty if all counts are 0. */
function diffSummary(counts: DiffCounts): string {
  const parts = (Object.keys(counts) as (keyof DiffCounts)[]).flatMap((name) => (counts[name] === 0 ? [] : [countOf(name, counts[name])]));
  return parts.length === 0 ? '' : nameList(parts);
}

function countOf(name: keyof DiffCounts, number: number): string {
  const values = { count: count(number) };
  const isOne = number === 1;
  switch (name) {
    case 'categories':
      return isOne ? l10n.t('1 category moved') : l10n.t('{count} categories moved', values);
    case 'confirmed':
      return isOne ? l10n.t('1 assumption confirmed') : l10n.t('{count} assumptions confirmed', values);
    case 'contradicted':
      return isOne ? l10n.t('1 assumption contradicted') : l10n.t('{count} assumptions contradicted', values);
    case 'surveyed':
      return isOne ? l10n.t('1 feature surveyed for the first time') : l10n.t('{count} features surveyed for the first time', values);
    case 'numbers':
      return isOne ? l10n.t('Better or Worse of 1 feature moved') : l10n.t('Better or Worse of {count} features moved', values);
    case 'gapsOpened':
      return isOne ? l10n.t('1 must-be gap opened') : l10n.t('{count} must-be gaps opened', values);
    case 'gapsClosed':
      return isOne ? l10n.t('1 must-be gap closed') : l10n.t('{count} must-be gaps closed', values);
    case 'added':
      return isOne ? l10n.t('1 feature added') : l10n.t('{count} features added', values);
    case 'removed':
      return isOne ? l10n.t('1 feature removed') : l10n.t('{count} features removed', values);
    case 'renamed':
      return isOne ? l10n.t('1 feature renamed') : l10n.t('{count} features renamed', values);
    case 'statuses':
      return isOne ? l10n.t('1 status changed') : l10n.t('{count} statuses changed', values);
    case 'ranks':
      return isOne ? l10n.t('1 rank moved') : l10n.t('{count} ranks moved', values);
    case 'metricsWorse':
      return isOne ? l10n.t('1 metric worse') : l10n.t('{count} metrics worse', values);
    case 'metricsBetter':
      return isOne ? l10n.t('1 metric better') : l10n.t('{count} metrics better', values);
    case 'emotionsFallen':
      return isOne ? l10n.t('1 emotion fell') : l10n.t('{count} emotions fell', values);
    case 'emotionsRisen':
      return isOne ? l10n.t('1 emotion rose') : l10n.t('{count} emotions rose', values);
    case 'painsNew':
      return isOne ? l10n.t('1 new pain') : l10n.t('{count} new pains', values);
    case 'painsRelieved':
      return isOne ? l10n.t('1 pain relieved') : l10n.t('{count} pains relieved', values);
    case 'shipped':
      return isOne ? l10n.t('1 feature shipped') : l10n.t('{count} features shipped', values);
  }
}
