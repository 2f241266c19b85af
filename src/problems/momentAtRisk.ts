import * as l10n from '@vscode/l10n';
import { mustBeGapsAt } from '../analysis/mustBeGapsAt.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { someItems } from '../document/versions/someItems.ts';
import { type LocalRange, within } from '../document/yaml/localRange.ts';
import { stringsAt } from '../document/yaml/node.ts';
import { momentLabel } from '../terms/journeyLabels.ts';
import { nameList } from '../terms/numbers.ts';
import { messageAbout } from './featureMessage.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** As many features a message names; the number says how many there are. */
const mostNamed = 5;

/** The moments of truth of a version of a file. */
export const touchpointsWithMoment = someItems(
  (item): item is Item<'touchpoints'> => item.list === 'touchpoints' && (item as Item<'touchpoints'>).value.moment !== undefined,
);

export const momentAtRisk = {
  code: 'kano/moment-at-risk',
  severity: 'warning',
  title: 'Moment of truth at risk',
  description: 'Something that customers expect (Must-be) is missing at a touchpoint with a `moment`.',
  /** On the moment, or on the `uses` entry that brings the touchpoint in. */
  findInProduct({ product, model, analysis }) {
    const moments = product.models.flatMap((each) => touchpointsWithMoment(each).map((item) => ({ item, home: each })));
    return moments.flatMap(({ item, home }): readonly Occurrence[] => {
      const { id, name, moment } = item.value;
      if (id === undefined || moment === undefined) return [];
      const gaps = product.models.flatMap((each) => mustBeGapsAt(id, each, analysis.context));
      const range = home === model ? item.rangeOf(['moment']) : rangeOfUse(product, home.uri);
      if (gaps.length === 0 || !range) return [];
      const names = gaps.slice(0, mostNamed).map(({ value }) => value.title ?? value.id ?? '');
      const values = { moment: momentLabel(moment), count: gaps.length, features: nameList(names) };
      const message =
        gaps.length === 1
          ? l10n.t(
              'Something that customers expect (Must-be) is missing at this moment of truth ({moment}): {features}. Build it first.',
              values,
            )
          : gaps.length <= mostNamed
            ? l10n.t(
                '{count} features that customers expect (Must-be) are missing at this moment of truth ({moment}): {features}. Build them first.',
                values,
              )
            : l10n.t(
                '{count} features that customers expect (Must-be) are missing at this moment of truth ({moment}), among them {features}. Build them first.',
                values,
              );
      return [{ range, message: messageAbout(name ?? id, message) }];
    });
  },
} satisfies ProblemDefinition;

function rangeOfUse({ opened, usedThrough }: Product, uri: string): LocalRange | undefined {
  const node = stringsAt(opened.frame.root, ['uses'])[usedThrough.get(uri) ?? -1];
  return node && within(opened.frame, node);
}
