import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandFile, kano, kanoProcess, temporaryFolder } from './command.ts';
import { type Fault, kanoWithFault, mounted, mountingShell } from './faults.ts';
import { fine, folderWith, small } from './folder.ts';

const temporary = temporaryFolder();

/** What writes a file of its own. */
const writers = [
  ['backlog', ['backlog', 'a.kano.yaml', '-o']],
  ['matrix', ['matrix', 'a.kano.yaml', '-o']],
  ['questionnaire --format markdown', ['questionnaire', 'a.kano.yaml', '--format', 'markdown', '-o']],
  ['questionnaire --format html', ['questionnaire', 'a.kano.yaml', '--format', 'html', '-o']],
  ['questionnaire --format csv', ['questionnaire', 'a.kano.yaml', '--format', 'csv', '-o']],
] as const;

const asked = 'kano: 1\nproduct: Web shop\nsurveys: [{ id: s, date: 2026-01-05 }]\nfeatures: [{ id: a, title: A }]\n';
const answers = 'respondent,a_functional,a_dysfunctional\n1,like,dislike\n2,neutral,dislike\n';
const importCall = ['import', 'a.csv', '--into', 'a.kano.yaml', '--survey', 's'];
/** Everything in a folder, with contents. */
const contents = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), 'utf8') : '/']),
  );

describe('a file that the command did not write', () => {
  const others: [string, string | Uint8Array][] = [
    ['a text', '# Our product\n\nRead this first.\n'],
    ['a picture of another program', '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="680"><title>Web shop</title></svg>\n'],
    ['a page of another program', '<!doctype html>\n<html lang="en">\n<head>\n<title>Ours</title>\n</head>\n</html>\n'],
    ['another table', 'column,feature\na,b\n'],
    ['bytes', Uint8Array.from([0, 255, 254, 10, 1])],
    ['one line', 'x'],
    [
      'a text that quotes the marks of all commands',
      `# How to\n\nWe use:\n\n\`\`\`html\n<!-- kano:questionnaire -->\n<!-- kano:notes -->\n<!-- /kano:notes -->\n<meta name="generator" content="kano questionnaire">\n\`\`\`\n<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1" role="img" font-family="system-ui">\ncolumn,feature,kind,question\n`,
    ],
    ['settings', 'rules: { kano/small-sample: off }\n'],
  ];
  it.each(others.flatMap(([what, text]) => writers.map(([name, call]) => [what, name, text, call] as const)))(
    'stays as it is (%s; %s)',
    async (_, name, text, call) => {
      const folder = folderWith(temporary(), { 'a.kano.yaml': asked, out: text });
      const before = readFileSync(join(folder, 'out'));
      const { code, output, errors } = await kano(folder, [...call, 'out']);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toMatch(
        new RegExp(`^kano: out was not written by “kano ${name.split(' ')[0]}”.*Delete it first, or name another file after -o\\.\n$`),
      );
      expect(readFileSync(join(folder, 'out'))).toEqual(before);
      expect(readdirSync(folder)).toEqual(['a.kano.yaml', 'out']);
    },
  );

  it.each(
    writers.flatMap(([name, call]) =>
      writers
        .filter(([other]) => other.split(' ')[0] !== name.split(' ')[0])
        .map(([other, otherCall]) => [name, other, call, otherCall] as const),
    ),
  )('may be that of another command (%s over %s)', async (_name, _other, call, otherCall) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked });
    expect((await kano(folder, [...otherCall, 'out'])).code).toBe(0);
    const before = readFileSync(join(folder, 'out'), 'utf8');
    expect((await kano(folder, [...call, 'out'])).code).toBe(2);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe(before);
  });

  it.each(writers)('is replaced where it is empty or the command wrote it (%s)', async (_, call) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked, out: ' \n' });
    expect((await kano(folder, [...call, 'out'])).code).toBe(0);
    const first = readFileSync(join(folder, 'out'), 'utf8');
    writeFileSync(join(folder, 'out'), first.replaceAll('\n', '\r\n'));
    writeFileSync(join(folder, 'a.kano.yaml'), asked.replace('title: A', 'title: Another'));
    expect(await kano(folder, [...call, 'out'])).toMatchObject({ code: 0, errors: '' });
    expect(readFileSync(join(folder, 'out'), 'utf8')).toContain('Another'.slice(0, call[0] === 'matrix' ? 0 : undefined));
    expect(readdirSync(folder)).toEqual(['a.kano.yaml', 'out']);
  });
});

