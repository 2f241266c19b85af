import { isCounted } from '../../analysis/evidence.ts';
import { type Evidence, type ListKey, listKeys } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { withoutAddresses } from './withoutAddresses.ts';

/** The keys that a public report shows, wherever they stand in a file. All others are left out. */
export const publicKeys: ReadonlySet<string> = new Set([
  ...['kano', 'product', 'uses', 'analysis', 'table', 'rule', 'lead', 'order', ...listKeys],
  ...['id', 'name', 'title', 'date', 'value', 'persona', 'touchpoint'],
  ...['share', 'needs', 'need', 'stage', 'moment', 'channel', 'activities', 'emotion', 'emotions', 'pains', 'pain', 'weight', 'referral'],
  ...['activity', 'bottlenecks', 'bottleneck', 'invited', 'wording'],
  ...['status', 'shipped', 'serves', 'relieves', 'moves', 'effort', 'dependsOn', 'tags', 'assumed'],
  ...['evidence', 'source', 'complaints', 'compliments', 'neutral'],
  ...['tally', 'tallies', 'survey', 'counts', 'answers', 'importance', 'M', 'O', 'A', 'I', 'R', 'Q'],
  ...['kind', 'unit', 'better', 'target', 'readings', 'n'],
]);

/** Another name for a source of evidence or a wording, which no report shows: the same for the same one. */
export type Alias = (name: string) => string;

/**
 * A file with the same numbers as another one, and of its texts only those that a report shows, without addresses. It is written anew from what could
 * be read, key by key, so that nothing else comes along: no comment, no unknown key, no anchor.
 *
 * @param product what the product is called
 * @param uses the files that it uses, by their new names
 */
export function publicText(model: KanoModel, product: string, uses: readonly string[], alias: Alias): string {
  const { kano = 1, analysis } = model.header;
  const header = Object.entries({ kano, product, uses: uses.length === 0 ? undefined : uses, analysis });
  return [
    ...header.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${publicJson(value, alias)}`])),
    ...listKeys.flatMap((key) => listLines(model.list(key), key, alias)),
    '',
  ].join('\n');
}

function listLines(items: readonly Item[], key: ListKey, alias: Alias): readonly string[] {
  const lines = items.map(({ value, talliesUnreadable }) => {
    // Answers that cannot be counted stay so.
    return `  - ${publicJson(talliesUnreadable ? { ...value, tally: null } : value, alias)}`;
  });
  return lines.length === 0 ? [] : [`${key}:`, ...lines];
}

/** JSON is YAML. */
function publicJson(value: unknown, alias: Alias): string {
  return JSON.stringify(value, function (this: unknown, key, part: unknown) {
    if (key !== '' && !Array.isArray(this) && !publicKeys.has(key)) return undefined;
    if (key === 'evidence') return (part as readonly Evidence[]).filter(isCounted);
    if (typeof part !== 'string') return part;
    return key === 'source' || key === 'wording' ? alias(part) : withoutAddresses(part);
  });
}
