import { describe, expect, it, vi } from 'vitest';
import { Item } from '../../../../src/document/item.ts';
import { singleFileProduct } from '../../../../src/document/product.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { completion } from '../../../../src/languageFeatures/completion/completion.ts';
import { defaultSeverities } from '../../../../src/problems/index.ts';
import { starterFile } from '../../../../src/report/starterFile.ts';
import { inLanguage } from '../../terms/speak.ts';
import { accepted, labelsAt, offersAt } from './accept.ts';

const head = `kano: 1
product: Web shop
personas:
  - { id: member, name: Member }
stages:
  - { id: discover, name: Discover }
  - { id: buy, name: Buy }
touchpoints:
  - id: search
    name: Product search
  - id: "2026"
    name: A year
surveys:
  - { id: spring, date: 2026-03-01, title: Spring panel }
  - { id: autumn, date: 2026-09-01 }
`;
const features = `${head}features:
  - id: import
    title: Import
  - id: voice
    title: Voice search
    status: idea
`;

/** Cases of what is offered, after the head of a file. */
function offers(before: string, cases: readonly (readonly [marked: string, ...labels: string[]])[]): void {
  it.each(cases.map(([marked, ...labels]) => ({ marked, labels })))('$marked', ({ marked, labels }) => {
    expect(labelsAt(before + marked)).toEqual(labels);
    expect(labelsAt((before + marked).replaceAll('\n', '\r\n'))).toEqual(labels);
  });
}

/** Cases of what stands in the place of the line with the cursor, and below it, after something was accepted. */
function results(before: string, cases: readonly (readonly [marked: string, label: string, result: string])[]): void {
  it.each(cases.map(([marked, label, result]) => ({ marked, label, result })))('$label at $marked', ({ marked, label, result }) => {
    expect(accepted(before + marked, label)).toBe(before + result);
    expect(accepted((before + marked).replaceAll('\n', '\r\n'), label)).toBe((before + result).replaceAll('\n', '\r\n'));
  });
}

const featureKeys =
  'title description status shipped touchpoints serves relieves moves effort dependsOn owner tags links tracker question assumed evidence tally tallies'.split(
    ' ',
  );
const evidenceKeys = ['date', 'complaints', 'compliments', 'neutral', 'persona', 'touchpoint', 'quote', 'note', 'link'];
const statuses = ['idea', 'planned', 'in-progress', 'shipped', 'rejected'];

describe('keys that are missing', () => {
  offers(features, [
    ['‸', 'description', 'uses', 'analysis', 'valueChain', 'metrics', '$schema'],
    ['met‸', 'description', 'uses', 'analysis', 'valueChain', 'metrics', '$schema'],
    ['    ‸', 'description', ...featureKeys.slice(3)],
    ['    tally: { M: 1 }\n    ‸', 'description', ...featureKeys.slice(3, -2)],
    [
      '    tallies:\n      - ‸',
      'Tally: answers by category',
      'Tally: 5×5 answer pairs',
      'survey',
      'persona',
      'counts',
      'answers',
      'importance',
    ],
    ['    tallies:\n      - survey: spring\n        ‸', 'persona', 'counts', 'answers', 'importance'],
    ['    tallies:\n      - counts: { M: 1 }\n        ‸', 'survey', 'persona', 'importance'],
    ['    tally: { M: 1, ‸ }', 'O', 'A', 'I', 'R', 'Q'],
    ['    question:\n      ‸', 'functional', 'dysfunctional'],
    ['    question:\n      functional: x\n      ‸', 'dysfunctional'],
    ['    question: ‸', 'functional', 'dysfunctional'],
    ['    question: { ‸ }', 'functional', 'dysfunctional'],
    ['    evidence:\n      - ‸', 'Evidence', 'source', ...evidenceKeys],
    ['    evidence: [{ source: x, ‸ }]', ...evidenceKeys],
    ['  - ‸', 'Feature', 'id', ...featureKeys],
    ['  - { id: x, ‸ }', ...featureKeys],
    ['analysis:\n  ‸', 'table', 'rule', 'lead', 'order'],
    ['analysis: { rule: mode, ‸ }', 'table', 'lead', 'order'],
    ['metrics:\n- id: a\n  ‸', 'name', 'description', 'kind', 'unit', 'better', 'target', 'touchpoint', 'persona', 'readings'],
    ['metrics:\n- id: a\n‸', 'Metric', 'description', 'uses', 'analysis', 'valueChain', '$schema'],
    ['unknown:\n  ‸'],
    ['x-own:\n  a: 1\n  ‸'],
  ]);

  it('are described', () => {
    const status = offersAt(`${features}  - id: x\n    ‸`).items.find(({ label }) => label === 'status');
    expect(status?.detail).toBe('Status');
    expect(status?.documentation).toEqual({
      kind: 'markdown',
      value:
        '**Status**\n\n`idea`, `planned`, `in-progress`, `shipped` or `rejected`; `idea` when left out. Only features that are neither shipped nor rejected are ranked.\n\nExample:\n```yaml\nstatus: planned\n```',
    });
  });

  it('are described in Chinese', () => {
    const items = inLanguage('zh-cn', () => offersAt(`${features}  - id: x\n    ‸`).items);
    expect(items.find(({ label }) => label === 'status')?.detail).toBe('状态');
  });
});