describe('the file that is written', () => {
  /** Calls that write, each with the file; the file is one of theirs, and what they write differs. */
  const calls = [
    ...writers.map(([name, call]) => [name, [...call, 'out'], 'out'] as const),
    ['import', importCall, 'a.kano.yaml'] as const,
  ];
  const prepared = async (call: readonly string[]) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked, 'a.csv': answers });
    if (call[0] !== 'import') {
      await kano(folder, call);
      writeFileSync(join(folder, 'a.kano.yaml'), call[0] === 'matrix' ? fine : asked.replace('title: A', 'title: Another'));
    }
    return folder;
  };

  it.each(calls)('is refused where it is read-only (%s)', async (_, call, file) => {
    const folder = await prepared(call);
    const before = contents(folder);
    for (const mode of [0o444, 0o400, 0o555]) {
      chmodSync(join(folder, file), mode);
      expect(await kano(folder, call)).toEqual({
        code: 2,
        output: '',
        errors: `kano: ${file} is read-only, so it is not written. Make it writable, or name another file.\n`,
      });
      expect(contents(folder)).toEqual(before);
      expect(statSync(join(folder, file)).mode & 0o777).toBe(mode);
    }
  });

  it.each(calls)('keeps its other names and its mode (%s)', async (_, call, file) => {
    const folder = await prepared(call);
    mkdirSync(join(folder, 'sub'));
    linkSync(join(folder, file), join(folder, 'sub', 'other'));
    chmodSync(join(folder, file), 0o640);
    const before = readFileSync(join(folder, file), 'utf8');
    expect(await kano(folder, call)).toMatchObject({ code: 0 });
    const after = readFileSync(join(folder, file), 'utf8');
    expect(after).not.toBe(before);
    expect(readFileSync(join(folder, 'sub', 'other'), 'utf8')).toBe(after);
    expect(statSync(join(folder, file)).nlink).toBe(2);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o640);
  });

  it.each(calls)('keeps its mode, whatever the process gives new files, and its owner (%s)', async (_, call, file) => {
    for (const mode of [0o666, 0o664, 0o606, 0o777]) {
      const folder = await prepared(call);
      const place = join(folder, file);
      chmodSync(place, mode);
      // Only the superuser may give files away.
      const isSuperuser = process.getuid?.() === 0;
      if (isSuperuser) chownSync(place, 1234, 4321);
      const before = readFileSync(place, 'utf8');
      expect(await kanoProcess(folder, call)).toMatchObject({ code: 0, errors: expect.not.stringContaining('in place') });
      expect(readFileSync(place, 'utf8')).not.toBe(before);
      const { mode: after, uid, gid } = statSync(place);
      expect(after & 0o777).toBe(mode);
      if (isSuperuser) expect([uid, gid]).toEqual([1234, 4321]);
    }
  });

  it.each(writers)('is one: no folder, no name that ends like one, no empty name (%s)', async (_, call) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked, 'sub/x': '' });
    for (const path of ['sub', 'sub/', 'new/', '.', './', '..'])
      expect([path, await kano(folder, [...call, path])]).toEqual([
        path,
        { code: 2, output: '', errors: `kano: ${path} is a folder. Name a file in it.\n` },
      ]);
    expect(await kano(folder, [...call, ''])).toMatchObject({ code: 2, errors: expect.stringContaining('-o has no name after it') });
    expect(readdirSync(folder)).toEqual(['a.kano.yaml', 'sub']);
  });

  it.each(writers)('may be a stream under any name (%s)', (_, call) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked });
    const plain = spawnSync(process.execPath, [commandFile, ...call, '-'], { cwd: folder, encoding: 'utf8' });
    for (const path of ['/dev/stdout', '/proc/self/fd/1', '/dev/fd/1']) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [commandFile, ...call, path], { cwd: folder, encoding: 'utf8' });
      expect([path, status, stdout, stderr]).toEqual([path, 0, plain.stdout, plain.stderr]);
    }
    // A pipe of another number has no name that could be resolved.
    const inShell = ['-c', '{ "$0" "$@" /dev/fd/5 5>&1 >&3 3>&- | cat >&2; } 3>&1', process.execPath, commandFile, ...call];
    expect(spawnSync('bash', inShell, { cwd: folder, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: '',
      stderr: plain.stdout,
    });
    expect(readdirSync(folder)).toEqual(['a.kano.yaml']);
  });

  it.each(calls)('stays a link, and what it leads to gets the text (%s)', async (_, call, file) => {
    const folder = await prepared(call);
    mkdirSync(join(folder, 'sub'));
    const real = join(folder, 'sub', `real-${file}`);
    writeFileSync(real, readFileSync(join(folder, file)));
    rmSync(join(folder, file));
    symlinkSync(`sub/real-${file}`, join(folder, file));
    const before = readFileSync(real, 'utf8');
    expect((await kano(folder, call)).code).toBe(0);
    expect(readFileSync(real, 'utf8')).not.toBe(before);
    expect(readdirSync(join(folder, 'sub'))).toEqual([`real-${file}`]);
  });

  it.each(
    writers.flatMap(([name, call]) => ['nowhere', '../nowhere', '/nowhere/else', 'out'].map((target) => [name, target, call] as const)),
  )('is not made where a link leads to (%s, %s)', async (_, target, call) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked });
    symlinkSync(target, join(folder, 'out'));
    expect(await kano(folder, [...call, 'out'])).toEqual({
      code: 2,
      output: '',
      errors: 'kano: out is a link that leads to no file, so nothing is written. Create the file that it leads to, or delete the link.\n',
    });
    expect(readdirSync(folder)).toEqual(['a.kano.yaml', 'out']);
    expect(existsSync(join(folder, target))).toBe(false);
  });

  const atomic: Fault[] = (['ENOSPC', 'EIO'] as const).flatMap((code) =>
    (['open', 'writeFile', 'sync', 'rename'] as const).map((call) => ({ call, code })),
  );
  const killed: Fault[] = (['open', 'writeFile', 'sync', 'rename'] as const).map((call) => ({ call, code: 'SIGKILL' }));
  const some = calls.filter(([name]) => ['backlog', 'import'].includes(name));

  it.each(some.flatMap(([name, call]) => atomic.map((fault) => [name, fault.call, fault.code, call, fault] as const)))(
    'has the old text when writing fails (%s: %s, %s)',
    async (_name, _call, _code, call, fault) => {
      const folder = await prepared(call);
      const before = contents(folder);
      const { code, output, errors } = await kanoWithFault(folder, call, fault);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toMatch(/^kano: \S+ cannot be written \((no space left on device|i\/o error)\)\.\n$/);
      expect(contents(folder)).toEqual(before);
    },
  );

  it.each(some.flatMap(([name, call, file]) => killed.map((fault) => [name, fault.call, call, file, fault] as const)))(
    'has the old text when the process is killed, and the next call works (%s: %s)',
    async (_name, _call, call, file, fault) => {
      const folder = await prepared(call);
      const before = readFileSync(join(folder, file), 'utf8');
      expect((await kanoWithFault(folder, call, fault)).code).toBeNull();
      expect(readFileSync(join(folder, file), 'utf8')).toBe(before);
      expect((await kanoProcess(folder, call)).code).toBe(0);
      expect(readFileSync(join(folder, file), 'utf8')).not.toBe(before);
      expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
    },
  );

  const unreplaceable: [string, Fault][] = [
    ['resource busy or locked', { call: 'rename', code: 'EBUSY' }],
    ['cross-device link not permitted', { call: 'rename', code: 'EXDEV' }],
    ['permission denied', { call: 'rename', code: 'EACCES' }],
    ['operation not permitted', { call: 'rename', code: 'EPERM' }],
  ];
  it.each(some.flatMap(([name, call, file]) => unreplaceable.map(([reason, fault]) => [name, reason, call, file, fault] as const)))(
    'is written in place, with a warning, where it cannot be replaced (%s: %s)',
    async (_, reason, call, file, fault) => {
      const folder = await prepared(call);
      const before = contents(folder);
      const { ino } = statSync(join(folder, file));
      const { code, errors } = await kanoWithFault(folder, call, fault);
      expect([code, errors]).toEqual([
        0,
        expect.stringContaining(`kano: ${file} cannot be replaced (${reason}), so it was written in place.\n`),
      ]);
      expect(contents(folder)).not.toEqual(before);
      expect(Object.keys(contents(folder))).toEqual(Object.keys(before));
      expect(statSync(join(folder, file)).ino).toBe(ino);
      // It is whole: writing again changes nothing.
      const written = contents(folder);
      expect((await kano(folder, call)).code).toBe(0);
      expect(contents(folder)).toEqual(written);
    },
  );

  it.each(some)('has the old text when writing in place fails (%s)', async (_, call, file) => {
    const folder = await prepared(call);
    linkSync(join(folder, file), join(folder, 'other'));
    const before = contents(folder);
    for (const fault of [
      { call: 'write', code: 'ENOSPC' },
      { call: 'sync', code: 'EIO' },
    ] as const) {
      expect((await kanoWithFault(folder, call, fault)).code).toBe(2);
      expect(contents(folder)).toEqual(before);
    }
  });

  it('is the old or the new one whenever the process is killed', async () => {
    const product = (count: number) =>
      `kano: 1\nproduct: P\nfeatures:\n${Array.from({ length: count }, (_, index) => `  - { id: f${index}, title: Title ${index} }\n`).join('')}`;
    const folder = folderWith(temporary(), { 'a.kano.yaml': product(2000) });
    const call = ['backlog', '-o', 'out'];
    await kano(folder, call);
    const versions = [readFileSync(join(folder, 'out'), 'utf8')];
    writeFileSync(join(folder, 'a.kano.yaml'), product(2001));
    versions.push((await kano(folder, ['backlog'])).output);
    for (let attempt = 0; attempt < 16; attempt++) {
      writeFileSync(join(folder, 'out'), versions[0] ?? '');
      await killedAfter(folder, call, 30 * attempt);
      expect(versions).toContain(readFileSync(join(folder, 'out'), 'utf8'));
    }
  });
});

