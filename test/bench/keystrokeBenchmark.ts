import type { KanoModel } from '../../src/document/kanoModel.ts';
import { readModel } from '../../src/document/readModel.ts';
import { updateModel } from '../../src/document/versions/updateModel.ts';
import type { Position, TextChange } from '../../src/document/yaml/position.ts';
import { DocumentChecker } from '../../src/problems/checkDocument.ts';
import { finishedWork } from './finishedWork.ts';
import { kanoFeature, kanoFile, linesPerFeature } from './kanoFile.ts';
import { languageServer } from './languageServer.ts';
import { measure } from './measure.ts';
import type { Row } from './row.ts';

/** An edit in the middle of a file, until problems and lenses are finished. */
export async function keystrokeBenchmark(features: number): Promise<readonly Row[]> {
  const text = kanoFile(features);
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.includes(`id: feature-${Math.floor(features / 2)}`));
  const at = (line: number, character: number): Position => ({ line: first + line, character });
  const insert = (position: Position, inserted: string): TextChange => ({ range: { start: position, end: position }, text: inserted });
  const feature = (run: number, seed: number) => `${kanoFeature(`new-${run}-${seed}`, seed)}\n`;
  const tallyDigit = (lines[first + 6] ?? '').indexOf('M: ') + 3;
  const title = lines[first + 1]?.length ?? 0;
  const edits: Readonly<Record<string, (run: number) => TextChange>> = {
    'type in a title': () => insert(at(1, title), 'x'),
    'type in a tally': (run) => ({ range: { start: at(6, tallyDigit), end: at(6, tallyDigit + 1) }, text: String(1 + (run % 9)) }),
    'insert a feature': (run) => insert(at(0, 0), feature(run, run)),
    'delete a feature': () => ({ range: { start: at(0, 0), end: at(linesPerFeature, 0) }, text: '' }),
    'paste 100 features': (run) => insert(at(0, 0), Array.from({ length: 100 }, (_, seed) => feature(run, seed)).join('')),
  };
  const rows: Row[] = [];
  for (const [work, edit] of Object.entries(edits)) {
    const opened = open(text);
    const checker = new DocumentChecker();
    finishedWork(opened, checker, first);
    let model = opened;
    const figure = await measure(features >= 10_000 ? 25 : 40, 10, edit, (change) => {
      model = updateModel(model, [change]);
      finishedWork(model, checker, first);
    });
    rows.push({ group: 'keystroke', work, by: 'Kano', features, unit: 'ms', figure });
  }
  const server = languageServer();
  const peer = await measure(features >= 10_000 ? 3 : 7, 1, (run) => `${text}# ${run}\n`, server.validate);
  rows.push({ group: 'keystroke', work: 'any edit', by: server.name, features, unit: 'ms', figure: peer });
  return rows;
}

function open(text: string): KanoModel {
  return readModel('file:///a.kano.yaml', text);
}
