import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kano, temporaryFolder } from './command.ts';
import { folderWith, small, startGit } from './folder.ts';

const temporary = temporaryFolder();

describe('.kanorc.yaml on the command line', () => {
  it('counts for the files in its folder and below, the nearest one alone', async () => {
    const folder = folderWith(temporary(), {
      '.kanorc.yaml': 'rules: { kano/small-sample: error }\n',
      'a.kano.yaml': small,
      'below/b.kano.yaml': small,
      'own/.kanorc.yaml': 'rules: { kano/small-sample: off }\n',
      'own/c.kano.yaml': small,
    });
    const { output, code } = await kano(folder, ['lint', '--format', 'json']);
    const severities = JSON.parse(output).files.map(({ path, problems }: { path: string; problems: { severity: string }[] }) => [
      path,
      problems.map(({ severity }) => severity),
    ]);
    expect(severities).toEqual([
      ['a.kano.yaml', ['error']],
      ['below/b.kano.yaml', ['error']],
      ['own/c.kano.yaml', []],
    ]);
    expect(code).toBe(1);
  });

  it('is not looked for above the repository', async () => {
    const folder = folderWith(temporary(), { '.kanorc.yaml': 'rules: { kano/small-sample: error }\n', 'repository/a.kano.yaml': small });
    const repository = join(folder, 'repository');
    startGit(repository);
    expect((await kano(repository, ['lint'])).code).toBe(0);
    expect((await kano(folder, ['lint', 'repository/a.kano.yaml'])).code).toBe(0);
  });

  it('names what the numbers were computed with', async () => {
    const folder = folderWith(temporary(), { '.kanorc.yaml': 'analysis: { rule: berger }\n', 'a.kano.yaml': small });
    expect((await kano(folder, ['analyze'])).output).toContain('Berger’s rule');
    const { output } = await kano(folder, ['analyze', '--format', 'json']);
    expect(JSON.parse(output).files[0].analysis).toEqual({ table: 'standard', rule: 'berger', lead: 0.06, order: 'kano' });
  });

  it('shows its own problems, with its name', async () => {
    const folder = folderWith(temporary(), { '.kanorc.yaml': 'rules:\n  small-sample: off\n', 'a.kano.yaml': small });
    const { output, code } = await kano(folder, ['lint']);
    expect(output).toContain('.kanorc.yaml:2:3 error kano/schema');
    expect(output).toContain('Did you mean “kano/small-sample”?');
    expect(code).toBe(1);
  });

  it('that cannot be read is said, and nothing is reported', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': small });
    mkdirSync(join(folder, '.kanorc.yaml'));
    const { output, errors, code } = await kano(folder, ['lint']);
    expect([output, code]).toEqual(['', 2]);
    expect(errors).toContain('.kanorc.yaml');
  });
});