/** Ends when the process has ended, by itself or killed after so many milliseconds. */
function killedAfter(folder: string, call: readonly string[], delay: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [commandFile, ...call], { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

describe('imports at once', () => {
  const surveys = Array.from({ length: 6 }, (_, index) => `s${index}`);
  const list = `surveys: [${surveys.map((id) => `{ id: ${id}, date: 2026-01-05 }`).join(', ')}]`;
  const withSurveys = asked.replace(/surveys: .*/, list);
  const into = (survey: string) => ['import', 'a.csv', '--into', 'a.kano.yaml', '--survey', survey];

  it('lose none', async () => {
    for (let round = 0; round < 2; round++) {
      const folder = folderWith(temporary(), { 'a.kano.yaml': withSurveys, 'a.csv': answers });
      const results = await Promise.all(surveys.map((survey) => kanoProcess(folder, into(survey))));
      expect(results.filter(({ code }) => code !== 0)).toEqual([]);
      const text = readFileSync(join(folder, 'a.kano.yaml'), 'utf8');
      expect(surveys.filter((survey) => !text.includes(`survey: ${survey}`))).toEqual([]);
      expect(readdirSync(folder)).toEqual(['a.csv', 'a.kano.yaml']);
    }
  });

  let gone = 0;
  beforeAll(async () => {
    const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await new Promise((resolve) => child.on('close', resolve));
    gone = child.pid ?? 0;
  });

  it.each([
    ['of a process that is gone', () => `${gone} ${hostname()} 0123\n`, 0],
    ['that is old, of another machine', () => '1 elsewhere 0123\n', 3600],
    ['that is old, whoever has the number now', () => `${process.pid} ${hostname()} 0123\n`, 3600],
    ['that is old and empty', () => '', 3600],
    ['that is old and says nothing', () => '\u0000\u0001', 3600],
  ])('go on after a lock %s', async (_, content, age) => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked, 'a.csv': answers });
    const lock = join(folder, '.a.kano.yaml.lock');
    writeFileSync(lock, content());
    const seconds = statSync(lock).mtimeMs / 1000 - age;
    utimesSync(lock, seconds, seconds);
    const results = await Promise.all([kanoProcess(folder, importCall), kanoProcess(folder, importCall)]);
    expect(results.filter(({ code }) => code !== 0)).toEqual([]);
    expect(readFileSync(join(folder, 'a.kano.yaml'), 'utf8')).toContain('survey: s');
    expect(readdirSync(folder)).toEqual(['a.csv', 'a.kano.yaml']);
  });

  it('leave no lock behind where it cannot be written', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': asked, 'a.csv': answers });
    // A file may be opened, and not a byte be written: EFBIG.
    const limited = spawnSync('bash', ['-c', 'ulimit -f 0; exec "$@"', 'bash', process.execPath, commandFile, ...importCall], {
      cwd: folder,
    });
    expect([limited.status, readdirSync(folder)]).toEqual([2, ['a.csv', 'a.kano.yaml']]);
    expect(await kanoProcess(folder, importCall)).toMatchObject({ code: 0 });
    const failing = folderWith(temporary(), { 'a.kano.yaml': asked, 'a.csv': answers });
    expect(await kanoWithFault(failing, importCall, { call: 'writeFile', code: 'EIO', inLocks: true })).toMatchObject({ code: 0 });
    expect(readdirSync(failing)).toEqual(['a.csv', 'a.kano.yaml']);
  });

  it('wait for a process that is at it, and take what it wrote', async () => {
    const folder = folderWith(temporary(), { 'a.kano.yaml': withSurveys, 'a.csv': answers });
    const lock = join(folder, '.a.kano.yaml.lock');
    writeFileSync(lock, `${process.pid} ${hostname()} 0123\n`);
    const waiting = spawn(process.execPath, [commandFile, ...into('s0')], { cwd: folder });
    const ended = new Promise((resolve) => waiting.on('close', resolve));
    // The lock of a running process is respected for as long as it writes, and the wait is told.
    const [told] = await once(waiting.stderr, 'data');
    expect(String(told)).toBe('kano: Another command writes into a.kano.yaml. Waiting up to two minutes for it to end…\n');
    expect(readFileSync(join(folder, 'a.kano.yaml'), 'utf8')).toBe(withSurveys);
    writeFileSync(join(folder, 'a.kano.yaml'), withSurveys.replace('title: A', 'title: Renamed meanwhile'));
    rmSync(lock);
    expect(await ended).toBe(0);
    const text = readFileSync(join(folder, 'a.kano.yaml'), 'utf8');
    expect([text.includes('Renamed meanwhile'), text.includes('survey: s0')]).toEqual([true, true]);
  });
});

