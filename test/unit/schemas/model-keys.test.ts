import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/kano.schema.json';
import kanorcSchema from '../../../schemas/kanorc.schema.json';
import { kindsOfMetrics } from '../../../src/document/format/metricKinds.ts';
import {
  type AnalysisSettings,
  activities,
  type Bottleneck,
  buildOrders,
  type Category,
  categories,
  categoryRules,
  defaultAnalysisSettings,
  defaultStatus,
  type Emotion,
  type Evidence,
  evaluationTables,
  type Feature,
  type Header,
  type Lists,
  listKeys,
  type Metric,
  metricKinds,
  moments,
  type Need,
  type Pain,
  type Persona,
  type Question,
  type Reading,
  type Stage,
  type Survey,
  statuses,
  type Tally,
  type Touchpoint,
  type ValueChainActivity,
} from '../../../src/document/format/model.ts';

type Definitions = (typeof schema)['$defs'];
/** Keys of a definition of the schema. */
type KeysOf<Name extends keyof Definitions> = Definitions[Name] extends { properties: infer Properties } ? keyof Properties : never;
/** `true` when both unions have the same members; another value does not compile. */
type Same<Left, Right> = [Left] extends [Right]
  ? [Right] extends [Left]
    ? true
    : { missing: Exclude<Right, Left> }
  : { extra: Exclude<Left, Right> };

// The compiler checks these lines: a key that only the schema or only the model knows is a type error here.
const sameKeys = {
  top: true satisfies Same<keyof Header | keyof Lists, Exclude<keyof (typeof schema)['properties'], '$schema'>>,
  analysis: true satisfies Same<keyof AnalysisSettings, KeysOf<'analysis'>>,
  persona: true satisfies Same<keyof Persona, KeysOf<'persona'>>,
  stage: true satisfies Same<keyof Stage, KeysOf<'stage'>>,
  touchpoint: true satisfies Same<keyof Touchpoint, KeysOf<'touchpoint'>>,
  need: true satisfies Same<keyof Need, KeysOf<'need'>>,
  pain: true satisfies Same<keyof Pain, KeysOf<'pain'>>,
  emotion: true satisfies Same<keyof Emotion, KeysOf<'emotion'>>,
  valueChainActivity: true satisfies Same<keyof ValueChainActivity, KeysOf<'valueChainActivity'>>,
  bottleneck: true satisfies Same<keyof Bottleneck, KeysOf<'bottleneck'>>,
  survey: true satisfies Same<keyof Survey, KeysOf<'survey'>>,
  feature: true satisfies Same<keyof Feature, KeysOf<'feature'>>,
  question: true satisfies Same<keyof Question, KeysOf<'question'>>,
  evidence: true satisfies Same<keyof Evidence, KeysOf<'evidence'>>,
  tally: true satisfies Same<keyof Tally, KeysOf<'tally'>>,
  counts: true satisfies Same<Category, KeysOf<'counts'>>,
  metric: true satisfies Same<keyof Metric, KeysOf<'metric'>>,
  reading: true satisfies Same<keyof Reading, KeysOf<'reading'>>,
};

const { $defs } = schema;

describe('the model and the schema', () => {
  it('compare the keys of every mapping', () => {
    const mappings = Object.entries($defs).filter(([, definition]) => 'properties' in definition);
    expect(Object.keys(sameKeys).sort()).toEqual(['top', ...mappings.map(([name]) => name)].sort());
  });

  it.each([
    ['categories', categories, $defs.category.enum],
    ['letters of counts', categories, Object.keys($defs.counts.properties)],
    ['statuses', statuses, $defs.feature.properties.status.enum],
    ['activities', activities, $defs.activity.enum],
    ['moments of truth', moments, $defs.touchpoint.properties.moment.enum],
    ['kinds of metrics', metricKinds, $defs.metric.properties.kind.enum],
    ['evaluation tables', evaluationTables, $defs.analysis.properties.table.enum],
    ['category rules', categoryRules, $defs.analysis.properties.rule.enum],
    ['build orders', buildOrders, $defs.analysis.properties.order.enum],
    ['directions of a metric', ['higher', 'lower'] satisfies Metric['better'][], $defs.metric.properties.better.enum],
    [
      'lists',
      listKeys,
      Object.keys(schema.properties).filter((key) => schema.properties[key as 'features'].type === 'array' && key !== 'uses'),
    ],
  ])('have the same %s, in the same order', (_name, inModel, inSchema) => {
    expect(inSchema).toEqual(inModel);
  });

  it('have the same limits for the values of each kind of metric', () => {
    for (const kind of metricKinds) {
      const range = $defs.metric.allOf.flatMap(({ if: { properties }, then }) => {
        const { enum: kinds = [], const: only } = properties.kind as { enum?: string[]; const?: string };
        return then && [...kinds, only].includes(kind) ? [then.properties] : [];
      });
      const value = range[0]?.readings.items.properties.value;
      expect(value ? [value.minimum, value.maximum] : undefined, kind).toEqual(kindsOfMetrics[kind].range);
      expect(range[0]?.target).toEqual(value);
      const saysBetter = JSON.stringify($defs.metric.allOf[0]?.if.properties.kind).includes(`"${kind}"`);
      expect(saysBetter, kind).toBe(kindsOfMetrics[kind].better !== undefined);
    }
  });

  it('have the same defaults', () => {
    const { table, rule, lead, order } = $defs.analysis.properties;
    expect({ table: table.default, rule: rule.default, lead: lead.default, order: order.default }).toEqual(defaultAnalysisSettings);
    expect($defs.feature.properties.status.default).toBe(defaultStatus);
  });

  it('share the analysis settings with .kanorc.yaml', () => {
    expect(kanorcSchema.$defs.analysis).toEqual($defs.analysis);
  });
});
