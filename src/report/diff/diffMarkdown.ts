import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { bulletList, heading, markdownText, paragraph, table } from '../../terms/markdown.ts';
import { count } from '../../terms/numbers.ts';
import { computedSentence, settingsSentence } from '../../terms/settingsLabels.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { featureName } from '../featureRows.ts';
import { faultyFilesSentence } from '../problemCounts.ts';
import { headingWithin, productHeading } from '../productNames.ts';
import { conflictSentence, countChanges, type Diff, type DiffedProduct, hasChanges, workingTree } from './diff.ts';
import { editedNotes, journeyTables } from './diffJourney.ts';
import { diffSummary } from './diffSummary.ts';
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