describe('an accepted key', () => {
  results(features, [
    ['    eff‸', 'effort', '    effort: '],
    ['    ‸', 'touchpoints', '    touchpoints: []'],
    ['    ‸\n    owner: x\n', 'effort', '    effort: \n    owner: x\n'],
    ['    ‸', 'question', '    question:\n      '],
    ['    ‸', 'tally', '    tally: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }'],
    ['    ‸', 'tallies', '    tallies:\n      - survey: autumn\n        counts: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }'],
    ['    tallies:\n      - ‸', 'survey', '    tallies:\n      - survey: '],
    [
      '    tallies:\n      - survey: spring\n        ans‸',
      'answers',
      '    tallies:\n      - survey: spring\n        answers:\n          - [0, 0, 0, 0, 0] # Like\n          - [0, 0, 0, 0, 0] # Must be\n' +
        '          - [0, 0, 0, 0, 0] # Neutral\n          - [0, 0, 0, 0, 0] # Live with\n          - [0, 0, 0, 0, 0] # Dislike',
    ],
    ['    tallies:\n      - ‸\n        counts: { M: 1 }', 'persona', '    tallies:\n      - persona: \n        counts: { M: 1 }'],
    // Where the peers indent by the line, not by the dash.
    ['  - que‸', 'question', '  - question:\n      '],
    ['  - ‸', 'evidence', '  - evidence:\n      - source: Source'],
    ['  -   id: x\n      ‸', 'question', '  -   id: x\n      question:\n        '],
    ['  -‸', 'id', '  - id: '],
    ['  - { id: x, sta‸ }', 'status', '  - { id: x, status:  }'],
    ['  - { id: x, ‸ }', 'evidence', '  - { id: x, evidence: [{ source: Source }] }'],
    ['  - { id: x, ‸ }', 'question', '  - { id: x, question: {  } }'],
    ['    ow‸ner: x', 'effort', '    effort: x'],
    ['    question: ‸', 'functional', '    question:\n      functional: '],
    ['    question:‸', 'functional', '    question:\n      functional: '],
    ['metrics:\n- id: a\n  ‸', 'readings', 'metrics:\n- id: a\n  readings:\n    - date: 2026-11-22\n      value: 0'],
    ['met‸', 'metrics', 'metrics:\n  - id: new-metric\n    name: Name\n    better: higher'],
    ['‸', '$schema', '$schema: '],
  ]);
});

