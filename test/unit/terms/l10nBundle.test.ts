import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';
import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/kano.schema.json' with { type: 'json' };
import { chineseBundle } from './speak.ts';

const source = fileURLToPath(new URL('../../../src/', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const contents = files.map((file) => readFileSync(source + file, 'utf8'));
/** What a box over a key shows: these texts stand in the schema, and are translated through it (`schemaWording.ts`). */
const schemaTexts = [schema, ...Object.values(schema.$defs)].flatMap((node) =>
  Object.values('properties' in node ? node.properties : {}).flatMap(({ title, description }) => [title, description]),
);
const asked = await getL10nJson(contents.map((text) => ({ extension: '.ts', contents: text })));

const text = (message: (typeof asked)[string]) => (typeof message === 'string' ? message : message.message);
const placeholders = (message: string) => [...new Set(message.match(/\{[^}]+\}/g))].sort();

describe('the Chinese bundle', () => {
  it('finds every call of l10n.t in the source', () => {
    const calls = contents.join('\n').match(/\bl10n\.t\(/g) ?? [];
    expect(Object.keys(asked).length).toBeGreaterThan(200);
    expect(Object.keys(asked).length).toBeLessThanOrEqual(calls.length);
    // The exporter sees neither a renamed import nor a text put together from parts.
    expect(files.filter((_, index) => /import \{[^}]*\bt\b[^}]*\} from '@vscode\/l10n'/.test(contents[index] ?? ''))).toEqual([]);
    expect(files.filter((_, index) => /l10n\.t\(\s*[^\s'"{]/.test(contents[index] ?? ''))).toEqual([]);
  });

  it('translates all of them', () => {
    expect([...Object.keys(asked), ...schemaTexts].filter((key) => !(key in chineseBundle))).toEqual([]);
  });

  it('translates nothing else', () => {
    expect(Object.keys(chineseBundle).filter((key) => !(key in asked) && !schemaTexts.includes(key))).toEqual([]);
  });

  it('keeps the placeholders', () => {
    const differing = Object.entries(asked).filter(([key, message]) => {
      const translation = chineseBundle[key];
      return translation !== undefined && `${placeholders(text(message))}` !== `${placeholders(String(translation))}`;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('never blames and never says “invalid”', () => {
    const all = [...Object.values(asked).map(text), ...Object.values(chineseBundle).map(String)];
    expect(all.filter((message) => /invalid|illegal|wrong|you must|bad |forbidden|无效|非法|你必须/i.test(message))).toEqual([]);
  });
});
