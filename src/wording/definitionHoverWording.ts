import * as l10n from '@vscode/l10n';
import type { ListKey } from '../document/format/model.ts';
import { definitionNoun } from '../terms/labels.ts';

/** What kind of thing an id means, and the id: `touchpoint · search`. */
export function kindSentence(list: ListKey, id: string): string {
  return l10n.t('{noun} · {id}', { noun: definitionNoun(list), id });
}

/** Where something is defined that is not defined in the file at hand. */
export function definedInSentence(file: string): string {
  return l10n.t('Defined in {file}.', { file });
}

/** The stage that a touchpoint belongs to. */
export function stageSentence(stage: string): string {
  return l10n.t('Stage: {stage}', { stage });
}

/** The share of the market that a persona has, as it is written in numbers. */
export function marketShareSentence(share: string): string {
  return l10n.t('{share} of the market', { share });
}

/** How many people a survey asked. */
export function invitedSentence(invited: string): string {
  return l10n.t('{count} invited', { count: invited });
}
