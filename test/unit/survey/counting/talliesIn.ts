import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../../../src/document/readModel.ts';

/** Every tally of a file, in an order of its own: an import writes personas in the order of their first answer. */
export function talliesIn(folder: string): readonly string[] {
  return readModel('shop', readFileSync(join(folder, 'shop.kano.yaml'), 'utf8'))
    .list('features')
    .flatMap(({ value: { id, tallies = [] } }) => tallies.map((tally) => JSON.stringify({ id, ...tally })))
    .sort();
}
