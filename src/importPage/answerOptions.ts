import * as l10n from '@vscode/l10n';
import { answerLabel } from '../terms/labels.ts';
import { type AnswerKey, answerKeys } from '../terms/languages/languageRecord.ts';
import type { Option } from './controls.ts';

/** The five answers, and none. */
export function answerOptions(): readonly Option<AnswerKey | 'leaveOut'>[] {
  return [...answerKeys.map((key) => ({ value: key, text: answerLabel(key) })), { value: 'leaveOut' as const, text: l10n.t('No answer') }];
}
