import { isCounted } from '../../analysis/evidence.ts';
import { groupBy } from '../../base/groupBy.ts';
import type { Evidence } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { EvidenceChange } from '../../document/writing/setEvidence.ts';
import { plainValue } from '../../document/yaml/node.ts';
import { type FeedbackCount, monthOf } from './feedbackCounts.ts';
import { ways } from './feedbackMap.ts';
import type { FeedbackReading } from './readFeedback.ts';

/** A count of an import, compared with the file. */
export interface PlannedEvidence extends FeedbackCount {
  readonly state: 'added' | 'changed' | 'same' | 'removed';
  /** What the file has, where it changes. */
  readonly before?: Pick<FeedbackCount, (typeof ways)[number]> & Pick<Evidence, 'date'>;
  /** Whether it goes although it has more than an import knows: a quote, a note, a link. */
  readonly isHandwritten?: boolean;
}

export interface FeedbackPlan {
  readonly changes: readonly EvidenceChange[];
  /** In the order of the features in the file. */
  readonly evidence: readonly PlannedEvidence[];
  /** Features whose id is duplicate, or whose evidence cannot be read. */
  readonly unreadable: readonly string[];
}

/**
 * Compares an import with a file. Counted evidence of this source and of a month of the import is replaced, in all features: what the import does not
 * find any more goes. Notes, other months and other sources stay.
 */
export function planFeedback(
  model: KanoModel,
  { counts, months }: Pick<FeedbackReading, 'counts' | 'months'>,
  source: string,
): FeedbackPlan {
  const byFeature = groupBy(counts, ({ feature }) => feature);
  const items = groupBy(model.list('features'), ({ value }) => value.id);
  const [changes, evidence, unreadable]: [EvidenceChange[], PlannedEvidence[], string[]] = [[], [], []];
  for (const [id, [item, other]] of items) {
    if (id === undefined || !item) continue;
    const wanted = byFeature.get(id) ?? [];
    const known = evidenceOf(item);
    const isReadable = known !== undefined && other === undefined;
    if (!isReadable && wanted.length > 0) unreadable.push(id);
    if (!isReadable) continue;
    const planned = planFeature(item, id, known, wanted, (entry) => isReplaced(entry, source, months), source);
    evidence.push(...planned.evidence);
    if (planned.change) changes.push(planned.change);
  }
  return { changes, evidence, unreadable };
}

function isReplaced(entry: Evidence, source: string, months: FeedbackReading['months']): boolean {
  return entry.source === source && isCounted(entry) && months.has(monthOf(entry.date));
}

function planFeature(
  feature: Item<'features'>,
  id: string,
  known: readonly Evidence[],
  wanted: readonly FeedbackCount[],
  isOld: (entry: Evidence) => boolean,
  source: string,
): { readonly evidence: readonly PlannedEvidence[]; readonly change: EvidenceChange | undefined } {
  const evidence: PlannedEvidence[] = [];
  const updated = new Map<number, Partial<Evidence>>();
  const removed = new Set(known.flatMap((entry, index) => (isOld(entry) ? [index] : [])));
  const added: Evidence[] = [];
  for (const count of wanted) {
    const index = known.findIndex(
      (entry, at) => removed.has(at) && entry.persona === count.persona && monthOf(entry.date) === monthOf(count.newest),
    );
    const before = known[index];
    if (!before) {
      added.push(newEvidence(source, count));
      evidence.push({ ...count, state: 'added' });
      continue;
    }
    removed.delete(index);
    const values = changedValues(before, count);
    if (Object.keys(values).length > 0) updated.set(index, values);
    evidence.push({ ...count, state: Object.keys(values).length > 0 ? 'changed' : 'same', before: countsOf(before) });
  }
  for (const index of removed) {
    const entry = known[index] ?? {};
    const { persona, date } = entry;
    evidence.push({
      feature: id,
      persona,
      oldest: undefined,
      newest: date,
      complaints: 0,
      compliments: 0,
      neutral: 0,
      state: 'removed',
      before: countsOf(entry),
      isHandwritten: Object.keys(entry).some((key) => !countedKeys.has(key)),
    });
  }
  const isChanged = updated.size + removed.size + added.length > 0;
  return { evidence, change: isChanged ? { feature, updated, removed, added } : undefined };
}

/** As the file has it, in the order and with the indexes of the text; `undefined` where it is no list of mappings, or has counts that are no numbers. */
function evidenceOf({ node }: Item<'features'>): readonly Evidence[] | undefined {
  if (node?.kind !== 'map') return undefined;
  const { evidence = [] } = plainValue(node) as { readonly evidence?: unknown };
  const isList = Array.isArray(evidence) && evidence.every(isReadable);
  return isList ? (evidence as readonly Evidence[]) : undefined;
}

function isReadable(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  const values = entry as Readonly<Record<string, unknown>>;
  const has = (key: string, type: 'number' | 'string') => values[key] === undefined || typeof values[key] === type;
  return ways.every((way) => has(way, 'number')) && ['source', 'date', 'persona'].every((key) => has(key, 'string'));
}

/** The keys that an import writes. */
const countedKeys: ReadonlySet<string> = new Set(['source', 'date', 'persona', ...ways]);

function countsOf({ complaints = 0, compliments = 0, neutral = 0, date }: Evidence) {
  return { complaints, compliments, neutral, ...(date !== undefined && { date }) };
}

function changedValues(before: Evidence, count: FeedbackCount): Partial<Evidence> {
  return {
    ...(count.newest !== undefined && count.newest !== before.date && { date: count.newest }),
    ...Object.fromEntries(ways.filter((way) => (before[way] ?? 0) !== count[way]).map((way) => [way, count[way]])),
  };
}

/** Without zero neutral mentions: most exports have none. */
function newEvidence(source: string, { persona, newest, complaints, compliments, neutral }: FeedbackCount): Evidence {
  return {
    source,
    ...(newest !== undefined && { date: newest }),
    complaints,
    compliments,
    ...(neutral > 0 && { neutral }),
    ...(persona !== undefined && { persona }),
  };
}
