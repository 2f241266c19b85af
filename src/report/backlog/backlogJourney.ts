import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { saidOf } from '../../analysis/saidOf.ts';
import { ticketsOf } from '../../document/format/trackers.ts';
import { type Product, productList } from '../../document/product.ts';
import { bulletList, codeBlock, type Phrase } from '../../terms/markdown.ts';
import type { FeatureRow } from '../featureRows.ts';

/** How customers feel along the journey, as a chart that GitHub draws; nothing where no emotion is known. */
export function emotionChart(product: Product, { journey }: ProductAnalysis): readonly RootContent[] {
  const emotions = new Map(journey.flatMap(({ id, emotion }) => (emotion ? [[id, emotion.newest] as const] : [])));
  if (emotions.size === 0) return [];
  const touchpoints = productList(product, 'touchpoints').map(({ item }) => item.value);
  const stages = productList(product, 'stages').map(({ item }) => item.value);
  const known = new Set(stages.map(({ id }) => id));
  const sections = [
    ...stages.map(({ id, name }) => ({
      name: name ?? id ?? '',
      here: touchpoints.filter(({ stage }) => stage !== undefined && stage === id),
    })),
    { name: l10n.t('At no stage'), here: touchpoints.filter(({ stage }) => stage === undefined || !known.has(stage)) },
  ];
  const lines = sections.flatMap(({ name, here }) => {
    const tasks = here.flatMap(({ id, name: title }) => {
      const emotion = id === undefined ? undefined : emotions.get(id);
      // Mermaid's faces go from 1 to 5.
      return emotion === undefined ? [] : [`    ${plainLabel(title ?? id ?? '')}: ${Math.round((emotion + 3) * 10) / 10}`];
    });
    return tasks.length === 0 ? [] : [`  section ${plainLabel(name)}`, ...tasks];
  });
  return [
    codeBlock('mermaid', ['journey', `  title ${plainLabel(l10n.t('How customers feel, from 1 (−2) to 5 (+2)'))}`, ...lines].join('\n')),
  ];
}

/** What Mermaid would take for the end of a label is left out, and a label that begins as one of its own lines begins with an invisible character. */
function plainLabel(text: string): string {
  return text
    .replace(/[:;#%\s]+/g, ' ')
    .trim()
    .replace(/^(?=journey|title|section|acc(?:title|descr))/i, '\u2060');
}

/** Where more is written about the features: tickets, links and those of evidence, a line each; nothing where no feature has any. */
export function linkList(rows: readonly FeatureRow[]): readonly RootContent[] {
  const linked = rows.flatMap(({ name, feature }) => {
    const tickets = ticketsOf(feature).flatMap(({ key, url }) => (url === null ? [] : [{ link: url, text: key }]));
    const written = new Set([...(feature.links ?? []), ...saidOf(feature).flatMap(({ link }) => link ?? [])]);
    const others = [...written].filter((link) => /^https?:\/\//i.test(link)).map((link) => ({ link }));
    const all: readonly Phrase[] = [...tickets, ...others];
    return all.length === 0 ? [] : [[{ strong: name }, ...all.flatMap((link, index) => [index === 0 ? ': ' : ', ', link])]];
  });
  return linked.length === 0 ? [] : [bulletList(linked)];
}
