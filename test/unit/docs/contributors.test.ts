import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { devDependencies, scripts } from '../../../package.json';
import { devDependencies as testPackages } from '../../package.json';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = (name: string) => readFileSync(`${root}docs/${name}`, 'utf8');
// What is new counts too, before it is committed.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');

describe('docs/dependencies.md', () => {
  it('lists every dependency once, and no other package', () => {
    const rows = [...page('dependencies.md').matchAll(/^\| (`[^|]*) \|/gm)].map(([, names = '']) => names);
    const listed = rows.flatMap((names) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(listed.sort()).toEqual([...Object.keys(devDependencies), ...Object.keys(testPackages)].sort());
  });
});

describe.each(['architecture.md', 'development.md', 'performance.md'])('docs/%s', (name) => {
  const code = [...page(name).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

  it('names files and folders that are there', () => {
    const paths = code.filter((text) => /^(src|test|scripts|schemas|docs|media|l10n|examples)\//.test(text) && !text.includes('<'));
    const modules = code.filter((text) => /^[\w.-]+\.(ts|mjs)$/.test(text));
    const has = (path: string) => {
      const expression = path
        .replace(/\/$/, '')
        .replace(/[.[\]]/g, '\\$&')
        .replaceAll('*', '[^/]*');
      const pattern = new RegExp(`(^|/)${expression}(/|$)`);
      return files.some((file) => pattern.test(file));
    };
    expect(paths.length + modules.length).toBeGreaterThan(2);
    expect([...paths, ...modules].filter((path) => !has(path))).toEqual([]);
  });

  it('names scripts that npm can run', () => {
    const named = code.flatMap((text) => /^npm run ([\w:]+)/.exec(text)?.[1] ?? []);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
