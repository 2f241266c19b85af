import * as l10n from '@vscode/l10n';
import type {
  Activity,
  BuildOrder,
  Category,
  CategoryRule,
  EvaluationTable,
  MetricKind,
  Moment,
  Status,
} from '../document/format/model.ts';
import { categoryWording } from '../terms/categoryLabels.ts';
import { momentLabel, momentMeaning } from '../terms/journeyLabels.ts';
import { activityLabel, statusLabel } from '../terms/labels.ts';
import { metricKindFormula, metricKindLabel } from '../terms/metricKindLabels.ts';
import { orderLabel, ruleLabel, ruleMeaning, tableLabel } from '../terms/settingsLabels.ts';

interface Meaning {
  readonly detail: string;
  /** A sentence of Markdown, where the label does not say it all. */
  readonly documentation?: string;
}

/** What a fixed value of a key means; `undefined` where the value says it itself. */
export function valueMeaning(key: string, value: string): Meaning | undefined {
  return valueMeanings[key]?.(value);
}

const valueMeanings: Readonly<Record<string, (value: string) => Meaning>> = {
  assumed: (value) => explained(categoryWording(value as Category)),
  status: (value) => ({ detail: statusLabel(value as Status) }),
  activities: (value) => ({ detail: activityLabel(value as Activity) }),
  activity: (value) => ({ detail: activityLabel(value as Activity) }),
  moment: (value) => explained({ label: momentLabel(value as Moment), meaning: momentMeaning(value as Moment) }),
  kind: (value) => explained({ label: metricKindLabel(value as MetricKind), meaning: metricKindFormula(value as MetricKind) }),
  table: (value) => ({ detail: tableLabel(value as EvaluationTable) }),
  rule: (value) => explained({ label: ruleLabel(value as CategoryRule), meaning: ruleMeaning(value as CategoryRule) }),
  order: (value) => ({ detail: orderLabel(value as BuildOrder) }),
};

function explained({ label, meaning }: { readonly label: string; readonly meaning: string }): Meaning {
  return meaning === '' ? { detail: label } : { detail: label, documentation: l10n.t('{meaning}.', { meaning }) };
}
