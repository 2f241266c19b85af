import { createRequire } from 'node:module';
import { parseDocument } from 'yaml';
import { readDocument } from '../../src/document/readDocument.ts';
import { DocumentChecker } from '../../src/rules/checkDocument.ts';
import { finishedWork } from './finishedWork.ts';
import { kanoFile } from './kanoFile.ts';
import { measure } from './measure.ts';
import type { Row } from './row.ts';

/** Opening a file: reading it, and everything until problems and lenses can be shown. */
export async function coldBenchmark(features: number): Promise<readonly Row[]> {
  const text = kanoFile(features);
  const runs = features >= 10_000 ? 5 : 15;
  const { version } = createRequire(import.meta.url)('yaml/package.json') as { version: string };
  const row = (work: string, by: string, figure: Row['figure']): Row => ({ group: 'cold', work, by, features, unit: 'ms', figure });
  return [
    row('open: parse the whole', `yaml ${version}`, await measure(runs, 2, () => text, parseDocument)),
    row(
      'open: read',
      'Kano',
      await measure(
        runs,
        2,
        () => text,
        (content) => readDocument('file:///a.kano.yaml', content),
      ),
    ),
    row(
      'open: read, problems, lenses',
      'Kano',
      await measure(
        runs,
        2,
        () => text,
        (content) => finishedWork(readDocument('file:///a.kano.yaml', content), new DocumentChecker()),
      ),
    ),
  ];
}
