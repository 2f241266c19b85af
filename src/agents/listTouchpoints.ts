import { analysedProduct } from '../analysis/productAnalysis.ts';
import type { CsvCell } from '../base/csv.ts';
import { definitionsById, type Product } from '../document/product.ts';
import { AgentRefusal, readingTool } from './agentTool.ts';
import { findProducts, notThere } from './findFeature.ts';
import { leanTableOfFilled } from './leanTable.ts';
import { productHeading } from './productHeading.ts';

/** `kano_list_touchpoints` */
export const listTouchpoints = readingTool({
  name: 'kano_list_touchpoints',
  title: 'List touchpoints by urgency',
  description:
    'Where customers meet the product, most urgent first. mustBeGaps: open must-be features there; risk: sum of their |worse|; opportunity: gain of open attractive features; emotion -2..2; pains: open ones by id, + number without id; complaints, compliments, neutral: counted reviews and tickets; referral: whether customers can be asked to recommend (fix-first, possible, ready).',
  input: {
    type: 'object',
    properties: {
      file: { type: 'string' },
      stage: { type: 'string', description: 'Id of a stage of the journey' },
      limit: { type: 'integer', minimum: 1, maximum: 500, description: 'Rows per product; default 100' },
    },
    additionalProperties: false,
  },
  async answer({ file, stage, limit = 100 }, files) {
    const { products, note } = await findProducts(files, file);
    const stages = [...new Set(products.flatMap((product) => [...definitionsById(product, 'stages').keys()]))];
    if (stage !== undefined && !stages.includes(stage)) throw new AgentRefusal(notThere('stage', stage, stages));
    const texts = products.map((product) => {
      files.stopIfCancelled();
      const rows = touchpointRows(product, stage);
      if (rows.length === 0)
        return `${productHeading(product, files)}\nNo touchpoint${stage === undefined ? ' is defined' : ' of this stage'}.`;
      const more = rows.length > limit ? `\n${rows.length - limit} more: raise limit.` : '';
      return `${productHeading(product, files)}\n${leanTableOfFilled(columns, rows.slice(0, limit))}${more}`;
    });
    return texts.join('\n\n') + note;
  },
});

const columns = [
  ...['rank', 'id', 'stage', 'moment', 'mustBeGaps', 'risk', 'opportunity', 'emotion', 'emotionChange', 'pains'],
  ...['complaints', 'compliments', 'neutral', 'referral'],
];

function touchpointRows(product: Product, stage: string | undefined): readonly (readonly CsvCell[])[] {
  const { analysis } = analysedProduct(product);
  const journey = new Map(analysis.journey.map((place) => [place.id, place]));
  const definitions = definitionsById(product, 'touchpoints');
  return analysis.touchpoints
    .filter((touchpoint) => stage === undefined || touchpoint.stage === stage)
    .map(({ id, rank, stage: of, mustBeGaps, risk, opportunity }): readonly CsvCell[] => {
      const place = journey.get(id);
      const mentions = place?.mentions;
      const pains = [...(place?.openPains ?? []).map((pain) => pain.id), ...(place?.notedPains ? [`+${place.notedPains}`] : [])];
      return [
        ...[rank, id, of, definitions.get(id)?.moment ?? null, mustBeGaps, risk, opportunity],
        ...[place?.emotion?.newest ?? null, place?.emotion?.change ?? null, pains.join(' ')],
        ...[mentions?.complaints || null, mentions?.compliments || null, mentions?.neutral || null, place?.referral ?? null],
      ];
    });
}
