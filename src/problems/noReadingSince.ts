import * as l10n from '@vscode/l10n';
import { changeDay } from '../analysis/itemsByDay.ts';
import { readingsByDate } from '../analysis/outcomes.ts';
import { shippedOn } from '../analysis/wants.ts';
import { definitionIndex, referencesOf } from '../document/definitionIndex.ts';
import type { Metric } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
import { within } from '../document/yaml/localRange.ts';
import { featureMessage } from './featureMessage.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** The features that shipped, by the metric that they are meant to move and the day. Costs what changed since the version before. */
const moversByMetric: IndexByVersion<ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Item<'features'>>>>> = indexByVersion(
  () => new Map<string, Map<string, Set<Item<'features'>>>>(),
  (found, item, by) => {
    const shipped = isFeature(item) ? shippedOn(item.value) : null;
    if (!isFeature(item) || shipped === null) return;
    for (const { target, node } of referencesOf(item)) {
      if (target !== 'metrics') continue;
      const days = found.get(node.value) ?? new Map<string, Set<Item<'features'>>>();
      found.set(node.value, days);
      changeDay(days, shipped, item, by);
      if (days.size === 0) found.delete(node.value);
    }
  },
);

export const noReadingSince = {
  code: 'kano/no-reading-since',
  severity: 'hint',
  title: 'No reading since it shipped',
  description: 'A shipped feature is meant to move a metric that has no reading after the day on which it shipped.',
  /** On the `moves` entry. */
  findInProduct({ product, model }) {
    return [...moversByMetric(model)].flatMap(([id, days]) => {
      const metric = metricCalled(product, id);
      if (!metric) return [];
      const newest = readingsByDate(metric).at(-1)?.date;
      return [...days].flatMap(([shipped, items]): readonly Occurrence[] => {
        if (newest !== undefined && newest > shipped) return [];
        return [...items].flatMap((item) => occurrences(item, id, metric, shipped, newest));
      });
    });
  },
} satisfies ProblemDefinition;

function occurrences(
  item: Item<'features'>,
  id: string,
  metric: Metric,
  shipped: string,
  newest: string | undefined,
): readonly Occurrence[] {
  const values = { metric: metric.name ?? id, shipped, newest: newest ?? '' };
  const message =
    newest === undefined
      ? l10n.t('This shipped on {shipped} and is meant to move “{metric}”, which has no reading. Measure it.', values)
      : l10n.t('This shipped on {shipped} and is meant to move “{metric}”, whose newest reading is of {newest}. Measure it again.', values);
  return referencesOf(item)
    .filter(({ target, node }) => target === 'metrics' && node.value === id)
    .map(({ node }) => ({ range: within(item.part, node), message: featureMessage(item, message) }));
}

/** The first definition of an id counts; several in one file are a problem of their own. */
function metricCalled({ models }: Product, id: string): Metric | undefined {
  for (const model of models)
    for (const { value } of definitionIndex(model).lists.metrics.definitions.get(id) ?? []) return value as Metric;
  return undefined;
}
