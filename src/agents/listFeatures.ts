import { withAnswersOf } from '../analysis/answerFilter.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import { analysedProduct } from '../analysis/productAnalysis.ts';
import { categories, defaultStatus, statuses } from '../document/format/model.ts';
import { definitionsById, type Product } from '../document/product.ts';
import { fieldCells, fieldNames } from '../report/featureColumns.ts';
import { type FeatureRow, featureRows, inRankOrder, rowCertainties, rowCertainty } from '../report/featureRows.ts';
import { singleLine } from '../report/plainText.ts';
import { AgentRefusal, readingTool } from './agentTool.ts';
import { findProducts, mostNames, notThere } from './findFeature.ts';
import { leanTable } from './leanTable.ts';
import { brokenFiles, productHeading } from './productHeading.ts';
import type { ToolInput } from './toolInput.ts';

const defaultFields = ['rank', 'id', 'category', 'rival', 'assumed', 'n', 'better', 'worse'];
const defaultLimit = 100;

const input = {
  type: 'object',
  properties: {
    file: { type: 'string', description: 'Path of a *.kano.yaml file; default: all products' },
    category: { type: 'string', enum: [...categories, 'none'] },
    status: { type: 'string', enum: statuses },
    touchpoint: { type: 'string', description: 'Id' },
    persona: { type: 'string', description: 'Id: numbers of its answers only' },
    certainty: { type: 'string', enum: rowCertainties },
    fields: {
      type: 'array',
      items: { type: 'string' },
      description: `Default ${defaultFields.join(',')}; also title,status,reason,note,certainty,answersNeeded,effort,owner,touchpoints,stability,drift,lean,…`,
    },
    limit: { type: 'integer', minimum: 1, maximum: 500, description: `Rows; default ${defaultLimit}` },
    offset: { type: 'integer', minimum: 0, maximum: 1_000_000 },
  },
  additionalProperties: false,
} as const;

type Filter = Pick<ToolInput<typeof input>, 'category' | 'status' | 'touchpoint' | 'certainty' | 'persona'>;

/** `kano_list_features` */
export const listFeatures = readingTool({
  name: 'kano_list_features',
  title: 'List features by priority',
  description:
    'Features of the product with computed Kano priorities, by rank: what to build next, what not to build, what is unsure. Ask it instead of guessing a priority. category: M must-be, O one-dimensional, A attractive, I indifferent, R reverse, Q questionable; rival: another category that the answers allow too; assumed: a guess of the team where nobody was asked; n: answers; better 0..1 gain if built, worse -1..0 loss if not. No rank: shipped or rejected. certainty: sure, ambiguous (two categories possible), few (under 30 answers), none (nobody asked), uncounted (answers with an error).',
  input,
  async answer({ file, fields: asked = [], limit = defaultLimit, offset = 0, ...filter }, files) {
    const fields = asked.length === 0 ? defaultFields : asked;
    const unknown = fields.find((name) => !fieldNames.includes(name));
    if (unknown !== undefined) throw new AgentRefusal(`There is no field “${unknown.slice(0, 40)}”; there are ${fieldNames.join(', ')}.`);
    const { products, note } = await findProducts(files, file);
    checkIds(products, filter);
    const sections = products.map((product) => ({ product, ...rowsOf(product, filter) }));
    let [skipped, left] = [offset, limit];
    const texts = sections.flatMap(({ product, rows, warnings, remarks }) => {
      files.stopIfCancelled();
      const shown = rows.slice(skipped, skipped + left);
      skipped = Math.max(0, skipped - rows.length);
      left -= shown.length;
      const heading = [productHeading(product, files), ...warnings];
      if (shown.length > 0 || sections.length === 1)
        return [[...heading, ...remarks, leanTable(fields, fieldCells(fields, shown))].join('\n')];
      // What is wanted may be among what could not be read.
      return warnings.length > 0 || brokenFiles(product, files) !== '' ? [heading.join('\n')] : [];
    });
    const all = sections.reduce((sum, { rows }) => sum + rows.length, 0);
    const more = all - offset - (limit - left);
    const rest = more > 0 ? `\n${more} more: filter, or set offset to ${offset + limit - left}.` : '';
    const nothing = all === 0 ? 'No feature matches.\n' : offset >= all ? `No row from offset ${offset} on: there are ${all}.\n` : '';
    return `${nothing}${texts.join('\n\n')}${rest}${note}`;
  },
});

function checkIds(products: readonly Product[], { touchpoint, persona }: Filter): void {
  const wanted = [
    ['touchpoints', 'touchpoint', touchpoint],
    ['personas', 'persona', persona],
  ] as const;
  for (const [list, what, id] of wanted) {
    if (id === undefined) continue;
    const known = [...new Set(products.flatMap((product) => [...definitionsById(product, list).keys()]))];
    if (!known.includes(id)) throw new AgentRefusal(notThere(what, id, known));
  }
}

interface Rows {
  readonly rows: readonly FeatureRow[];
  /** What is to be known even where no row is wanted. */
  readonly warnings: readonly string[];
  /** What is to be known of the rows, and of those that are not there. */
  readonly remarks: readonly string[];
}

function rowsOf(product: Product, filter: Filter): Rows {
  const { analysis } = analysedProduct(product);
  const all = inRankOrder(featureRows(product, analysis));
  const uncounted = all.filter(({ isUncounted }) => isUncounted);
  const warnings = uncounted.length === 0 ? [] : [`Tallies with errors, not counted: ${shortList(uncounted)}.`];
  const { persona, category: _, certainty: __, ...place } = filter;
  if (persona === undefined) return { rows: all.filter((row) => isWanted(row, filter)), warnings, remarks: [] };
  const answered = withAnswersOf({ persona, survey: null });
  // A note speaks of the numbers of all.
  const ofPersona = all.map((row) => ({ ...row, numbers: analysis.featureAnalysis(answered(row.feature)), notes: '' }));
  const leftOut = ofPersona.filter((row) => row.numbers.n === 0 && !row.isUncounted && isWanted(row, place)).length;
  const missing = leftOut === 0 ? '' : ` ${leftOut} ${leftOut === 1 ? 'feature' : 'features'} without answers of ${persona} left out.`;
  return {
    rows: ofPersona.filter((row) => row.numbers.n > 0 && isWanted(row, filter)),
    warnings,
    remarks: [`Numbers of ${persona}; rank and order of all personas.${missing}`],
  };
}

function shortList(rows: readonly FeatureRow[]): string {
  const names = rows.slice(0, mostNames).map(({ feature, name }) => singleLine(feature.id ?? name));
  return names.join(', ') + (rows.length > mostNames ? ` and ${rows.length - mostNames} more` : '');
}

function isWanted(row: FeatureRow, wanted: Filter): boolean {
  const { feature, numbers } = row;
  return (
    (wanted.category === undefined || (effectiveCategory(feature, numbers).category ?? 'none') === wanted.category) &&
    (wanted.status === undefined || (feature.status ?? defaultStatus) === wanted.status) &&
    (wanted.touchpoint === undefined || feature.touchpoints?.includes(wanted.touchpoint) === true) &&
    (wanted.certainty === undefined || rowCertainty(row) === wanted.certainty)
  );
}
