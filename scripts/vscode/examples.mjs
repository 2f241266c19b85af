import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './folders.mjs';

/** The folder that people see first. */
export const examplesFolder = join(projectFolder, 'examples');

/** @returns {string | undefined} The file that people see first: the English web shop, else any `*.kano.yaml`. */
export function firstExample() {
  const shop = join(examplesFolder, 'web-shop', 'shop.kano.yaml');
  if (existsSync(shop)) return shop;
  if (!existsSync(examplesFolder)) return undefined;
  const paths = readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' }).sort();
  const first = paths.find((path) => /\.kano\.ya?ml$/.test(path));
  return first && join(examplesFolder, first);
}

/**
 * @param {string} file
 * @returns {number} The line of its features, where there is something to see; counted from 1.
 */
export function lineOfFeatures(file) {
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.startsWith('features:')) + 1 || 1
  );
}
