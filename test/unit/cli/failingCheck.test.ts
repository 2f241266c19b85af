import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, it, vi } from 'vitest';
import { runCommand } from '../../../src/cli/run.ts';

vi.mock('../../../src/problems/smallSample.ts', async (importOriginal) => {
  const { smallSample } = await importOriginal<typeof import('../../../src/problems/smallSample.ts')>();
  const findInFeature = () => {
    throw new RangeError('Cannot count “Secret”');
  };
  return { smallSample: { ...smallSample, findInFeature } };
});

const folder = mkdtempSync(join(tmpdir(), 'kano-failing-check-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shop = 'kano: 1\nproduct: Shop\nfeatures:\n  - { id: a, title: A, tally: { M: 3 } }\n  - { id: a, title: B, tally: { M: 3 } }\n';
writeFileSync(join(folder, 'shop.kano.yaml'), shop);

async function kano(...parameters: string[]) {
  const written = { output: '', errors: '' };
  const into = (key: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[key] += String(chunk);
        done();
      },
    }) as NodeJS.WriteStream;
  const environment = { currentFolder: folder, input: Readable.from([]), output: into('output'), errors: into('errors'), variables: {} };
  return { code: await runCommand(parameters, environment), ...written };
}

it('a check that throws ends lint with 2 and a word about it, after all else was printed', async () => {
  const { code, output, errors } = await kano('lint');
  expect(code).toBe(2);
  expect(output).toContain('kano/duplicate-id');
  expect(output).not.toContain('kano/small-sample');
  expect(errors).toMatch(
    /^kano: The check kano\/small-sample has a bug and was left out where it failed; all others ran\. Please report it with these lines:\nkano: kano \d+\.\d+\.\d+, Node v\d.*\nkano: RangeError: Cannot count …\nkano: {5}at .*failingCheck\.test\.ts:\d+:\d+\)?\n/,
  );
  // Both features failed, and are one report.
  expect(errors.match(/The check/g)).toHaveLength(1);
  expect(errors).not.toContain('Secret');
});

it.each(['analyze', 'backlog'])('a check that throws does not keep %s from its output', async (command) => {
  const { code, output, errors } = await kano(command, 'shop.kano.yaml');
  expect(code).toBe(2);
  expect(output).toContain('Must-be');
  expect(errors).toContain('The check kano/small-sample has a bug');
});
