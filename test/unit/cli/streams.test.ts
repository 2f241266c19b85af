import { execFile } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { commandFile, copyOfCommand, fixtures, kano, kanoProcess, temporaryFolder } from './command.ts';
import { faulty, fine, folderWith } from './folder.ts';

const temporary = temporaryFolder();
const shell = (folder: string, line: string) =>
  promisify(execFile)('bash', ['-c', line], { cwd: folder, env: { ...process.env, NODE: process.execPath, KANO: commandFile } });

describe('a process', () => {
  const [wrong, invalid] = [join(fixtures, 'faulty'), ['lint', '--format', 'nope']];
  it.each([
    ['lint', wrong, ['lint']],
    ['lint with an option that is wrong', wrong, invalid],
    ['analyze', join(fixtures, 'shop'), ['analyze', '--format', 'json']],
    ['backlog', join(fixtures, 'shop'), ['backlog', '--lang', 'zh-cn']],
    ['matrix', join(fixtures, 'shop'), ['matrix', 'shop.kano.yaml']],
    ['diff', fixtures, ['diff', 'faulty/faulty.kano.yaml', 'shop/shop.kano.yaml', '--fail-on', 'any']],
    ['questionnaire', join(fixtures, 'shop'), ['questionnaire', 'shop.kano.yaml', '--format', 'html']],
    ['import', fixtures, ['import', 'missing.csv', '--into', 'shop/shop.kano.yaml']],
    ['init', join(fixtures, 'shop'), ['init', 'shop.kano.yaml']],
    ['help', fixtures, ['help', 'import']],
  ])('writes what the command writes within the tests, and exits with its code (%s)', async (_, folder, parameters) => {
    expect(await kanoProcess(folder, parameters)).toEqual(await kano(folder, parameters));
  });
});

describe('standard input', () => {
  it('is read as a file', async () => {
    const file = await kanoProcess(temporary(), ['lint', '-'], { input: faulty });
    expect(file).toEqual(await kano(temporary(), ['lint', '-'], { input: faulty }));
    const { code, output } = await kano(temporary(), ['lint', '-'], { input: faulty });
    expect(code).toBe(1);
    expect(output).toMatch(/^<stdin>:3:31 error kano\/schema\n/);
  });

  it('lies where --stdin-filename says, in place of what is there', async () => {
    const folder = folderWith(temporary(), {
      'sub/journey.kano.yaml': 'kano: 1\nproduct: J\ntouchpoints: [{ id: home, name: Home }]\n',
      'sub/a.kano.yaml': faulty,
    });
    const input = 'kano: 1\nproduct: P\nuses: [journey.kano.yaml]\nfeatures: [{ id: a, title: A, touchpoints: [home] }]\n';
    const { output, code } = await kano(folder, ['lint', '-', '--stdin-filename', './sub/a.kano.yaml', '--format', 'json'], { input });
    expect({ code, files: JSON.parse(output).files }).toMatchObject({ code: 0, files: [{ path: 'sub/a.kano.yaml' }] });
    const elsewhere = await kano(folder, ['lint', '-', '--stdin-filename', 'new/b.kano.yaml'], { input });
    expect(elsewhere.output).toMatch(/^new\/b\.kano\.yaml:3:8 error kano\/unresolved-use\n/);
  });

  it('is the file itself where another one uses it', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': 'kano: 1\nproduct: A\nuses: [b.kano.yaml]\n', 'b.kano.yaml': fine });
    const input = 'kano: 1\nproduct: B\nfeatures: [{ id: from-input, title: T }]\n';
    const { output } = await kano(folder, ['backlog', '-', 'a.kano.yaml', '--stdin-filename', 'b.kano.yaml'], { input });
    expect(output).toMatch(/^# Backlog: A\n(?:.*\n)*\| T \|/);
  });

  it('can be read once, has to be UTF-8 and to be called by one of our names', async () => {
    const failure = async (...parameters: Parameters<typeof kano>) => {
      const { code, output, errors } = await kano(...parameters);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      return errors;
    };
    expect(await failure(temporary(), ['lint', '-', '-'], { input: fine })).toBe(
      'kano: “-” appears twice among the paths, but standard input can be read only once.\n',
    );
    const latin = Buffer.from('kano: 1\nproduct: caf\xE9\n', 'latin1');
    expect(await failure(temporary(), ['lint', '-'], { input: latin })).toBe(
      'kano: <stdin> is not UTF-8 text, so it cannot be read. Save it as UTF-8.\n',
    );
    expect(await failure(temporary(), ['lint', '-', '--stdin-filename', 'a.yaml'])).toBe(
      'kano: a.yaml is not named *.kano.yaml or *.kano.yml, so it is not read.\n',
    );
  });
});

describe('a file', () => {
  it('may begin with a byte-order mark and have CRLF line ends', async () => {
    const read = async (content: string) => {
      const { output } = await kano(folderWith(temporary(), { 'a.kano.yaml': content }), ['lint', 'a.kano.yaml']);
      return output;
    };
    const plain = await read(faulty);
    expect(await read(`\uFEFF${faulty}`)).toBe(plain);
    expect(await read(faulty.replaceAll('\n', '\r\n'))).toBe(plain);
  });

  it('that cannot be read is named with the reason, before anything is printed', async () => {
    const folder = folderWith(temporary(), {
      'a.kano.yaml': fine,
      'b.kano.yaml': Buffer.from('\uFEFFkano: 1\n', 'utf16le'),
      'c.kano.yaml': Buffer.from([0xc3, 0x28]),
    });
    for (const name of ['lint', 'analyze', 'backlog']) {
      const { code, output, errors } = await kano(folder, [name]);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(errors).toBe(
        ['b', 'c'].map((letter) => `kano: ${letter}.kano.yaml is not UTF-8 text, so it cannot be read. Save it as UTF-8.\n`).join(''),
      );
    }
  });

  it.each(['lint', 'analyze', 'backlog', 'matrix'])('that may not be read is named with the reason (%s)', async (name) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': fine, 'b 需求.kano.yaml': fine });
    chmodSync(join(folder, 'b 需求.kano.yaml'), 0);
    // The superuser may read everything. As the superuser it therefore runs as somebody else, in places where everybody may read.
    const isSuperuser = process.getuid?.() === 0;
    chmodSync(temporary(), 0o755);
    const file = copyOfCommand(temporary());
    expect(await kanoProcess(folder, [name], isSuperuser ? { user: 65534, file } : {})).toEqual({
      code: 2,
      output: '',
      errors: 'kano: b 需求.kano.yaml cannot be read (permission denied).\n',
    });
  });
});

