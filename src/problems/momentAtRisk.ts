import * as l10n from '@vscode/l10n';
import { mustBeGapsAt } from '../analysis/mustBeGapsAt.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Feature } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { type LocalRange, within } from '../document/yaml/localRange.ts';
import { stringsAt } from '../document/yaml/node.ts';
import { momentLabel } from '../terms/journeyLabels.ts';
import { nameList } from '../terms/numbers.ts';
import { messageAbout } from './featureMessage.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** As many features a message names; the number says how many there are. */
const mostNamed = 5;

export const momentAtRisk = {
  code: 'kano/moment-at-risk',
  severity: 'warning',
  title: 'Moment of truth at risk',
  description: 'Something that customers expect (Must-be) is missing at a touchpoint with a `moment`.',
  /** On the moment, or on the `uses` entry that brings the touchpoint in. */
  findInProduct({ product, model, analysis }) {
    const moments = product.models.flatMap((each) =>
      each.list('touchpoints').flatMap((item) => (item.value.moment === undefined ? [] : [{ item, home: each }])),
    );
    return moments.flatMap(({ item, home }): readonly Occurrence[] => {
      const { id, name, moment } = item.value;
      if (id === undefined || moment === undefined) return [];
      const gaps = gapsAt(product, analysis, id);
      const range = home === model ? item.rangeOf(['moment']) : rangeOfUse(product, home.uri);
      if (gaps.length === 0 || !range) return [];
      const names = gaps.slice(0, mostNamed).map((feature) => feature.title ?? feature.id ?? '');
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

/** In the order of the files, and in each in the order of the text, which an index does not keep. */
function gapsAt({ models }: Product, { context }: ProductAnalysis, touchpoint: string): readonly Feature[] {
  return models.flatMap((model) => {
    const placed = [...(mustBeGapsAt(context)(model).get(touchpoint) ?? [])].map((item) => ({ item, line: lineOf(model, item) }));
    return placed.sort((left, right) => left.line - right.line).map(({ item }) => item.value);
  });
}

function lineOf(model: Product['opened'], item: Item): number {
  const { line, character } = model.beginningOf(item).start;
  // Several items of a flow list stand on one line.
  return line + character / 1e7;
}

function rangeOfUse({ opened, usedThrough }: Product, uri: string): LocalRange | undefined {
  const node = stringsAt(opened.frame.root, ['uses'])[usedThrough.get(uri) ?? -1];
  return node && within(opened.frame, node);
}
