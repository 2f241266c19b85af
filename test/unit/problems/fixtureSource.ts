import { readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { DocumentSource } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';

export const fixturesFolder = resolve(import.meta.dirname, '../../fixtures/problems');

/** The files under test/fixtures/problems, each folder a workspace of its own. Their identity is their path. */
export const fixtureSource: DocumentSource = {
  asOf: '2026-11-01',
  async resolve(from, relativePath) {
    const path = resolve(dirname(from), relativePath);
    if (!/\.kano\.ya?ml$/.test(path)) return { reason: 'not-kano' };
    if (!path.startsWith(fixturesFolder + sep)) return { reason: 'outside' };
    return read(path) === undefined ? { reason: 'not-found' } : { uri: path };
  },
  async open(uri) {
    const text = read(uri);
    return text === undefined ? undefined : readModel(uri, text);
  },
};

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
