import type { KanoModel } from '../../src/document/kanoModel.ts';
import { readModel } from '../../src/document/readModel.ts';
import { updateModel } from '../../src/document/versions/updateModel.ts';
import type { TextChange } from '../../src/document/yaml/position.ts';
import { DocumentChecker } from '../../src/problems/checkDocument.ts';
import { finishedWork } from './finishedWork.ts';
import { journeyFile, kanoFile } from './kanoFile.ts';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

/** A day on which nothing is stale; in the editor there always is one. */
const today = '2026-10-01';

/**
 * Opening a file and typing in it, with all keys of the journey in use beside the same file without them, in turns. Processor time: other work on
 * the machine would count in any other.
 */
export async function journeyBenchmark(features: number): Promise<readonly Row[]> {
  const files = { 'without journey keys': kanoFile(features), 'with all of them': journeyFile(features) };
  const opening = new Map<string, number[]>();
  const [runs, warmUp] = features >= 10_000 ? [3, 1] : [9, 2];
  for (let run = 0; run < warmUp + runs; run++)
    for (const [name, text] of Object.entries(files)) {
      globalThis.gc?.();
      const time = processorTime(() => finishedWork(readModel('file:///a.kano.yaml', text), new DocumentChecker(), 0, today));
      if (run >= warmUp) opening.set(name, [...(opening.get(name) ?? []), time]);
    }
  const row = (work: string, figures: readonly number[]): Row => {
    return { group: 'journey', work, by: 'Kano', features, unit: 'ms', figure: summary(figures) };
  };
  const typing = Object.entries(files).map(([name, text]) => ({ name, typed: typist(text, features) }));
  const keys = ['title', 'tally'] as const;
  const typed = new Map<string, number[]>();
  // A key takes less than the clock of the processor can tell: many are measured together.
  const [rounds, together] = [12, 25];
  for (let round = 0; round < rounds; round++)
    for (const key of keys)
      for (const { name, typed: type } of typing) {
        const time = processorTime(() => {
          for (let press = 0; press < together; press++) type(key);
        });
        if (round >= 2) typed.set(`${key}, ${name}`, [...(typed.get(`${key}, ${name}`) ?? []), time / together]);
      }
  return [
    ...[...opening].map(([name, figures]) => row(`open, ${name}`, figures)),
    ...[...typed].map(([name, figures]) => row(`type in a ${name}`, figures)),
  ];
}

/** Types into a feature in the middle of a file, one with keys of the journey where the file has any. */
function typist(text: string, features: number): (key: 'title' | 'tally') => void {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.includes(`id: feature-${Math.floor(features / 20) * 10}`));
  const tally = lines.findIndex((line, index) => index > first && line.includes('counts: { M: '));
  const digit = (lines[tally] ?? '').indexOf('M: ') + 3;
  const end = lines[first + 1]?.length ?? 0;
  const checker = new DocumentChecker();
  let model: KanoModel = readModel('file:///a.kano.yaml', text);
  let presses = 0;
  finishedWork(model, checker, first, today);
  return (key) => {
    const change: TextChange =
      key === 'title'
        ? { range: { start: { line: first + 1, character: end }, end: { line: first + 1, character: end } }, text: 'x' }
        : {
            range: { start: { line: tally, character: digit }, end: { line: tally, character: digit + 1 } },
            text: String(1 + (presses++ % 9)),
          };
    model = updateModel(model, [change]);
    finishedWork(model, checker, first, today);
  };
}

/** Milliseconds that the processor worked for this process. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
