import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../../src/document/readModel.ts';
import { kano } from './command.ts';
import { folderWith } from './folder.ts';

/** An invented product with one feature, for answers that nobody gave. */
export const oneFeature = `kano: 1
product: Invented
surveys: [{ id: s1, date: 2026-09-15 }]
features:
  - { id: voice-search, title: Voice search }
`;

/**
 * Imports the table `a.csv` into `oneFeature` with the command, in a folder of its own below `parent`.
 * @param map the text of a survey map
 */
export async function importedTable(parent: string, csv: string, map?: string, parameters: readonly string[] = []) {
  const folder = folderWith(parent, { 'p.kano.yaml': oneFeature, 'a.csv': csv, ...(map !== undefined && { 'm.yaml': map }) });
  const withMap = map === undefined ? [] : ['--map', 'm.yaml'];
  const result = await kano(folder, ['import', 'a.csv', '--into', 'p.kano.yaml', '--survey', 's1', ...withMap, ...parameters]);
  const text = readFileSync(join(folder, 'p.kano.yaml'), 'utf8');
  const tally = readModel('p', text).list('features')[0]?.value.tallies?.[0];
  return { ...result, folder, tally, isUnchanged: text === oneFeature };
}

/** Both answers of each respondent in the order of the 25 numbers, 0 is like and 4 is dislike: `02 04 04`. */
export function pairsOf(answers: readonly (readonly number[])[] = []): string {
  return answers.flatMap((row, yes) => row.flatMap((n, no) => Array<string>(n).fill(`${yes}${no}`))).join(' ');
}
