import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeTarget } from '../../../src/cli/commands/importTarget.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { temporaryFolder } from './command.ts';
import { fine, folderWith } from './folder.ts';

const temporary = temporaryFolder();

it.each(['kano import', 'kano import-feedback', 'kano sync'] as const)(
  'says of %s that it was not written, and what to run again',
  async (command) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': `${fine}# edited meanwhile\n` });
    const location = join(folder, 'a.kano.yaml');
    const target = { path: 'a.kano.yaml', product: singleFileProduct(readModel(location, fine)) };
    const changed = readModel(location, fine.replace('60', '61'));
    const { stdin: input, stdout: output, stderr: errors } = process;
    const environment = { currentFolder: folder, input, output, errors, variables: {} };
    const written = writeTarget(target, changed, { command, isAlone: async () => true }, environment);
    await expect(written).rejects.toThrow(`a.kano.yaml at the same time, so nothing is written. Run “${command}” again.`);
    expect(readFileSync(location, 'utf8')).toContain('edited meanwhile');
  },
);
