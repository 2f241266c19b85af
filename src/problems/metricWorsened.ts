import * as l10n from '@vscode/l10n';
import { hasWorsened, readingsByDay } from '../analysis/outcomes.ts';
import { unitOf } from '../document/format/metricKinds.ts';
import type { Item } from '../document/item.ts';
import { readingText } from '../terms/journeyLabels.ts';
import { messageAbout } from './featureMessage.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

/** One bad reading may be chance. */
export const metricWorsened = {
  code: 'kano/metric-worsened',
  severity: 'warning',
  title: 'Metric worsened',
  description: 'The newest two readings of a metric are both worse than the one before them.',
  findInItem(item) {
    if (!isMetric(item) || !hasWorsened(item.value)) return [];
    const { id, name } = item.value;
    const [before, first, newest] = readingsByDay(item.value).slice(-3);
    if (!before || !first || !newest) return [];
    const unit = unitOf(item.value);
    const message = l10n.t(
      '{first} and {newest} ({from} and {to}) are both worse than {before} ({date}) before. Find out why before you build on.',
      {
        first: readingText(first.value, unit),
        newest: readingText(newest.value, unit),
        from: first.date,
        to: newest.date,
        before: readingText(before.value, unit),
        date: before.date,
      },
    );
    return [{ range: item.rangeOfId, message: messageAbout(name ?? id ?? '', message) }];
  },
} satisfies ProblemDefinition;

function isMetric(item: Item): item is Item<'metrics'> {
  return item.list === 'metrics';
}
