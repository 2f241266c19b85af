import * as l10n from '@vscode/l10n';
import type { JourneyComparison, WantChange } from '../../analysis/comparison/productComparison.ts';
import { phraseOf } from '../../document/format/phrases.ts';
import { definitionsById, type Product, productList } from '../../document/product.ts';
import type { LocalRange } from '../../document/yaml/localRange.ts';
import { emotionText } from '../../terms/journeyLabels.ts';
import { oneLine } from '../../terms/markdown.ts';
import { githubCommand } from '../githubCommand.ts';
import type { Diff } from './diff.ts';
import { readingText } from './diffJourney.ts';

/**
 * Annotations of what got worse on the journey, each at its place: metrics that worsened, emotions that fell, pains and bottlenecks that came.
 *
 * @param product the product after the change
 */
export function journeyAnnotations(
  { readings, emotions, wants }: JourneyComparison,
  product: Product,
  pathOf: Diff['pathOf'],
): readonly string[] {
  const metrics = new Map(productList(product, 'metrics').map((found) => [found.item.value, found]));
  const touchpoints = new Map(productList(product, 'touchpoints').map((found) => [found.item.value, found]));
  const personas = definitionsById(product, 'personas');
  const annotation = ({ model, range }: Place, title: string, text: string) =>
    githubCommand('notice', { file: pathOf(model), line: model.locate(range).start.line + 1, title: oneLine(title) }, oneLine(text));
  return [
    ...readings.flatMap(({ metric, before, after, improved }) => {
      const found = improved === false ? metrics.get(metric) : undefined;
      if (!found) return [];
      const step = { before: readingText(metric, before), after: readingText(metric, after) };
      const place = { model: found.model, range: found.item.rangeOfId };
      return [annotation(place, metric.name ?? metric.id ?? '', l10n.t('metric worse: {before} → {after}', step))];
    }),
    ...emotions.flatMap(({ touchpoint, persona, emotion: { before, after } }) => {
      const found = before !== null && after !== null && after < before ? touchpoints.get(touchpoint) : undefined;
      if (!found) return [];
      const step = { before: emotionText(before), after: emotionText(after), persona: personas.get(persona ?? '')?.name ?? persona ?? '' };
      const text =
        persona === null ? l10n.t('emotion fell: {before} → {after}', step) : l10n.t('emotion of {persona} fell: {before} → {after}', step);
      return [annotation({ model: found.model, range: found.item.rangeOfId }, touchpoint.name ?? touchpoint.id ?? '', text)];
    }),
    ...wants.flatMap((want) => {
      const place = want.kind !== 'need' && want.state.before === null && want.state.after !== 'met' ? placeOf(want, product) : undefined;
      return place ? [annotation(place, want.phrase, want.kind === 'bottleneck' ? l10n.t('new bottleneck') : l10n.t('new pain'))] : [];
    }),
  ];
}

interface Place {
  readonly model: Product['opened'];
  readonly range: LocalRange;
}

/** Where a pain or a bottleneck stands. */
function placeOf({ kind, of, phrase }: WantChange, product: Product): Place | undefined {
  if (kind === 'pain') {
    for (const { model, item } of productList(product, 'touchpoints')) {
      const index = (item.value.id ?? null) === of ? (item.value.pains ?? []).findIndex((pain) => phraseOf(pain) === phrase) : -1;
      if (index >= 0) return { model, range: item.rangeOf(['pains', index]) };
    }
    return undefined;
  }
  for (const { model, item } of productList(product, 'valueChain')) {
    const found = (item.value.bottlenecks ?? []).findIndex((bottleneck) => phraseOf(bottleneck) === phrase);
    if (item.value.activity === of && found >= 0) return { model, range: item.rangeOf(['bottlenecks', found]) };
  }
  return undefined;
}