describe('standard output', () => {
  it('may be closed early', async () => {
    const features = Array.from(
      { length: 3000 },
      (_, index) => `  - { id: f${index}, title: Feature, tally: { M: 60, O: 10, A: 10, I: 20 } }\n`,
    );
    const folder = folderWith(temporary(), { 'a.kano.yaml': `kano: 1\nproduct: P\nfeatures:\n${features.join('')}` });
    const { stdout, stderr } = await shell(folder, 'set -o pipefail; "$NODE" "$KANO" backlog | head -n 1; echo $?');
    expect({ stdout, stderr }).toEqual({ stdout: '# Backlog: P\n0\n', stderr: '' });
    const whole = await shell(folder, '"$NODE" "$KANO" analyze --format json | (sleep 0.5; cat) | tail -n 1');
    expect(whole.stdout).toBe('}\n');
  });

  it('that cannot be written is a failure with a reason', async () => {
    const { stdout, stderr } = await shell(join(fixtures, 'shop'), '"$NODE" "$KANO" backlog > /dev/full; echo $?');
    expect({ stdout, stderr }).toEqual({ stdout: '2\n', stderr: 'kano: <stdout> cannot be written (no space left on device).\n' });
  });

  it('shows colours on a terminal, unless NO_COLOR says otherwise', async () => {
    const onTerminal = async (start: string) =>
      (await shell(join(fixtures, 'faulty'), `TERM=xterm ${start} script -qec '"$NODE" "$KANO" lint' /dev/null < /dev/null || true`))
        .stdout;
    expect(await onTerminal('')).toContain('\u001B[31merror\u001B[39m');
    expect(await onTerminal('NO_COLOR=1')).not.toContain('\u001B[');
  });
});

describe('progress', () => {
  it('shows on a terminal while work takes longer than a second, and leaves no trace', async () => {
    const content = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: A, tally: { M: 60, O: 10, A: 10, I: 20 } }]\n';
    const folder = folderWith(temporary(), Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`${index}.kano.yaml`, content])));
    // Standard input that lets the command wait is the same on every machine; long enough for one that is busy to start the command meanwhile.
    const slow = '(sleep 6; cat 0.kano.yaml) | "$NODE" "$KANO" lint - . > printed.txt';
    const { stdout: seen } = await shell(folder, `script -qec '${slow}' /dev/null < /dev/null`);
    const shown = seen.split('\r\u001B[K');
    expect(shown.slice(1, -1)).not.toEqual([]);
    for (const text of shown.slice(1, -1)) expect(text).toMatch(/^(Reading|Checking) \d+ of 81 files…$/);
    expect([shown[0], shown.at(-1)]).toEqual(['', '']);
    expect(readFileSync(join(folder, 'printed.txt'), 'utf8')).toBe('No problems in 81 files\n');
  });
});

describe('help', () => {
  it('teaches', async () => {
    const general = await kano(temporary(), ['--help']);
    expect(general).toMatchObject({ code: 0, errors: '' });
    expect(general.output.split('\n').filter((line) => line.length > 82)).toEqual([]);
    for (const word of ['init', 'lint', 'analyze', 'backlog', 'matrix', 'diff', 'Examples:', 'Exit codes:', '--lang'])
      expect(general.output).toContain(word);
    for (const name of ['init', 'lint', 'analyze', 'backlog', 'matrix', 'diff']) {
      const help = await kano(temporary(), [name, '--help']);
      expect(help).toMatchObject({ code: 0, errors: '' });
      const ofPaths = name === 'init' ? [] : ['--stdin-filename', 'standard input'];
      for (const word of ['Examples:', 'Exit codes:', '--lang', ...ofPaths]) expect(help.output).toContain(word);
      expect(await kano(temporary(), ['help', name])).toEqual(help);
      expect(help.output.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it('comes where nothing was asked for', async () => {
    const { code, output, errors } = await kano(temporary(), []);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^Usage: kano/);
  });

  it('knows commands that are misspelt', async () => {
    const refused = { code: 2, output: '', errors: "kano: unknown command 'analyse' (Did you mean analyze?)\n" };
    expect(await kano(temporary(), ['analyse'])).toEqual(refused);
    expect(await kano(temporary(), ['help', 'analyse'])).toEqual(refused);
    expect(await kano(temporary(), ['help', 'zzzzzz'])).toEqual({ code: 2, output: '', errors: "kano: unknown command 'zzzzzz'\n" });
    expect(await kano(temporary(), ['help'])).toEqual(await kano(temporary(), ['--help']));
  });

  it('tells the version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    for (const option of ['--version', '-v', '-V']) {
      expect(await kanoProcess(temporary(), [option])).toEqual({ code: 0, output: `${version}\n`, errors: '' });
      expect(await kano(temporary(), ['--lang', 'en', option])).toEqual({ code: 0, output: `${version}\n`, errors: '' });
    }
  });
});
