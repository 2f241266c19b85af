import { encode as encodeOlder } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { contributes } from '../../../package.json';
import english from '../../../package.nls.json';
import chinese from '../../../package.nls.zh-cn.json';
import { agentTools } from '../../../src/agents/agentTools.ts';
import { ask, filesOf, shop } from './filesOf.ts';

/** Tokens by two real tokenizers, whichever takes more. */
const tokens = (text: string) => Math.max(encode(text).length, encodeOlder(text).length);

describe('what agents have to read is short', () => {
  it('all definitions: at most 2,500 tokens', () => {
    const definitions = agentTools.map(({ name, description, input }) => ({ name, description, inputSchema: input }));
    expect(tokens(JSON.stringify(definitions))).toBeLessThanOrEqual(2500);
  });

  it('a list of 31 features: at most 600 tokens', async () => {
    const answer = await ask(filesOf(shop), 'kano_list_features');
    expect(answer).toContain('31 features');
    expect(tokens(answer)).toBeLessThanOrEqual(600);
  });

  it('one feature, all touchpoints, and all problems of the shop: at most 600 tokens each', async () => {
    const files = filesOf(shop);
    for (const [name, input] of [
      ['kano_get_feature', { id: 'accurate-description' }],
      ['kano_list_touchpoints', {}],
      ['kano_list_problems', { severity: 'warning' }],
    ] as const)
      expect(tokens(await ask(files, name, input)), name).toBeLessThanOrEqual(600);
  });
});

it('every tool says what it is for, takes an object, and no two share a name', () => {
  for (const { name, title, description, input } of agentTools) {
    expect(name).toMatch(/^kano_[a-z_]+$/);
    expect([title, description].every((text) => text.length > 0)).toBe(true);
    expect(input).toMatchObject({ type: 'object', additionalProperties: false });
    for (const required of input.required ?? []) expect(Object.keys(input.properties)).toContain(required);
  }
  expect(new Set(agentTools.map(({ name }) => name)).size).toBe(7);
});

it('every tool is in package.json by its words in both languages, as npm run generate writes it', () => {
  expect(contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => [name, modelDescription, inputSchema])).toEqual(
    agentTools.map(({ name, description, input }) => [name, description, input]),
  );
  for (const { name, title } of agentTools) {
    expect((english as Record<string, string>)[`tool.${name}`]).toBe(title);
    for (const key of [`tool.${name}`, `tool.${name}.description`]) expect(Object.keys(chinese)).toContain(key);
  }
});
