import { describe, expect, it, vi } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { definitionIndex } from '../../../src/document/definitionIndex.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import { mustBeRejected } from '../../../src/problems/mustBeRejected.ts';
import { inLanguage } from '../terms/speak.ts';

describe('findings that rest on several items', () => {
  it('follow an edit of another item', () => {
    const before = readModel(
      'shop.kano.yaml',
      `kano: 1
product: P
stages:
  - { id: buy, name: Buy }
touchpoints:
  - { id: checkout, name: Checkout, stage: buy }
features:
  - { id: a, title: A, dependsOn: [b], touchpoints: [checkout], tally: { M: 40 } }
  - { id: b, title: B, status: rejected, tally: { I: 40 } }
`,
    );
    expect(codesOf(before)).toEqual(['kano/must-be-rejected b']);
    expect(codesOf(replaced(before, 'rejected', 'planned'))).toEqual([]);
    expect(codesOf(replaced(before, 'stage: buy', 'x-s: buy'))).toEqual(['kano/unused-definition buy', 'kano/must-be-rejected b']);
    expect(codesOf(replaced(before, 'status: rejected', 'dependsOn: [a]'))).toEqual(['kano/dependency-cycle b', 'kano/dependency-cycle a']);
  });

  it('find a cycle that closes when what breaks the schema is fixed', () => {
    const features = '  - { id: a, title: A, dependsOn: [b], tally: { O: 40 } }\n  - { id: b, title: B, dependsOn: a, tally: { O: 40 } }\n';
    const before = readModel('shop.kano.yaml', `kano: 1\nproduct: P\nfeatures:\n${features}`);
    expect(codesOf(before)).toEqual(['kano/schema a']);
    expect(codesOf(replaced(before, 'dependsOn: a', 'dependsOn: [a]'))).toEqual(['kano/dependency-cycle b', 'kano/dependency-cycle a']);
  });

  it('follow the rule that the file names, also where no feature changed', () => {
    const text = 'kano: 1\nproduct: P\nanalysis: { rule: mode }\nfeatures:\n  - { id: a, title: A, tally: { M: 34, O: 40, A: 26 } }\n';
    const before = readModel('shop.kano.yaml', text);
    expect(messagesOf(before)).toContainEqual(expect.stringContaining('“mode” is used here'));
    expect(messagesOf(replaced(before, 'mode', 'lead'))).toContainEqual(expect.stringContaining('“lead” is used here'));
  });

  it('look along the file once for a duplicate id, however many features need it', () => {
    const needing = Array.from({ length: 50 }, (_, index) => `  - { id: f${index}, title: T, dependsOn: [x] }\n`).join('');
    const duplicates = '  - { id: x, title: X, status: rejected }\n'.repeat(2);
    const model = readModel('shop.kano.yaml', `kano: 1\nproduct: P\nfeatures:\n${needing}${duplicates}`);
    const product = singleFileProduct(model);
    const analysis = analysisOfProduct(product);
    definitionIndex(model);
    const list = vi.spyOn(model, 'list');
    expect(mustBeRejected.findInProduct({ product, analysis, model })).toHaveLength(50);
    expect(list.mock.calls.filter(([key]) => key === 'features').length).toBeLessThan(5);
  });

  it('do not search thousands of broken items for thousands of ids', () => {
    const fileOf = (count: number) => {
      const stages = Array.from({ length: count }, (_, index) => `  - { id: s${index}, name: S }\n`).join('');
      const broken = Array.from({ length: 200 }, (_, index) => `  - { id: f${index}, title: T, priority: high, tally: { O: 40 } }\n`).join(
        '',
      );
      return readModel('shop.kano.yaml', `kano: 1\nproduct: P\nstages:\n${stages}features:\n${broken}`);
    };
    const unused = (count: number) => codesOf(fileOf(count)).filter((code) => code.startsWith('kano/unused-definition')).length;
    expect(unused(1000)).toBe(1000);
    expect(unused(1001)).toBe(0);
  });

  it('correct the comparison of personas for every feature that has one', () => {
    const feature = (id: string, member: string, guest: string) =>
      `  - id: ${id}\n    title: T\n    tallies:\n      - { persona: m, counts: ${member} }\n      - { persona: g, counts: ${guest} }\n`;
    const head = 'kano: 1\nproduct: P\npersonas: [{ id: m, name: M }, { id: g, name: G }]\nfeatures:\n';
    const differing = feature('a', '{ M: 21, I: 19 }', '{ M: 12, I: 28 }');
    const alone = readModel('shop.kano.yaml', head + differing);
    const beside = readModel('shop.kano.yaml', head + differing + feature('b', '{ M: 20, I: 20 }', '{ M: 20, I: 20 }'));
    expect(codesOf(alone)).toContain('kano/personas-disagree a');
    expect(codesOf(beside)).not.toContain('kano/personas-disagree a');
    expect(messagesOf(replaced(alone, 'name: G', 'name: Guests')).join()).toContain('Guests: Indifferent');
    expect(inLanguage('zh-cn', () => messagesOf(alone)).join()).not.toContain('Personas see this differently');
  });
});

describe('cycles among ten thousand features', () => {
  const size = 10_000;
  const fileOf = (needsOf: (index: number) => readonly number[]) =>
    readModel(
      'large.kano.yaml',
      `kano: 1\nproduct: P\nfeatures:\n${Array.from(
        { length: size },
        (_, index) =>
          `  - { id: f${index}, title: T, tally: { M: 40 }, dependsOn: [${needsOf(index)
            .map((need) => `f${need}`)
            .join(', ')}] }\n`,
      ).join('')}`,
    );

  it('are found along one long cycle', () => {
    const problems = messagesOf(fileOf((index) => [(index + 1) % size]));
    expect(problems.length).toBe(size);
    expect(new Set(problems).size).toBe(1);
    expect(problems[0]).toContain('f0 → f1 → f2 → f3 → f4 → f5 → f6 → … → f0');
  });

  it('are found in a tangle, with what is known of each entry', () => {
    const model = fileOf((index) => [(index * 7919 + 13) % size, (index * 104_729 + 71) % size]);
    const product = singleFileProduct(model);
    const analysis = analysisOfProduct(product);
    const inCycles = model.list('features').reduce((sum, { value }) => {
      const needs = analysis.dependencies.needs(value);
      return sum + needs.filter((need) => analysis.dependencies.isInCycle(value, need)).length;
    }, 0);
    const problems = checkDocument(product, analysis).filter(({ code }) => code === 'kano/dependency-cycle');
    expect(inCycles).toBeGreaterThan(size);
    expect(problems.length).toBe(inCycles);
    for (const { message } of problems) expect(message.length).toBeLessThan(250);
  });
});

function replaced(model: KanoModel, from: string, to: string): KanoModel {
  const lines = model.text.split('\n');
  const line = lines.findIndex((each) => each.includes(from));
  const character = lines[line]?.indexOf(from) ?? 0;
  const range = { start: { line, character }, end: { line, character: character + from.length } };
  return updateModel(model, [{ range, text: to }]);
}

function problemsOf(model: KanoModel) {
  const product = singleFileProduct(model);
  return checkDocument(product, analysisOfProduct(product));
}

function messagesOf(model: KanoModel): readonly string[] {
  return problemsOf(model).map(({ message }) => message);
}

function codesOf(model: KanoModel): readonly string[] {
  const lines = model.text.split('\n');
  return problemsOf(model).map(({ code, range: { start, end } }) => `${code} ${lines[start.line]?.slice(start.character, end.character)}`);
}