describe('values', () => {
  offers(features, [
    ['    assumed: ‸', 'M', 'O', 'A', 'I', 'R', 'Q'],
    ['  - status: ‸', ...statuses],
    ['  - status:‸', ...statuses],
    ['  - status: pl‸', ...statuses],
    ['  - status: "‸"', ...statuses],
    ['  - { status: ‸ }', ...statuses],
    ['  - status:\n      ‸', ...statuses],
    ['analysis:\n  table: ‸', 'standard', 'pouliot'],
    ['analysis: { rule: ‸ }', 'mode', 'berger', 'lead'],
    ['analysis: { order: ‸ }', 'kano', 'value-per-effort'],
    ['metrics:\n  - better: ‸', 'higher', 'lower'],
    ['touchpoints:\n  - referral: ‸', 'true', 'false'],
    ['touchpoints:\n  - referral: "‸"'],
    [
      'touchpoints:\n  - activities: [service, ‸]',
      ...'inbound-logistics operations outbound-logistics marketing-sales procurement technology human-resources infrastructure'.split(' '),
    ],
    ['    title: ‸'],
    ['    effort: ‸'],
    ['    owner: me‸'],
    ['surveys:\n  - date: ‸'],
    ['    channel: ‸'],
    ['    tally: ‸', 'Tally: answers by category'],
  ]);
  offers('', [
    ['kano: ‸', '1'],
    ['kano:‸', '1'],
  ]);

  it.each([
    [
      '    assumed: ‸',
      'M',
      'Must-be',
      'Expected. In Kano’s model nobody thanks you for it and everybody misses it: do it first, well enough, and stop there.',
    ],
    ['    status: ‸', 'in-progress', 'In progress', undefined],
    ['analysis:\n  rule: ‸', 'mode', 'mode', 'The category most answers fall into.'],
    ['touchpoints:\n  - activities: [‸]', 'service', 'Service', undefined],
    ['valueChain:\n  - activity: ‸', 'service', 'Service', undefined],
    ['touchpoints:\n  - moment: ‸', 'choosing', 'choosing', 'they decide whether to buy, and from whom.'],
    ['metrics:\n  - kind: ‸', 'repeat-purchase-rate', 'Repeat purchase rate', 'buyers with two or more purchases / buyers.'],
  ])('are explained: %s', (marked, label, detail, documentation) => {
    const item = offersAt(features + marked).items.find((candidate) => candidate.label === label);
    expect(item?.detail).toBe(detail);
    expect(item?.documentation).toEqual(documentation === undefined ? undefined : { kind: 'markdown', value: documentation });
  });
});

describe('ids', () => {
  offers(features, [
    ['    touchpoints: [‸]', '2026', 'search'],
    ['    touchpoints: [sea‸]', '2026', 'search'],
    ['    touchpoints: [search, ‸]', '2026'],
    ['    touchpoints: ["2026", ‸]', 'search'],
    ['    touchpoints: ‸', '2026', 'search'],
    ['    touchpoints:\n      - search\n      - ‸', '2026'],
    ['    touchpoints:\n      ‸', '2026', 'search'],
    [
      '    touchpoints:\n    - search\n    ‸',
      'description',
      ...featureKeys.filter((key) => !'title description status touchpoints'.includes(key)),
      '2026',
    ],
    ['    dependsOn: [‸]', 'import'],
    ['    dependsOn:\n      - ‸', 'import'],
    ['  - { id: x, dependsOn: [‸] }', 'import', 'voice'],
    ['    tallies:\n      - survey: ‸', 'autumn', 'spring'],
    ['    tallies:\n      - persona: ‸', 'member'],
    ['    tallies: [{ survey: a‸ }]', 'autumn', 'spring'],
    ['metrics:\n  - touchpoint: ‸', '2026', 'search'],
    ['touchpoints:\n  - stage: ‸', 'buy', 'discover'],
    ['    id: ‸'],
  ]);

  it('come with what they are called', () => {
    const details = (marked: string) => offersAt(features + marked).items.map(({ label, detail }) => `${label}: ${detail}`);
    expect(details('    tallies:\n      - survey: ‸')).toEqual(['spring: Spring panel', 'autumn: 2026-09-01']);
    expect(details('    dependsOn: [‸]')).toEqual(['import: Import']);
  });

  it('of all files of the product', () => {
    const opened = readModel('shop.kano.yaml', 'kano: 1\nproduct: x\nuses: [j.kano.yaml]\nfeatures:\n  - id: a\n    touchpoints: []\n');
    const used = readModel('j.kano.yaml', 'kano: 1\nproduct: y\ntouchpoints:\n  - id: checkout\n    name: Checkout\n');
    const product = { ...singleFileProduct(opened), models: [opened, used] };
    const { items } = completion(product, { line: 5, character: 18 });
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([['checkout', 'Checkout']]);
  });

  results(features, [
    ['    touchpoints: ‸', 'search', '    touchpoints: [search]'],
    ['    touchpoints:‸', '2026', '    touchpoints: ["2026"]'],
    ['    touchpoints: [search, ‸]', '2026', '    touchpoints: [search, "2026"]'],
    ["    touchpoints: ['20‸']", '2026', "    touchpoints: ['2026']"],
    ['    touchpoints:\n      ‸', 'search', '    touchpoints:\n      - search'],
    [
      '    touchpoints:\n      - "2026"\n      - se‸\n    owner: x',
      'search',
      '    touchpoints:\n      - "2026"\n      - search\n    owner: x',
    ],
    ['    touchpoints:\n    - search\n    ‸', '2026', '    touchpoints:\n    - search\n    - "2026"'],
    ['    tallies:\n      - survey:‸', 'spring', '    tallies:\n      - survey: spring'],
    ['    status: pla‸nned # note', 'shipped', '    status: shipped # note'],
  ]);
});

