import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSeverities } from '../../../src/problems/index.ts';
import { methodSection } from '../../../src/problems/methodSection.ts';
import { lintSarif } from '../../../src/report/lint/lintSarif.ts';
import { inLanguage } from '../terms/speak.ts';
import { analysed } from './analysed.ts';
import { filesWithProblems, fileWith } from './problemsIn.ts';
import { sarifBreaks } from './sarifSchema.ts';

const method = readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8');
const tool = { version: '1.2.3', method };
// biome-ignore lint/suspicious/noExplicitAny: a log is read as whoever gets it does, without our types.
const logOf = (...parameters: Parameters<typeof lintSarif>): any => JSON.parse(JSON.stringify(lintSarif(...parameters)));

describe('a SARIF log', () => {
  it('fits the official schema, whatever the problems hold', () => {
    fc.assert(
      fc.property(filesWithProblems, (files) => {
        expect(sarifBreaks(logOf(files, tool))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    // The check bites.
    expect(sarifBreaks({ ...logOf([], tool), version: '2.0.0' })).not.toEqual([]);
  });

  it('counts lines and columns from 1, in UTF-16 code units, the end behind the last', () => {
    const text = 'kano: 1\nproduct: P\nfeatures: [{ id: a, title: 👍搜, stat: idea, tally: { M: 60, O: 10, A: 10, I: 20 } }]\n';
    const log = logOf([analysed(text)], tool);
    const line = text.split('\n')[2] ?? '';
    expect(log.runs[0].columnKind).toBe('utf16CodeUnits');
    const { region } = log.runs[0].results[0].locations[0].physicalLocation;
    expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe('stat');
    expect([region.startLine, region.endLine]).toEqual([3, 3]);
  });

  it('names files by relative addresses, percent-encoded', () => {
    const uris = ['docs/with space/搜索#1.kano.yaml', 'a:b%.kano.yaml', '../up.kano.yaml', '<stdin>'].map(
      (path) => logOf([fileWith(path)], tool).runs[0].results[0].locations[0].physicalLocation.artifactLocation,
    );
    expect(uris.map(({ uri }) => uri)).toEqual([
      'docs/with%20space/%E6%90%9C%E7%B4%A2%231.kano.yaml',
      'a%3Ab%25.kano.yaml',
      '../up.kano.yaml',
      '%3Cstdin%3E',
    ]);
    expect(new URL(uris[0].uri, 'file:///project/').pathname).toBe('/project/docs/with%20space/%E6%90%9C%E7%B4%A2%231.kano.yaml');
  });

  it('explains every rule, and each result says which it is of', () => {
    const log = logOf([fileWith('a.kano.yaml', { code: 'kano/not-surveyed', severity: 'hint' })], tool);
    const { rules, version } = log.runs[0].tool.driver;
    expect([version, rules.length]).toEqual(['1.2.3', Object.keys(defaultSeverities).length]);
    for (const { id, shortDescription, help } of rules) {
      expect(shortDescription.text, id).toMatch(/^[A-Z\d].*\.$/s);
      expect(shortDescription.text, id).not.toMatch(/[`*[\]]|\b(Error|Warning|Info|Hint)\b/);
      expect(help.text, id).toMatch(/^When: .*\nWhy: .*\nDo: .*$/);
      expect(help.markdown, id).toMatch(/^- \*\*When\*\*: /);
      expect(help.markdown, id).not.toContain('](');
    }
    const [result] = log.runs[0].results;
    expect([rules[result.ruleIndex].id, result.ruleId, result.level]).toEqual(['kano/not-surveyed', 'kano/not-surveyed', 'note']);
  });

  it('knows when there is no help', () => {
    expect(methodSection(method, 'kano/unknown')).toBeUndefined();
  });

  it('explains every rule in the language of the method', () => {
    const chinese = readFileSync(new URL('../../../docs/method.zh-cn.md', import.meta.url), 'utf8');
    const { rules } = inLanguage('zh-cn', () => logOf([], { ...tool, method: chinese })).runs[0].tool.driver;
    expect(rules).toHaveLength(Object.keys(defaultSeverities).length);
    for (const { id, shortDescription, help } of rules) {
      expect(shortDescription.text, id).toMatch(/^(?!何时).*\p{Script=Han}.*。$/su);
      expect(shortDescription.text, id).not.toMatch(/[`*[\]]|[。；](错误|警告|信息|提示)/);
      expect(help.text, id).toMatch(/^何时：.*\n为何：.*\n怎么办：[^<]*$/);
    }
  });
});
