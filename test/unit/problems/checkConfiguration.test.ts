import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/kanorc.schema.json';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { readConfiguration } from '../../../src/document/configuration.ts';
import { settingsOf, singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { textChanges } from '../../../src/document/writing/textEdit.ts';
import { turnOffEdits } from '../../../src/languageFeatures/quickFixes.ts';
import { checkConfiguration, configurationSchemaAt } from '../../../src/problems/checkConfiguration.ts';
import { checkDocument, DocumentChecker } from '../../../src/problems/checkDocument.ts';
import { defaultSeverities } from '../../../src/problems/index.ts';

const text = 'kano: 1\nproduct: Shop\nfeatures:\n  - { id: a, title: A, tally: { M: 9, O: 8 } }\n  - { id: b, title: B }\n';
const withConfiguration = (configuration: string, file = text) => ({
  ...singleFileProduct(readModel('x', file)),
  configuration: readConfiguration('.kanorc.yaml', configuration).configuration,
});
const problemsIn = (configuration: string) => {
  const product = withConfiguration(configuration);
  return checkDocument(product, analysisOfProduct(product)).map(({ code, severity }) => `${severity} ${code}`);
};

describe('.kanorc.yaml', () => {
  it('sets levels, and turns problems off', () => {
    expect(problemsIn('')).toEqual(['info kano/small-sample', 'hint kano/not-surveyed']);
    expect(problemsIn('rules: { kano/small-sample: error, kano/not-surveyed: off }')).toEqual(['error kano/small-sample']);
  });

  it('gives defaults that the file overrides', () => {
    const configuration = 'analysis: { rule: berger, table: pouliot }';
    expect(settingsOf(withConfiguration(configuration))).toEqual({ table: 'pouliot', rule: 'berger', lead: 0.06, order: 'kano' });
    const product = withConfiguration(configuration, `${text}analysis: { rule: lead }\n`);
    expect(analysisOfProduct(product).context.settings).toMatchObject({ table: 'pouliot', rule: 'lead' });
  });

  it('counts as far as it can be read', () => {
    expect(problemsIn('rules: { kano/small-sample: loud, kano/not-surveyed: off }\nother: [')).toEqual(['info kano/small-sample']);
  });

  it('that changes brings a checker that has seen the file to the same problems as a new one', () => {
    const checker = new DocumentChecker();
    const file = readModel('x', text);
    for (const written of [
      '',
      'rules: { kano/small-sample: off }',
      'analysis: { rule: lead, lead: 0.5 }',
      'rules: { kano/not-surveyed: error }',
      '',
    ]) {
      const product = { ...singleFileProduct(file), configuration: readConfiguration('c', written).configuration };
      expect(checker.check(product, analysisOfProduct(product))).toEqual(checkDocument(product, analysisOfProduct(product)));
    }
  });

  const faults: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing', '', []],
    ['only comments', '# to come\n', []],
    ['all it can say', '$schema: x\nrules: { kano/schema: warning }\nanalysis: { lead: 0.1 }\nx-own: 1\n', []],
    ['a code that is nearly one', 'rules:\n  kano/smal-sample: off\n', ['1:2-1:18 kano/schema: kano/small-sample']],
    ['a code without its beginning', 'rules:\n  small-sample: off\n', ['1:2-1:14 kano/schema: kano/small-sample']],
    ['another level', 'rules:\n  kano/schema: warn\n', ['1:15-1:19 kano/schema: warning']],
    ['another rule', 'analysis: { rule: moode }\n', ['0:18-0:23 kano/schema: mode']],
    ['a number under its least', 'freshFor: 0\n', ['0:10-0:11 kano/schema: “freshFor” has to be 1 or more, and this is 0.']],
    ['a list', '- a\n', ['0:2-0:3 kano/schema: .kanorc.yaml']],
    ['something unreadable', 'rules: {\n', ['0:7-0:8 kano/syntax: {']],
  ];

  it.each(faults)('with %s has these problems', (_, written, expected) => {
    const found = checkConfiguration(readConfiguration('.kanorc.yaml', written));
    expect(found).toHaveLength(expected.length);
    found.forEach(({ code, message, severity, range: { start, end } }, index) => {
      const [place, word = ''] = (expected[index] ?? '').split(': ');
      expect(`${start.line}:${start.character}-${end.line}:${end.character} ${code}`).toBe(place);
      expect(message).toContain(word);
      expect(severity).toBe('error');
    });
  });

  it('knows what its schema knows', () => {
    expect(Object.keys(schema.properties.rules.$ref ? (schema.$defs.rules.properties as object) : {})).toEqual(
      Object.keys(defaultSeverities),
    );
    expect(Object.keys(configurationSchemaAt([])?.properties ?? {})).toEqual(Object.keys(schema.properties));
    expect(configurationSchemaAt(['rules', 'kano/schema'])?.enum).toEqual(schema.$defs.level.enum);
  });
});

describe('turning a code off', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['an empty file', '', 'rules:\n  kano/schema: off\n'],
    ['a file of comments', '# ours', '# ours\nrules:\n  kano/schema: off\n'],
    ['a file without rules', 'analysis: { rule: lead } # ours\n', 'analysis: { rule: lead } # ours\nrules:\n  kano/schema: off\n'],
    [
      'other rules',
      'rules:\n  # noise\n  kano/syntax: error # never\n',
      'rules:\n  # noise\n  kano/syntax: error # never\n  kano/schema: off\n',
    ],
    ['rules in braces', 'rules: { kano/syntax: off } # ours\n', 'rules: { kano/syntax: off, kano/schema: off } # ours\n'],
    ['rules without any', 'rules: # none yet\nx-a: 1\n', undefined],
    ['its own level', 'rules:\n  kano/schema: warning # for now\n', 'rules:\n  kano/schema: off # for now\n'],
    ['a file in braces', '{ analysis: { rule: lead } }\n', '{ analysis: { rule: lead }, rules: { kano/schema: off } }\n'],
    ['a file with CRLF', 'rules:\r\n  kano/syntax: off\r\n', 'rules:\r\n  kano/syntax: off\r\n  kano/schema: off\r\n'],
    ['something unreadable', 'rules: {\n', undefined],
  ];

  it.each(cases)('in %s leaves all else as it is', (_, before, after) => {
    const file = readConfiguration('.kanorc.yaml', before);
    const edits = turnOffEdits(file, 'kano/schema');
    const changed = edits && updateModel(file.model, textChanges(edits)).text;
    if (after === undefined && changed !== undefined)
      expect(readConfiguration('c', changed).configuration.rules).toEqual({ 'kano/schema': 'off' });
    else expect(changed).toBe(after);
  });
});