describe('templates', () => {
  const feature = (column: number, id = 'new-feature') =>
    [`id: ${id}`, 'title: Title', 'touchpoints: [search]', 'tally: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }'].join(`\n${' '.repeat(column)}`);
  results(features, [
    ['  ‸', 'Feature', `  - ${feature(4)}`],
    ['  - ‸', 'Feature', `  - ${feature(4)}`],
    ['  -‸', 'Feature', `  - ${feature(4)}`],
    ['  - fea‸', 'Feature', `  - ${feature(4)}`],
    ['  - id: new-feature\n    title: x\n  ‸', 'Feature', `  - id: new-feature\n    title: x\n  - ${feature(4, 'new-feature-2')}`],
    [
      '  - id: x\n    tallies: ‸',
      'Tally: answers by category',
      '  - id: x\n    tallies:\n      - survey: autumn\n        counts: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }',
    ],
    [
      '  - id: x\n    tallies:\n      - survey: spring\n        counts: { M: 1 }\n      ‸',
      'Tally: 5×5 answer pairs',
      '  - id: x\n    tallies:\n      - survey: spring\n        counts: { M: 1 }\n      - survey: autumn\n        answers:\n' +
        '          - [0, 0, 0, 0, 0] # Like\n          - [0, 0, 0, 0, 0] # Must be\n          - [0, 0, 0, 0, 0] # Neutral\n' +
        '          - [0, 0, 0, 0, 0] # Live with\n          - [0, 0, 0, 0, 0] # Dislike',
    ],
    ['  - id: x\n    tally: ‸', 'Tally: answers by category', '  - id: x\n    tally: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }'],
    ['metrics:\n‸', 'Metric', 'metrics:\n- id: new-metric\n  name: Name\n  better: higher'],
    ['metrics: ‸', 'Metric', 'metrics:\n  - id: new-metric\n    name: Name\n    better: higher'],
    ['metrics: [‸]', 'Metric', 'metrics: [{ id: new-metric, name: Name, better: higher }]'],
  ]);
  results(head.slice(0, head.indexOf('personas')), [
    ['personas:\n  ‸', 'Persona', 'personas:\n  - id: new-persona\n    name: Name'],
    ['stages:\n  ‸', 'Journey stage', 'stages:\n  - id: new-stage\n    name: Name'],
    ['touchpoints:\n  ‸', 'Touchpoint', 'touchpoints:\n  - id: new-touchpoint\n    name: Name'],
    ['surveys:\n  ‸', 'Survey', 'surveys:\n  - id: new-survey\n    date: 2026-11-22'],
    // Nothing is referred to that is not there.
    ['features:\n  ‸', 'Feature', 'features:\n  - id: new-feature\n    title: Title\n    tally: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }'],
  ]);

  it.each(['‸', 'ka‸', '# a comment\n\n‸\n', '‸\r\n'])('a whole first file in %j', (marked) => {
    const starter = starterFile();
    const result = accepted(marked, 'A first Kano file, with examples and explanations', { starter });
    expect(result.replaceAll('\r\n', '\n')).toContain(starter);
  });

  it.each(['kano: 1\n‸', 'a: 1\n‸', '- ‸'])('no whole file in %j', (marked) => {
    expect(labelsAt(marked, { starter: starterFile() })).not.toContain('A first Kano file, with examples and explanations');
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: snippets are written like template strings.
  const odd = 'product: a $1 ${b} \\\n';
  it('whose texts mean something to snippets are put in as they are', () => {
    expect(accepted('‸', 'A first Kano file, with examples and explanations', { starter: odd })).toBe(odd);
  });
});

describe('comments', () => {
  const directives = ['kano-disable-next-line', 'kano-disable-line', 'kano-disable-file'];
  offers(features, [
    ['# ‸', ...directives],
    ['#‸', ...directives],
    ['    tags: [a] # kano-dis‸', ...directives],
    ['# some words ‸'],
    ['    title: C#‸'],
  ]);
  results(features, [
    ['    # kano-d‸', 'kano-disable-line', '    # kano-disable-line '],
    ['# kano-disable-file kano/sma‸', 'kano/small-sample', '# kano-disable-file kano/small-sample'],
    ['# kano-disable-line kano/schema, ‸', 'kano/syntax', '# kano-disable-line kano/schema, kano/syntax'],
  ]);

  it('name every code once', () => {
    const all = labelsAt('# kano-disable-line ‸');
    expect(all).toHaveLength(Object.keys(defaultSeverities).length);
    expect(labelsAt('# kano-disable-line kano/schema ‸')).toEqual(all.filter((code) => code !== 'kano/schema'));
  });
});

describe('uses', () => {
  const files = ['../journey.kano.yaml', 'a b.kano.yaml', '#odd.kano.yaml'];
  it('names the files it is told of', () => {
    expect(accepted('uses: [‸]', '../journey.kano.yaml', { files })).toBe('uses: [../journey.kano.yaml]');
    expect(accepted('uses:\n  - ‸', '#odd.kano.yaml', { files })).toBe('uses:\n  - "#odd.kano.yaml"');
    expect(accepted('uses: ‸', 'a b.kano.yaml', { files })).toBe('uses: [a b.kano.yaml]');
    expect(labelsAt('uses: [../journey.kano.yaml, ‸]', { files })).toEqual(['#odd.kano.yaml', 'a b.kano.yaml']);
  });
});

describe('where the file is cut differently while somebody types', () => {
  it.each([
    ['before the first item of a list, at the column of the others', `kano: 1\nfeatures:\n  ‸\n  - id: a\n`, ['Feature']],
    ['not at another column', `kano: 1\nfeatures:\n    ‸\n  - id: a\n`, []],
    ['not behind the colon of a list that stands below', `kano: 1\nfeatures: ‸\n  - id: a\n`, []],
    ['in a file in brackets', `{ kano: 1, features: [{ id: a, assumed: ‸ }] }`, ['M', 'O', 'A', 'I', 'R', 'Q']],
    ['of a feature in brackets, not itself', `kano: 1\nfeatures: [{ id: a }, { id: b, dependsOn: [‸] }]`, ['a']],
    [
      'where an alias keeps the file in one piece',
      `kano: 1\nfeatures:\n  - id: a\n    tally: &t { M: 1 }\n  - id: b\n    tally: *t\n    assumed: ‸`,
      ['M', 'O', 'A', 'I', 'R', 'Q'],
    ],
  ])('%s', (_, marked, labels) => {
    expect(labelsAt(marked)).toEqual(labels);
  });
});

describe('ten thousand features', () => {
  const text = `kano: 1\nproduct: x\nfeatures:\n${Array.from({ length: 10_000 }, (_, index) => `  - id: feature-${index}\n    title: Title ${index}\n    dependsOn: []\n`).join('')}`;
  const whole = singleFileProduct(readModel('a.kano.yaml', text));

  it('are not all offered, and the list says so', () => {
    const { items, isIncomplete } = completion(whole, { line: 5, character: 16 });
    expect(items).toHaveLength(499);
    expect(isIncomplete).toBe(true);
  });

  it('are not all looked at for the keys of one of them', () => {
    const read = new Set<unknown>();
    const value = Object.getOwnPropertyDescriptor(Item.prototype, 'value')?.get;
    const spy = vi.spyOn(Item.prototype, 'value', 'get').mockImplementation(function (this: Item) {
      read.add(this);
      return value?.call(this);
    });
    try {
      completion(whole, { line: 3 + 3 * 9000 + 1, character: 4 });
    } finally {
      spy.mockRestore();
    }
    expect(read.size).toBeLessThan(10);
  });
});
