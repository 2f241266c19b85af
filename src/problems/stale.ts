import * as l10n from '@vscode/l10n';
import { ageInDays } from '../analysis/ageInDays.ts';
import { featuresByNewestEvidence } from '../analysis/evidence.ts';
import { itemsByDay } from '../analysis/itemsByDay.ts';
import { readingsByDate } from '../analysis/outcomes.ts';
import { surveysBehind } from '../analysis/surveysBehind.ts';
import type { Item } from '../document/item.ts';
import { freshForOf } from '../document/product.ts';
import { count } from '../terms/numbers.ts';
import { featureMessage, messageAbout } from './featureMessage.ts';
import type { Occurrence, ProblemContext, ProblemDefinition } from './problemDefinition.ts';

/** Milliseconds. */
const day = 86_400_000;

/** Days that can be counted back without leaving the calendar. */
const longest = 700_000;

/** Silent where nobody gave a day: what is reported must not depend on a clock. */
export const stale = {
  code: 'kano/stale',
  severity: 'hint',
  title: 'Stale',
  description: 'A survey behind categories, the newest evidence or the newest reading is older than `freshFor`.',
  /** On the date of a survey, on evidence, and on the id of a metric. */
  findInProduct(context) {
    const { asOf } = context.product;
    if (asOf === undefined) return [];
    const limit = freshForOf(context.product);
    // Most dates are fresh, which comparing texts tells.
    const oldest = new Date(Date.parse(asOf) - Math.min(limit, longest) * day).toISOString().slice(0, 10);
    /** The age in days where it is beyond the limit. */
    const staleAge = (date: string | null | undefined): number | null => {
      if (date === null || date === undefined || date >= oldest) return null;
      const age = ageInDays(date, asOf);
      return age > limit ? age : null;
    };
    return [...oldSurveys(context, staleAge), ...oldEvidence(context, staleAge), ...oldReadings(context, staleAge)];
  },
} satisfies ProblemDefinition;

type StaleAge = (date: string | null | undefined) => number | null;

function oldSurveys({ product, analysis, model }: ProblemContext, staleAge: StaleAge): readonly Occurrence[] {
  const old = model.list('surveys').flatMap((item) => {
    const age = staleAge(item.value.date);
    return age === null ? [] : [{ item, age }];
  });
  if (old.length === 0) return [];
  const behind = product.models.map(surveysBehind(analysis.context));
  return old.flatMap(({ item, age }): readonly Occurrence[] => {
    const { id = '', title } = item.value;
    const categories = behind.reduce((sum, index) => sum + (index.get(id) ?? 0), 0);
    if (categories === 0) return [];
    const values = { days: count(age), count: count(categories) };
    const message =
      categories === 1
        ? l10n.t('This survey is {days} days old, and 1 category still rests on it. Ask again, or accept that it may have changed.', values)
        : l10n.t(
            'This survey is {days} days old, and {count} categories still rest on it. Ask again, or accept that they may have changed.',
            values,
          );
    return [{ range: item.rangeOf(['date']), message: messageAbout(title ?? id, message) }];
  });
}

function oldEvidence({ model }: ProblemContext, staleAge: StaleAge): readonly Occurrence[] {
  return [...featuresByNewestEvidence(model)].flatMap(([newest, items]): readonly Occurrence[] => {
    const age = staleAge(newest);
    if (age === null) return [];
    const message = l10n.t('The newest evidence is {days} days old. Count reviews and tickets again.', { days: count(age) });
    return [...items].map((item) => ({ range: item.rangeOfKey(['evidence']), message: featureMessage(item, message) }));
  });
}

const metricsByNewestReading = itemsByDay<Item<'metrics'>>((item) =>
  item.list === 'metrics' ? (readingsByDate((item as Item<'metrics'>).value).at(-1)?.date ?? null) : null,
);

function oldReadings({ model }: ProblemContext, staleAge: StaleAge): readonly Occurrence[] {
  return [...metricsByNewestReading(model)].flatMap(([newest, items]): readonly Occurrence[] => {
    const age = staleAge(newest);
    if (age === null) return [];
    const message = l10n.t('The newest reading is {days} days old. Measure it again.', { days: count(age) });
    return [...items].map((item) => ({ range: item.rangeOfId, message: messageAbout(item.value.name ?? item.value.id ?? '', message) }));
  });
}
