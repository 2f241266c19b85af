import { countChanges, hasChanges, workingTree } from '../report/diff/diff.ts';
import { editedNotes, journeyTables } from '../report/diff/diffJourney.ts';
import { diffSummary } from '../report/diff/diffSummary.ts';
import { diffTables, type NameCell } from '../report/diff/diffTables.ts';
import { featureName } from '../report/featureRows.ts';
import { readingTool } from './agentTool.ts';
import { mostNames } from './findFeature.ts';
import { leanTable } from './leanTable.ts';

/** The most rows of one kind of change. */
const mostRows = 50;

/** `kano_compare_revisions` */
export const compareRevisions = readingTool({
  name: 'kano_compare_revisions',
  title: 'Compare two revisions',
  description:
    'What changed in requirement terms between two Git revisions, or between one and the files as they are now: categories, Better and Worse, ranks, features added or removed, must-be gaps, statuses, metrics, pains, evidence. Use it for "what moved since main?" and to review a change.',
  input: {
    type: 'object',
    properties: {
      base: { type: 'string', description: 'Branch, tag or commit: main' },
      head: { type: 'string', description: 'Default: the files as they are now' },
      file: { type: 'string' },
    },
    required: ['base'],
    additionalProperties: false,
  },
  async answer({ base, head, file }, files) {
    const { products, conflicts = [], outside = [] } = await files.compare(base, head ?? null, file);
    files.stopIfCancelled();
    const changed = products.filter(({ comparison }) => hasChanges(comparison));
    const summary = diffSummary(countChanges(changed.map(({ comparison }) => comparison)));
    const sides = `${base}..${head ?? workingTree()}`;
    const left = notCompared('a merge conflict is open', conflicts) + notCompared('in no Git repository', outside);
    if (changed.length === 0) return `${sides}: nothing changed in requirement terms.${left}`;
    const nameCell: NameCell = (feature) => feature.item.value.id ?? featureName(feature);
    const sections = changed.flatMap(({ before, after, comparison }) => {
      const side = after ?? before;
      if (!side) return [];
      const tables = [...diffTables(comparison, side.product, nameCell), ...journeyTables(comparison.journey, side.product, nameCell)];
      const texts = tables.map(({ title, columns, rows }) => {
        const cells = rows.slice(0, mostRows).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
        const more = rows.length > mostRows ? `\n${rows.length - mostRows} more` : '';
        return `# ${title}\n${leanTable(
          columns.map(({ heading }) => heading),
          cells,
        )}${more}`;
      });
      const settings = comparison.settings
        ? ['The settings of the analysis changed: categories may have moved for that reason alone.']
        : [];
      return [[side.path, ...settings, ...texts, ...editedNotes(comparison.edits)].join('\n')];
    });
    return `${sides}: ${summary || 'edited'}\n${sections.join('\n\n')}${left}`;
  },
});

function notCompared(why: string, paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const more = paths.length > mostNames ? ` and ${paths.length - mostNames} more` : '';
  return `\nNot compared, ${why}: ${paths.slice(0, mostNames).join(', ')}${more}.`;
}
