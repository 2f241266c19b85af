import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import { some } from '../answers/shownTexts.ts';
import { monthOf } from './feedbackCounts.ts';
import { ways } from './feedbackMap.ts';
import type { FeedbackPlan, PlannedEvidence } from './planFeedback.ts';

/** What the file would lose: mentions that the export does not have. One sentence each. */
export function evidenceLosses({ evidence }: FeedbackPlan): readonly string[] {
  return some(
    evidence.flatMap((each) => lossText(each) ?? []),
    (text) => text,
  );
}

/** How to keep what would be lost. */
export function howToKeep(path: string): string {
  return l10n.t(
    'So nothing is written to {path}. Import exports of the whole month together, or name another source; --replace does it anyway.',
    { path },
  );
}

/** Why entries cannot go: somebody wrote more into them than counts. */
export function handwrittenRefusal({ evidence }: FeedbackPlan, path: string): readonly string[] {
  return some(
    evidence.filter(({ isHandwritten }) => isHandwritten),
    (each) =>
      l10n.t(
        '{entry}: the import would remove this evidence from {path}, with the quote, note or link that is written there. Move that into an entry of its own first.',
        { entry: entryName(each), path },
      ),
  );
}

function lossText(each: PlannedEvidence): string | undefined {
  const { before, oldest } = each;
  if (!before) return undefined;
  const values = { entry: entryName(each), before: numbersText(before), after: numbersText(each) };
  if (oldest !== undefined && before.date !== undefined && oldest > before.date)
    return l10n.t(
      '{entry}: the file has {before} up to {date}, the export {after} from {oldest} on (complaints / praise / neutral). The file would lose its own.',
      { ...values, date: before.date, oldest },
    );
  return ways.some((way) => each[way] < before[way])
    ? l10n.t('{entry}: the file has {before}, the export {after} (complaints / praise / neutral).', values)
    : undefined;
}

function entryName({ feature, persona, newest }: PlannedEvidence): string {
  const name = persona === undefined ? feature : `${feature} (${persona})`;
  return `${name}, ${monthOf(newest) ?? l10n.t('without a date')}`;
}

function numbersText(counts: NonNullable<PlannedEvidence['before']>): string {
  return ways.map((way) => count(counts[way])).join(' / ');
}