describe('kano init', () => {
  it.each((['ENOSPC', 'EIO'] as const).flatMap((code) => (['open', 'writeFile', 'sync'] as const).map((call) => ({ call, code }))))(
    'leaves nothing when writing fails ($call, $code)',
    async (fault) => {
      const folder = folderWith(temporary(), { 'there/kept.txt': 'kept' });
      for (const target of ['.', 'there', 'new', 'there/new/deep/er']) {
        expect((await kanoWithFault(folder, ['init', target], fault)).code).toBe(2);
        expect(readdirSync(folder, { recursive: true })).toEqual(['there', 'there/kept.txt']);
      }
      expect((await kano(folder, ['init', 'there/new/deep/er'])).code).toBe(0);
    },
  );
});

// Where the machine lets nobody mount, the faults above stand in for it.
if (mountingShell) {
  describe('with mounts', () => {
    it('writes in place into a file that is mounted by itself, with a warning', () => {
      const folder = folderWith(temporary(), { 'a.kano.yaml': asked, 'a.csv': answers, out: '', m: '', q: '', 'host/a': asked });
      const output = mounted(
        folder,
        `for name in out m q; do touch host/$name; mount --bind host/$name $name; done; mount --bind host/a a.kano.yaml
        kano backlog -o out; echo "code $?"
        kano matrix a.kano.yaml -o m; echo "code $?"
        kano questionnaire a.kano.yaml -o q; echo "code $?"
        kano import a.csv --into a.kano.yaml --survey s; echo "code $?"
        kano backlog -o out --check; echo "code $?"; ls -A`,
      );
      expect(
        output.match(/^kano: (out|m|q|a\.kano\.yaml) cannot be replaced \(resource busy or locked\), so it was written in place\.$/gm),
      ).toHaveLength(4);
      expect(output.match(/^code \d$/gm)).toEqual(['code 0', 'code 0', 'code 0', 'code 0', 'code 1']);
      expect(output).toMatch(/\na\.csv\na\.kano\.yaml\nhost\nm\nout\nq\n$/);
      expect(readFileSync(join(folder, 'host/a'), 'utf8')).toContain('survey: s');
      expect(readFileSync(join(folder, 'host/out'), 'utf8')).toMatch(/^# Backlog/);
      expect(readFileSync(join(folder, 'host/m'), 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
    });

    it('leaves nothing of a new file, and the old text of another, on a full disk', () => {
      const folder = folderWith(temporary(), { 'a.kano.yaml': small, 'a.csv': answers, 'disk/x': '' });
      const output = mounted(
        folder,
        `mount -t tmpfs -o size=32k none disk; cp a.kano.yaml a.csv disk; cd disk
        kano backlog -o out; sed -i 's/title: A/title: Another/' a.kano.yaml; sed -i 's/product: Web shop/&\\nsurveys: [{ id: s, date: 2026-01-05 }]/' a.kano.yaml
        sed -i 's/, tally.*}/ }]/' a.kano.yaml; cp a.kano.yaml /tmp/before.$$; cp out /tmp/out.$$; head -c 100000 /dev/zero > full
        kano init; echo "code $?"; kano init new/deep; echo "code $?"
        kano backlog -o out; echo "code $?"; kano matrix a.kano.yaml -o m; echo "code $?"; kano questionnaire a.kano.yaml -o q; echo "code $?"
        kano import a.csv --into a.kano.yaml --survey s; echo "code $?"; ls -A
        cmp a.kano.yaml /tmp/before.$$ && cmp out /tmp/out.$$ && echo same; rm /tmp/before.$$ /tmp/out.$$`,
      );
      expect(output.match(/^code \d$/gm)).toEqual(['code 2', 'code 2', 'code 2', 'code 2', 'code 2', 'code 2']);
      expect(output.match(/no space left on device/g)).toHaveLength(6);
      expect(output).toMatch(/\na\.csv\na\.kano\.yaml\nfull\nout\nsame\n$/);
    });

    it('says that a file on a read-only disk is read-only', () => {
      const folder = folderWith(temporary(), { 'a.kano.yaml': asked, 'a.csv': answers, 'disk/x': '' });
      const output = mounted(
        folder,
        `mount -t tmpfs none disk; cp a.kano.yaml a.csv disk; cd disk; touch out; mount -o remount,ro ../disk; cd ../disk
        kano backlog -o out; echo "code $?"; kano import a.csv --into a.kano.yaml --survey s; echo "code $?"; kano init; echo "code $?"; ls -A`,
      );
      expect(output).toBe(
        [
          'kano: out is read-only, so it is not written. Make it writable, or name another file.',
          'code 2',
          'kano: a.kano.yaml is read-only, so it is not written. Make it writable, or name another file.',
          'code 2',
          'kano: product.kano.yaml cannot be written (read-only file system).',
          'code 2',
          'a.csv\na.kano.yaml\nout\n',
        ].join('\n'),
      );
    });
  });
}
