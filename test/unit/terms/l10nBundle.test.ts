import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';
import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/kano.schema.json' with { type: 'json' };
import { problemDefinitions } from '../../../src/problems/index.ts';
import { languages } from '../../../src/terms/language.ts';
import { bundleOf } from './speak.ts';

const source = fileURLToPath(new URL('../../../src/', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const contents = files.map((file) => readFileSync(source + file, 'utf8'));
/** What the hover over a key shows: these texts are in the schema, and are translated from there. */
const schemaTexts = [schema, ...Object.values(schema.$defs)].flatMap((node) =>
  Object.values('properties' in node ? node.properties : {}).flatMap(({ title, description }) => [title, description]),
);
/** What the table of problems in docs/method.md says, which `npm run generate` translates. */
const problemTexts = problemDefinitions.map(({ description }) => description);
const asked = await getL10nJson(contents.map((text) => ({ extension: '.ts', contents: text })));

const text = (message: (typeof asked)[string]) => (typeof message === 'string' ? message : message.message);
const placeholders = (message: string) => [...new Set(message.match(/\{[^}]+\}/g))].sort();

it('every call of l10n.t in the source is found', () => {
  const calls = contents.join('\n').match(/\bl10n\.t\(/g) ?? [];
  expect(Object.keys(asked).length).toBeGreaterThan(200);
  expect(Object.keys(asked).length).toBeLessThanOrEqual(calls.length);
  // The exporter sees neither a renamed import nor a text put together from parts.
  expect(files.filter((_, index) => /import \{[^}]*\bt\b[^}]*\} from '@vscode\/l10n'/.test(contents[index] ?? ''))).toEqual([]);
  expect(files.filter((_, index) => /l10n\.t\(\s*[^\s'"{]/.test(contents[index] ?? ''))).toEqual([]);
});

const blaming = /invalid|illegal|wrong|you must|bad |forbidden|无效|非法|你必须/i;

it('English never blames and never says “invalid”', () => {
  expect(
    Object.values(asked)
      .map(text)
      .filter((message) => blaming.test(message)),
  ).toEqual([]);
});

describe.each(languages.filter((language) => language !== 'en'))('the bundle of %s', (language) => {
  const bundle = bundleOf(language);

  it('translates all texts', () => {
    expect([...Object.keys(asked), ...schemaTexts, ...problemTexts].filter((key) => !(key in bundle))).toEqual([]);
  });

  it('translates nothing else', () => {
    expect(Object.keys(bundle).filter((key) => !(key in asked) && ![...schemaTexts, ...problemTexts].includes(key))).toEqual([]);
  });

  it('keeps the placeholders', () => {
    const differing = Object.entries(asked).filter(([key, message]) => {
      const translation = bundle[key];
      return translation !== undefined && `${placeholders(text(message))}` !== `${placeholders(String(translation))}`;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('never blames and never says “invalid”', () => {
    expect(Object.values(bundle).filter((message) => blaming.test(String(message)))).toEqual([]);
  });

  it('comes with a translation of every text of package.json', () => {
    expect(Object.keys(packageTexts(`package.nls.${language}.json`)).sort()).toEqual(Object.keys(packageTexts('package.nls.json')).sort());
  });
});

function packageTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));
}
