import type { RootContent } from 'mdast';
import { bulletList, heading, markdownText, paragraph, table } from '../../terms/markdown.ts';
import { settingsSentence } from '../../terms/settingsLabels.ts';
import { computedSentence, groupOfProduct } from '../../wording/backlogWording.ts';
import { andMore, diffSummary, formerPath, fromTo, nothingChanged, settingsChanged, workingTree } from '../../wording/diffWording.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { faultyFilesSentence } from '../problemCounts.ts';
import { countChanges, type Diff, type DiffedProduct, hasChanges } from './diff.ts';
import { diffTables } from './diffTables.ts';

/** Of a table with more rows than this the first are shown and the others counted: a comment on a pull request has its limits. */
const rowsLimit = 50;

/**
 * What a change does, as GitHub Markdown for a comment on a pull request, in the current language: a summary in the first line, then a table
 * for each kind of change; one sentence when there is nothing to tell. Ends with a line break.
 */
export function diffMarkdown({ base, head, products, faulty: others = [] }: Diff): string {
  const changed = products.filter(({ comparison }) => hasChanges(comparison));
  const [baseName, headName] = [shownRevision(base), head === null ? workingTree() : shownRevision(head)];
  const faulty = faultyNotes([...products.flatMap(({ after }) => after?.faulty ?? []), ...others]);
  if (changed.length === 0) return markdownText([paragraph(nothingChanged(baseName, headName)), ...faulty]);
  const summary = diffSummary(countChanges(changed.map(({ comparison }) => comparison)));
  const [only] = changed;
  const first = paragraph(...(summary === '' ? [] : [{ strong: summary }, ' · ']), fromTo(baseName, headName));
  const sections =
    only && changed.length === 1
      ? productNodes(only, base, (text) => heading(2, text))
      : changed.flatMap((product) => {
          const name = productName(product, changed);
          const counts = paragraph(diffSummary(countChanges([product.comparison])));
          return [heading(2, name), counts, ...productNodes(product, base, (text) => heading(3, groupOfProduct(name, text)))];
        });
  return markdownText([first, ...sections, ...faulty]);
}

/** A commit by its first digits, as Git itself shortens it; a name as it is. */
function shownRevision(name: string): string {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(name) ? name.slice(0, 7) : name;
}

function productName({ before, after }: DiffedProduct, all: readonly DiffedProduct[]): string {
  const nameOf = (side: DiffedProduct['after']) => side?.product.opened.header.product;
  const name = nameOf(after) ?? nameOf(before);
  const path = (after ?? before)?.path ?? '';
  if (name === undefined) return path;
  return all.filter((other) => (nameOf(other.after) ?? nameOf(other.before)) === name).length > 1 ? `${name} (${path})` : name;
}

function productNodes(
  { before, after, comparison }: DiffedProduct,
  base: string,
  headingOf: (text: string) => RootContent,
): readonly RootContent[] {
  const side = after ?? before;
  if (!side) return [];
  const nodes = diffTables(comparison, side.product).flatMap(({ title, columns, rows }) => [
    headingOf(title),
    table(columns, rows.slice(0, rowsLimit)),
    ...(rows.length > rowsLimit ? [paragraph(andMore(rows.length - rowsLimit))] : []),
  ]);
  const { settings } = comparison;
  const computed = settings
    ? settingsChanged(settingsSentence(settings.before), settingsSentence(settings.after))
    : computedSentence(settingsSentence(side.analysis.context.settings));
  const moved = before && after && before.path !== after.path && before.path !== base ? [formerPath(before.path)] : [];
  return [...nodes, bulletList([...moved, computed])];
}

/** Errors in the files as they are after: what was wrong before, nobody can mend. */
function faultyNotes(files: readonly FaultyFile[]): readonly RootContent[] {
  const faulty = new Map(files.map(({ path, errors }) => [path, errors]));
  if (faulty.size === 0) return [];
  return [paragraph(faultyFilesSentence([...faulty].map(([path, errors]) => ({ path, errors }))))];
}
