import * as l10n from '@vscode/l10n';
import type { Activity, BuildOrder, Category, CategoryRule, EvaluationTable, Status } from '../document/format/model.ts';
import { categoryWording } from '../terms/categoryLabels.ts';
import { activityLabel, statusLabel } from '../terms/labels.ts';
import { orderLabel, ruleLabel, ruleMeaning, tableLabel } from '../terms/settingsLabels.ts';

/** What one of the fixed values of a key means: its label, and a sentence of Markdown where the label does not say it all. */
export function schemaValueWording(key: string, value: string): { readonly detail?: string; readonly documentation?: string } {
  switch (key) {
    case 'assumed': {
      const { label, meaning } = categoryWording(value as Category);
      return { detail: label, documentation: l10n.t('{meaning}.', { meaning }) };
    }
    case 'status':
      return { detail: statusLabel(value as Status) };
    case 'activities':
      return { detail: activityLabel(value as Activity) };
    case 'table':
      return { detail: tableLabel(value as EvaluationTable) };
    case 'rule':
      return {
        detail: ruleLabel(value as CategoryRule),
        documentation: l10n.t('{meaning}.', { meaning: ruleMeaning(value as CategoryRule) }),
      };
    case 'order':
      return { detail: orderLabel(value as BuildOrder) };
    default:
      return {};
  }
}
