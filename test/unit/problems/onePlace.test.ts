import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { problemDefinitions } from '../../../src/problems/index.ts';

const source = resolve(import.meta.dirname, '../../../src');
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ parentPath, name }) => resolve(parentPath, name))
  .map((path) => ({ path: relative(source, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));

/** What is more than a problem in a list: findings of other files, a fade, a fix that asks for files, an example in the help. */
const special: Readonly<Record<string, readonly string[]>> = {
  'kano/syntax': ['languageFeatures/quickFixes.ts', 'problems/checkConfiguration.ts'],
  'kano/schema': ['problems/checkConfiguration.ts'],
  'kano/unused-definition': ['extension/documents/problems.ts'],
  'kano/unresolved-use': ['extension/providers/codeActionProvider.ts'],
  'kano/small-sample': ['cli/terminal/helpTexts.ts'],
};

it.each(problemDefinitions.map(({ code }) => code))('%s is named in its own file alone, and in the list by its import', (code) => {
  const own = code.slice('kano/'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const naming = files.filter(({ text }) => new RegExp(`${code}(?![\\w-])`).test(text)).map(({ path }) => path);
  expect(naming.toSorted()).toEqual([`problems/${own}.ts`, ...(special[code] ?? [])].toSorted());
  const importing = files.filter(({ text }) => text.includes(`/${own}.ts'`)).map(({ path }) => path);
  expect(importing).toContain('problems/index.ts');
});
